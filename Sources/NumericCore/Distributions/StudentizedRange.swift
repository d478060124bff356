/// The studentized range: the largest difference between the means of groups of one population, in
/// units of their standard error.
public struct StudentizedRange: ProbabilityDistribution {
  /// Number of groups, at least 2.
  public let groupCount: Int
  /// Degrees of freedom of the standard error, at least 1, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Takes the parameters.
  ///
  /// - Throws: `tooFewGroups`; `notANumber`; `parameterOutOfRange` when degrees of freedom are
  ///   below 1.
  ///
  /// Reference: Lund and Lund (1983), Applied Statistics 32, 204–210, doi:10.2307/2347300.
  /// Checked against mpmath 1.3.0 and, to its nine digits, R 4.2.2, `ptukey` and `qtukey`.
  public init(groupCount: Int, degreesOfFreedom: Double) throws(NumericError) {
    guard groupCount >= 2 else { throw .tooFewGroups(count: groupCount, required: 2) }
    guard degreesOfFreedom.isFinite else { throw .notANumber }
    guard degreesOfFreedom >= 1 else {
      throw .parameterOutOfRange(name: "degrees of freedom", value: degreesOfFreedom)
    }
    self.groupCount = groupCount
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel {
    DistributionKernel(.studentizedRange, Double(groupCount), degreesOfFreedom)
  }
}
