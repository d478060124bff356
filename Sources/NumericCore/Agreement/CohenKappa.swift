/// How far two raters put the same units into the same categories, beyond chance.
public struct CohenKappa: Hashable, Sendable {
  /// Kappa: at most 1; 0 for chance agreement; negative below it.
  public let kappa: Double
  /// How much different categories still agree.
  public let weights: AgreementWeights
  /// Share of agreement, weighted, from 0 to 1.
  public let observedAgreement: Double
  /// Agreement of raters with these habits who rate independently of the units, below 1.
  public let chanceAgreement: Double
  /// Asymptotic standard error, for intervals.
  public let standardError: Double
  /// Asymptotic standard error if the raters were independent, for a test of that.
  public let standardErrorOfNull: Double
  /// Number of units that both rated, n.
  public let count: Int
  /// Number of categories that a rater used.
  public let categoryCount: Int
}

extension CohenKappa {
  /// Computes kappa from how often each pair of categories was given.
  ///
  ///     kappa = (Σ w[ij] p[ij] − Σ w[ij] p[i·] p[·j]) / (1 − Σ w[ij] p[i·] p[·j])
  ///
  /// `p` are shares of units; `w` is 1 for the same category. With w̄[i·] = Σ w[ij] p[·j],
  /// w̄[·j] = Σ w[ij] p[i·] and chance agreement e, the squared standard error is
  ///
  ///     (Σ p[ij] (w[ij] − (w̄[i·] + w̄[·j]) (1 − kappa))² − (kappa − e (1 − kappa))²)
  ///       / (n (1 − e)²)
  ///
  /// - Parameter table: the first rater's categories in rows, the second's in columns; the
  ///   categories of both are put together.
  /// - Throws: `tooFewUnits` when the table is empty; `constantValues` when both raters used only
  ///   the same category.
  ///
  /// References: Cohen (1968), Psychological Bulletin 70, 213–220, doi:10.1037/h0026256; Fleiss,
  /// Cohen and Everitt (1969), Psychological Bulletin 72, 323–327, doi:10.1037/h0028106.
  /// Checked against vcd 1.4.11, `Kappa`, and psych 2.2.9, `cohen.kappa`.
  public init(of table: ContingencyTable, weights: AgreementWeights) throws(NumericError) {
    let n = table.totalCount
    guard n > 0 else { throw .tooFewUnits(count: 0, required: 1) }
    let codes = Set(table.rowTally.usedCodes + table.columnTally.usedCodes).sorted()
    let shares = codes.map { row in
      codes.map { Double(table.count(of: row, and: $0)) / Double(n) }
    }
    let parts = WeightedAgreement(shares, weights.matrix(codes.map(Double.init)))
    guard parts.chance < 1 - 1e-12 else { throw .constantValues(item: nil) }
    kappa = parts.kappa
    self.weights = weights
    observedAgreement = parts.observed
    chanceAgreement = parts.chance
    let size = Double(n).squareRoot() * (1 - parts.chance)
    standardError = parts.spread.squareRoot() / size
    standardErrorOfNull = parts.spreadOfNull.squareRoot() / size
    count = n
    categoryCount = codes.count
  }

  /// Computes kappa from the ratings of both raters; units that one of them did not rate are left
  /// out.
  ///
  /// - Throws: `unequalLengths`; else as for a table.
  public init(_ first: ItemCodes, _ second: ItemCodes, weights: AgreementWeights)
    throws(NumericError)
  {
    let tally = try PairTally(of: [first, second], policy: .listwise)
    try self.init(of: tally.table(0, 1), weights: weights)
  }

  /// The interval by the normal distribution, kappa ± z · standard error.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let z = try Normal.standard.quantileOfComplement(
      (1 - ConfidenceInterval.validated(level)) / 2)
    return try ConfidenceInterval(
      lower: kappa - z * standardError, upper: kappa + z * standardError, level: level,
      method: .asymptoticNormal)
  }
}

extension ItemTally {
  /// The codes that occur.
  fileprivate var usedCodes: [Int] { zip(codes, counts).filter { $0.1 > 0 }.map { $0.0 } }
}

/// Agreement within a square table of shares.
struct WeightedAgreement {
  let observed: Double
  let chance: Double
  /// n (1 − chance)² times the squared standard error.
  let spread: Double
  /// The same for independent raters.
  let spreadOfNull: Double

  var kappa: Double { (observed - chance) / (1 - chance) }

  init(_ shares: [[Double]], _ weights: [[Double]]) {
    let places = shares.indices
    let rows = shares.map { $0.reduce(0, +) }
    let columns = places.map { j in shares.reduce(0) { $0 + $1[j] } }
    let nearRow = weights.map { row in zip(row, columns).reduce(0) { $0 + $1.0 * $1.1 } }
    let nearColumn = places.map { j in places.reduce(0) { $0 + weights[$1][j] * rows[$1] } }
    let observed = places.reduce(0) { sum, i in
      zip(shares[i], weights[i]).reduce(sum) { $0 + $1.0 * $1.1 }
    }
    let chance = zip(rows, nearRow).reduce(0) { $0 + $1.0 * $1.1 }
    let rest = (1 - observed) / (1 - chance)
    var (squares, squaresOfNull) = (0.0, 0.0)
    for i in places {
      for j in places {
        let near = nearRow[i] + nearColumn[j]
        let own = weights[i][j] - near * rest
        squares += shares[i][j] * own * own
        squaresOfNull += rows[i] * columns[j] * (weights[i][j] - near) * (weights[i][j] - near)
      }
    }
    let centre = 1 - rest - chance * rest
    self.observed = observed
    self.chance = chance
    // Rounding can leave a tiny negative number where the variance is zero.
    spread = max(0, squares - centre * centre)
    spreadOfNull = max(0, squaresOfNull - chance * chance)
  }
}
