/// How far apart two measurements of the same units are, in the unit of measurement.
public struct BlandAltman: Hashable, Sendable {
  /// Mean of first − second.
  public let meanDifference: Double
  /// Standard deviation of the differences, with divisor n − 1.
  public let standardDeviation: Double
  /// Below which a share of (1 − coverage) / 2 of normal differences lies.
  public let lowerLimit: Double
  /// Above which a share of (1 − coverage) / 2 of normal differences lies.
  public let upperLimit: Double
  /// The share of normal differences between both limits, such as 0.95.
  public let coverage: Double
  /// Number of units with both measurements, n.
  public let count: Int
  /// Number of units left out because a measurement was missing.
  public let excludedCount: Int
}

/// How the interval of a limit of agreement is made.
public enum LimitMethod: String, Hashable, Sendable, CaseIterable {
  /// From the noncentral t distribution; exact for normal differences.
  case exact
  /// From Student's t and the limit's approximate standard error; for larger samples.
  case approximate
}

extension BlandAltman {
  /// Computes the limits of agreement of two measurements.
  ///
  ///     limits = mean of the differences ± z · their standard deviation
  ///
  /// `z` is the normal quantile of (1 + coverage) / 2. Units with a missing measurement are left
  /// out.
  ///
  /// - Throws: `unequalLengths`; `notANumber`; `tooFewUnits` below two complete units;
  ///   `probabilityOutOfRange` when the coverage is not between 0 and 1; `outOfRange`.
  ///
  /// Reference: Bland and Altman (1999), Statistical Methods in Medical Research 8, 135–160,
  /// doi:10.1177/096228029900800204.
  public init(_ first: [Double?], _ second: [Double?], coverage: Double = 0.95)
    throws(NumericError)
  {
    guard first.count == second.count else {
      throw .unequalLengths(first: first.count, second: second.count)
    }
    for case let value? in first + second where !value.isFinite { throw .notANumber }
    let z = try Normal.standard.quantileOfComplement(
      (1 - ConfidenceInterval.validated(coverage)) / 2)
    let differences = zip(first, second).compactMap { one, other in
      one.flatMap { one in other.map { DoubleDouble.sum(one, -$0) } }
    }
    let n = differences.count
    guard n >= 2 else { throw .tooFewUnits(count: n, required: 2) }
    let mean = differences.reduce(DoubleDouble(0), +) / DoubleDouble(Double(n))
    let squares = differences.reduce(DoubleDouble(0)) { $0 + ($1 - mean) * ($1 - mean) }
    let spread = (squares / DoubleDouble(Double(n - 1))).squareRoot().rounded
    meanDifference = try mean.rounded.orOutOfRange()
    standardDeviation = try spread.orOutOfRange()
    lowerLimit = try (mean.rounded - z * spread).orOutOfRange()
    upperLimit = try (mean.rounded + z * spread).orOutOfRange()
    self.coverage = coverage
    count = n
    excludedCount = first.count - n
  }

  /// The interval of the mean difference by Student's t.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  public func meanInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let t = try StudentT(degreesOfFreedom: Double(count - 1)).quantileOfComplement(tail)
    let step = t * standardDeviation / Double(count).squareRoot()
    return try ConfidenceInterval(
      lower: meanDifference - step, upper: meanDifference + step, level: level,
      method: .studentT)
  }

  /// The interval of the lower limit of agreement.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  public func lowerLimitInterval(level: Double, method: LimitMethod) throws(NumericError)
    -> ConfidenceInterval
  {
    let steps = try limitSteps(level: level, method: method)
    return try ConfidenceInterval(
      lower: meanDifference - steps.far, upper: meanDifference - steps.near, level: level,
      method: steps.method)
  }

  /// The interval of the upper limit of agreement.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  public func upperLimitInterval(level: Double, method: LimitMethod) throws(NumericError)
    -> ConfidenceInterval
  {
    let steps = try limitSteps(level: level, method: method)
    return try ConfidenceInterval(
      lower: meanDifference + steps.near, upper: meanDifference + steps.far, level: level,
      method: steps.method)
  }

  /// How far from the mean difference the interval of a limit begins and ends.
  ///
  ///     exact: s t / √n, t the quantiles of noncentral t with n − 1 degrees of freedom about z √n
  ///     approximate: z s ± t s √(1 / n + z² / (2 (n − 1)))
  ///
  /// References: Carkeet (2015), Optometry and Vision Science 92, e71–e80,
  /// doi:10.1097/OPX.0000000000000513; Bland and Altman (1999) as above.
  private func limitSteps(level: Double, method: LimitMethod) throws(NumericError)
    -> (near: Double, far: Double, method: IntervalMethod)
  {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let z = try Normal.standard.quantileOfComplement((1 - coverage) / 2)
    let n = Double(count)
    switch method {
    case .exact:
      let t = try NoncentralT(degreesOfFreedom: n - 1, noncentrality: z * n.squareRoot())
      let unit = standardDeviation / n.squareRoot()
      return (try t.quantile(tail) * unit, try t.quantileOfComplement(tail) * unit, .noncentralT)
    case .approximate:
      let t = try StudentT(degreesOfFreedom: n - 1).quantileOfComplement(tail)
      let step = t * standardDeviation * (1 / n + z * z / (2 * (n - 1))).squareRoot()
      return (z * standardDeviation - step, z * standardDeviation + step, .studentT)
    }
  }
}
