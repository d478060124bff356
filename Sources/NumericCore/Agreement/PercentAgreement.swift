/// How often two raters give a unit the same rating, without regard to chance.
public struct PercentAgreement: Hashable, Sendable {
  /// Share of agreeing pairs of ratings, averaged over units, from 0 to 1.
  public let rate: Double
  /// Standard error over the sampling of units; `nil` for one unit.
  public let standardError: Double?
  /// Number of units on which all of at least two raters agree.
  public let unanimousUnitCount: Int
  /// Number of units with at least two ratings, n.
  public let pairableUnitCount: Int
  /// Number of raters.
  public let raterCount: Int
}

extension PercentAgreement {
  /// Computes the agreement from the ratings; missing ratings are left out one by one.
  ///
  ///     rate = average over units of Σ r[k] (r[k] − 1) / (r (r − 1))
  ///
  /// `r[k]` is the number of raters who put a unit into category k, r of all who rated it.
  ///
  /// - Throws: `tooFewUnits` without a unit with two ratings.
  ///
  /// Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 2.
  /// Checked against irrCAC 0.4.4, `CAC(…).fleiss()`, field `pa`.
  public init(of ratings: RatingTable) throws(NumericError) {
    let units = ratings.unitCounts.filter(\.isPairable)
    guard !units.isEmpty else { throw .tooFewUnits(count: 0, required: 1) }
    let agreement = units.map { unit in
      unit.counts.reduce(0) { $0 + $1 * ($1 - 1) } / (unit.total * (unit.total - 1))
    }
    let n = Double(units.count)
    let mean = agreement.reduce(0, +) / n
    let squares = agreement.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    rate = mean
    standardError = units.count > 1 ? (squares / (n * (n - 1))).squareRoot() : nil
    unanimousUnitCount = agreement.filter { $0 == 1 }.count
    pairableUnitCount = units.count
    raterCount = ratings.raterCount
  }

  /// The interval by Student's t over units, within 0 and 1.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1; `tooFewUnits` for one
  ///   unit.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    guard let standardError else { throw .tooFewUnits(count: 1, required: 2) }
    let t = try StudentT(degreesOfFreedom: Double(pairableUnitCount - 1))
      .quantileOfComplement(tail)
    return try ConfidenceInterval(
      lower: max(0, rate - t * standardError), upper: min(1, rate + t * standardError),
      level: level, method: .studentT)
  }
}
