/// What varies in numeric ratings: between units, between raters, and what is left.
public struct RatingMeanSquares: Hashable, Sendable {
  /// Mean square between units, in squared rating units (BMS).
  public let betweenUnits: Double
  /// Mean square within units (WMS).
  public let withinUnits: Double
  /// Mean square between raters (JMS).
  public let betweenRaters: Double
  /// Mean square of what units and raters leave (EMS).
  public let residual: Double
  /// Number of units that every rater rated, n.
  public let unitCount: Int
  /// Number of raters, k.
  public let raterCount: Int
  /// Number of units left out because a rating was missing.
  public let excludedUnitCount: Int
}

extension RatingMeanSquares {
  /// Analyses ratings of the same units; units with a missing rating are left out (listwise).
  ///
  /// - Parameter raters: at least two columns over the same units, in one unit of measurement.
  /// - Throws: `tooFewRaters`; `unequalLengths`; `notANumber`; `tooFewUnits` below two complete
  ///   units; `outOfRange`.
  ///
  /// Reference: Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428,
  /// doi:10.1037/0033-2909.86.2.420. Checked against psych 2.2.9, `ICC`.
  public init(of raters: [[Double?]]) throws(NumericError) {
    guard raters.count >= 2 else { throw .tooFewRaters(count: raters.count, required: 2) }
    let rowCount = raters[0].count
    for rater in raters {
      guard rater.count == rowCount else {
        throw .unequalLengths(first: rowCount, second: rater.count)
      }
      for case let rating? in rater where !rating.isFinite { throw .notANumber }
    }
    let rows = (0..<rowCount).filter { row in raters.allSatisfy { $0[row] != nil } }
    guard rows.count >= 2 else { throw .tooFewUnits(count: rows.count, required: 2) }
    let columns = raters.map { rater in rows.compactMap { rater[$0] } }
    let sums = TwoWaySums(columns)
    let (n, k) = (Double(rows.count), Double(raters.count))
    func meanSquare(_ sum: DoubleDouble, _ degrees: Double) throws(NumericError) -> Double {
      try (sum / DoubleDouble(degrees)).rounded.orOutOfRange()
    }
    betweenUnits = try meanSquare(sums.units, n - 1)
    withinUnits = try meanSquare(sums.raters + sums.residual, n * (k - 1))
    betweenRaters = try meanSquare(sums.raters, k - 1)
    residual = try meanSquare(sums.residual, (n - 1) * (k - 1))
    unitCount = rows.count
    raterCount = raters.count
    excludedUnitCount = rowCount - rows.count
  }

  /// The mean squares that go with variances of units and raters that are not negative.
  ///
  /// Where the mean square of units or raters is below the residual one, its variance is taken
  /// to be zero and its sum of squares joins the residual. This is what restricted maximum
  /// likelihood gives for complete ratings; without such a case nothing changes.
  public var restricted: RatingMeanSquares {
    let (n, k) = (Double(unitCount), Double(raterCount))
    var (sum, degrees) = (residual * (n - 1) * (k - 1), (n - 1) * (k - 1))
    var (hasUnits, hasRaters) = (true, true)
    // One after the other: a smaller residual can lift the other above it.
    for _ in 0..<2 {
      if hasUnits && betweenUnits < sum / degrees {
        (hasUnits, sum, degrees) = (false, sum + betweenUnits * (n - 1), degrees + n - 1)
      }
      if hasRaters && betweenRaters < sum / degrees {
        (hasRaters, sum, degrees) = (false, sum + betweenRaters * (k - 1), degrees + k - 1)
      }
    }
    let error = sum / degrees
    let raters = hasRaters ? betweenRaters : error
    return RatingMeanSquares(
      betweenUnits: hasUnits ? betweenUnits : error, withinUnits: error + (raters - error) / n,
      betweenRaters: raters, residual: error, unitCount: unitCount, raterCount: raterCount,
      excludedUnitCount: excludedUnitCount)
  }
}

/// The sums of squares of complete ratings.
private struct TwoWaySums {
  var units = DoubleDouble(0)
  var raters = DoubleDouble(0)
  var residual = DoubleDouble(0)

  init(_ columns: [[Double]]) {
    let base = columns[0][0]
    let distances = columns.map { $0.map { DoubleDouble.sum($0, -base) } }
    let (n, k) = (columns[0].count, columns.count)
    let size = DoubleDouble(Double(n))
    let raterMeans = distances.map { $0.reduce(DoubleDouble(0), +) / size }
    let unitMeans = (0..<n).map { row in
      distances.reduce(DoubleDouble(0)) { $0 + $1[row] } / DoubleDouble(Double(k))
    }
    let mean = raterMeans.reduce(DoubleDouble(0), +) / DoubleDouble(Double(k))
    for unit in unitMeans { units += (unit - mean) * (unit - mean) }
    units = units * DoubleDouble(Double(k))
    for rater in raterMeans { raters += (rater - mean) * (rater - mean) }
    raters = raters * size
    for (column, rater) in zip(distances, raterMeans) {
      for (value, unit) in zip(column, unitMeans) {
        let rest = value - unit - rater + mean
        residual += rest * rest
      }
    }
    removeRounding(of: Double(n * k))
  }

  /// Sums that are only rounding of the means become zero.
  private mutating func removeRounding(of count: Double) {
    let limit = (units + raters + residual).high * 1e-28
    if units.high <= limit { units = DoubleDouble(0) }
    if raters.high <= limit { raters = DoubleDouble(0) }
    if residual.high <= limit { residual = DoubleDouble(0) }
  }
}
