/// Observed and chance agreement, and what each unit contributes to them.
struct AgreementParts {
  /// The units that the coefficient uses.
  let units: [UnitCounts]
  let observed: Double
  let chance: Double
  let standardError: Double

  init(
    _ coefficient: AgreementCoefficient, _ ratings: RatingTable, _ weights: AgreementWeights
  ) throws(NumericError) {
    let all = ratings.unitCounts
    let pairable = all.filter(\.isPairable)
    guard pairable.count >= 2 else { throw .tooFewUnits(count: pairable.count, required: 2) }
    guard ratings.categories.count >= 2 else { throw .constantValues(item: nil) }
    let matrix = weights.matrix(ratings.categories)
    guard coefficient != .krippendorff else {
      self.init(krippendorff: pairable, matrix)
      return
    }
    let average = UnitAverages(all, matrix)
    let chance: ChanceAgreement =
      switch coefficient {
      case .gwet: ChanceAgreement(gwet: average, matrix)
      case .fleiss: ChanceAgreement(fleiss: average, matrix)
      case .brennanPrediger: ChanceAgreement(uniform: average, matrix)
      default: try ChanceAgreement(conger: ratings, average, matrix)
      }
    self.init(average, chance)
  }

  private init(_ average: UnitAverages, _ chance: ChanceAgreement) {
    units = average.units
    observed = average.observed
    self.chance = chance.value
    let rest = 1 - chance.value
    let value = (average.observed - chance.value) / rest
    let n = Double(units.count)
    let pairableCount = Double(units.filter(\.isPairable).count)
    var squares = 0.0
    for (i, unit) in units.enumerated() {
      let own = unit.isPairable ? average.agreement[i] - chance.value : 0
      let part =
        n / pairableCount * own / rest - (1 - value) * chance.influence[i] / rest
      squares += (part - value) * (part - value)
    }
    standardError = (squares / (n * (n - 1))).squareRoot()
  }

  private init(krippendorff units: [UnitCounts], _ matrix: [[Double]]) {
    let n = Double(units.count)
    let ratings = units.reduce(0) { $0 + $1.total }
    let mean = ratings / n
    let agreement = units.map { $0.agreeingPairs(matrix) / (mean * ($0.total - 1)) }
    let plain = agreement.reduce(0, +) / n
    let shares = matrix.indices.map { k in
      units.reduce(0) { $0 + $1.counts[k] } / ratings
    }
    let weighted = matrix.map { row in zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 } }
    let chance = zip(shares, weighted).reduce(0) { $0 + $1.0 * $1.1 }
    let observed = plain + (1 - plain) / ratings
    let value = (plain - chance) / (1 - chance)
    var squares = 0.0
    for (unit, agreement) in zip(units, agreement) {
      let excess = (unit.total - mean) / mean
      let own = (agreement - observed * excess - chance) / (1 - chance)
      let met = zip(unit.counts, weighted).reduce(0) { $0 + $1.0 * $1.1 } / mean
      let part = own - 2 * (1 - value) * (met - chance * excess - chance) / (1 - chance)
      squares += (part - value) * (part - value)
    }
    self.units = units
    self.observed = observed
    self.chance = chance
    standardError = (squares / (n * (n - 1))).squareRoot()
  }
}

extension UnitCounts {
  /// Σ r[k] (Σ w[kl] r[l] − 1): ordered pairs of ratings, weighted by their agreement.
  func agreeingPairs(_ weights: [[Double]]) -> Double {
    var sum = 0.0
    for (k, count) in counts.enumerated() where count > 0 {
      let near = zip(weights[k], counts).reduce(0) { $0 + $1.0 * $1.1 }
      sum += count * (near - 1)
    }
    return sum
  }
}

/// What units agree on, and how often categories are used on average over units.
struct UnitAverages {
  let units: [UnitCounts]
  /// For each unit the agreement of two of its raters; 0 where there is only one.
  let agreement: [Double]
  let observed: Double
  /// Average share of each category, π.
  let shares: [Double]

  init(_ units: [UnitCounts], _ weights: [[Double]]) {
    self.units = units
    let agreement = units.map { unit in
      unit.isPairable ? unit.agreeingPairs(weights) / (unit.total * (unit.total - 1)) : 0
    }
    self.agreement = agreement
    observed = agreement.reduce(0, +) / Double(units.filter(\.isPairable).count)
    shares = weights.indices.map { k in
      units.reduce(0) { $0 + $1.counts[k] / $1.total } / Double(units.count)
    }
  }
}
