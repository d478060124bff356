/// The agreement that is expected by chance, and how each unit moves it.
struct ChanceAgreement {
  let value: Double
  /// For each unit the derivative of the value, times the number of units.
  let influence: [Double]

  init(gwet average: UnitAverages, _ weights: [[Double]]) {
    let q = Double(weights.count)
    let factor = weights.joined().reduce(0, +) / (q * (q - 1))
    let rare = average.shares.map { 1 - $0 }
    let value = factor * zip(average.shares, rare).reduce(0) { $0 + $1.0 * $1.1 }
    self.value = value
    influence = average.units.map { 2 * (factor * $0.average(of: rare) - value) }
  }

  init(fleiss average: UnitAverages, _ weights: [[Double]]) {
    let near = weights.map { row in zip(row, average.shares).reduce(0) { $0 + $1.0 * $1.1 } }
    let value = zip(average.shares, near).reduce(0) { $0 + $1.0 * $1.1 }
    self.value = value
    influence = average.units.map { 2 * ($0.average(of: near) - value) }
  }

  init(uniform average: UnitAverages, _ weights: [[Double]]) {
    let q = Double(weights.count)
    value = weights.joined().reduce(0, +) / (q * q)
    influence = average.units.map { _ in 0 }
  }

  /// - Throws: `tooFewRatings` when a rater rated nothing.
  init(conger ratings: RatingTable, _ average: UnitAverages, _ weights: [[Double]])
    throws(NumericError)
  {
    let raters = try ratings.positions.map { positions throws(NumericError) in
      try RaterShares(positions, categoryCount: weights.count)
    }
    let total = weights.indices.map { k in raters.reduce(0) { $0 + $1.shares[k] } }
    let pairs = Double(raters.count * (raters.count - 1))
    let n = Double(average.units.count)
    var value = 0.0
    var influence = [Double](repeating: 0, count: average.units.count)
    for (rater, positions) in zip(raters, ratings.positions) {
      // What the other raters make of each category of this one.
      let near = weights.map { row in
        zip(row, zip(total, rater.shares)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) }
      }
      let own = zip(rater.shares, near).reduce(0) { $0 + $1.0 * $1.1 }
      value += own / pairs
      for (i, unit) in average.units.enumerated() {
        guard let place = positions[unit.unit] else { continue }
        influence[i] += 2 * n / rater.count * (near[place] - own) / pairs
      }
    }
    self.value = value
    self.influence = influence
  }
}

/// How often one rater uses each category.
private struct RaterShares {
  let count: Double
  let shares: [Double]

  init(_ positions: [Int?], categoryCount: Int) throws(NumericError) {
    var counts = [Double](repeating: 0, count: categoryCount)
    for case let place? in positions { counts[place] += 1 }
    let count = counts.reduce(0, +)
    guard count > 0 else { throw .tooFewRatings(count: 0, required: 1) }
    self.count = count
    shares = counts.map { $0 / count }
  }
}

extension UnitCounts {
  /// The average over the unit's ratings of a number that each category has.
  func average(of numbers: [Double]) -> Double {
    zip(counts, numbers).reduce(0) { $0 + $1.0 * $1.1 } / total
  }
}
