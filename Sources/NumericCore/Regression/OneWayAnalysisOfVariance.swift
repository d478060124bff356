/// Whether the means of several groups differ by more than the spread within the groups explains.
public struct OneWayAnalysisOfVariance: Hashable, Sendable {
  /// What lies between the group means.
  public let between: VarianceSource
  /// What lies within the groups.
  public let within: VarianceSource
  /// Mean square between / mean square within; `nil` where nothing varies within the groups.
  public let fStatistic: Double?
  /// Probability of an F this large or larger where all means are equal; 0 where F is infinite.
  public let pValue: Double
  /// Share of the whole sum of squares that lies between groups, from 0 to 1 (eta squared).
  public let rSquared: Double
  /// Root of the mean square within, in units of the values.
  public let residualStandardDeviation: Double
  /// Number of values in all groups, n.
  public let count: Int
  /// Number of groups, at least 2.
  public let groupCount: Int
}

/// One source of variation of an analysis of variance.
public struct VarianceSource: Hashable, Sendable {
  /// Sum of squares, in squared units of the values.
  public let sumOfSquares: Double
  /// Degrees of freedom, at least 1.
  public let degreesOfFreedom: Int
  /// Sum of squares / degrees of freedom.
  public let meanSquare: Double
}

extension OneWayAnalysisOfVariance {
  /// Computes the analysis from the values of each group.
  ///
  ///     between = Σ n[g] (mean[g] − mean)²      with G − 1 degrees of freedom
  ///     within = Σ (x − mean[g])²               with n − G degrees of freedom
  ///     F = (between / (G − 1)) / (within / (n − G))
  ///
  /// `G` is the number of groups, `n[g]` and `mean[g]` are the size and the mean of a group. All
  /// sums are carried in doubled precision.
  ///
  /// - Parameter groups: at least two groups of at least one value each, without missing values.
  /// - Throws: `tooFewGroups` below two groups; `tooFewValues` when a group is empty or no group
  ///   has two values; `notANumber`; `constantValues` when all values are the same; `outOfRange`.
  ///
  /// Reference: Fisher (1925), Statistical Methods for Research Workers, chapter VII.
  /// Checked against the certified values of NIST StRD and R 4.2.2, `oneway.test`.
  public init(groups: [[Double]]) throws(NumericError) {
    guard groups.count >= 2 else { throw .tooFewGroups(count: groups.count, required: 2) }
    let sizes = groups.map(\.count)
    for size in sizes where size == 0 { throw .tooFewValues(count: 0, required: 1) }
    let n = sizes.reduce(0, +)
    guard n > groups.count else { throw .tooFewValues(count: n, required: groups.count + 1) }
    for value in groups.joined() where !value.isFinite { throw .notANumber }
    let sums = GroupSums(groups)
    guard !(sums.between + sums.within).isZero else { throw .constantValues(item: nil) }
    let (dfBetween, dfWithin) = (groups.count - 1, n - groups.count)
    between = try sums.source(sums.between, dfBetween)
    within = try sums.source(sums.within, dfWithin)
    if sums.within.isZero {
      fStatistic = nil
      pValue = 0
    } else {
      let ratio = sums.between / sums.within
      let f = try (ratio * DoubleDouble(Double(dfWithin)) / DoubleDouble(Double(dfBetween)))
        .rounded.orOutOfRange()
      fStatistic = f
      pValue = try FDistribution(numerator: Double(dfBetween), denominator: Double(dfWithin))
        .complement(f)
    }
    rSquared = (sums.between / (sums.between + sums.within)).rounded
    residualStandardDeviation = try
      ((sums.within / DoubleDouble(Double(dfWithin))).squareRoot().rounded * sums.unit)
      .orOutOfRange()
    count = n
    groupCount = groups.count
  }
}

/// The sums of squares of groups, in squares of a power of two near the widest distance.
private struct GroupSums {
  let between: DoubleDouble
  let within: DoubleDouble
  let unit: Double

  /// - Parameter groups: groups of at least one finite value each.
  init(_ groups: [[Double]]) {
    // Distances from the first value are exact and cost a large common part no digits.
    let base = groups[0][0]
    var widest = Double.leastNormalMagnitude
    for value in groups.joined() { widest = max(widest, abs(value - base)) }
    unit = Double(sign: .plus, exponent: widest.isFinite ? widest.exponent : 0, significand: 1)
    let distances = groups.map { [unit] group in
      group.map { DoubleDouble.sum($0, -base).scaled(by: 1 / unit) }
    }
    let sums = distances.map { $0.reduce(DoubleDouble(0), +) }
    let n = DoubleDouble(Double(groups.reduce(0) { $0 + $1.count }))
    let mean = sums.reduce(DoubleDouble(0), +) / n
    var between = DoubleDouble(0)
    var within = DoubleDouble(0)
    for (group, sum) in zip(distances, sums) {
      let size = DoubleDouble(Double(group.count))
      let groupMean = sum / size
      between += (groupMean - mean) * (groupMean - mean) * size
      // The distances of a constant group are zero without rounding.
      let isConstant = group.allSatisfy { $0.high == group[0].high && $0.low == group[0].low }
      if isConstant { continue }
      for value in group { within += (value - groupMean) * (value - groupMean) }
    }
    self.between = between
    self.within = within
  }

  func source(_ sum: DoubleDouble, _ degrees: Int) throws(NumericError) -> VarianceSource {
    VarianceSource(
      sumOfSquares: try (sum.rounded * unit * unit).orOutOfRange(), degreesOfFreedom: degrees,
      meanSquare: try ((sum / DoubleDouble(Double(degrees))).rounded * unit * unit)
        .orOutOfRange())
  }
}
