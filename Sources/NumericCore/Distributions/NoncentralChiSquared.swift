/// The noncentral chi-squared distribution: a sum of squares of normal numbers with means.
public struct NoncentralChiSquared: ProbabilityDistribution {
  /// Degrees of freedom, positive, not necessarily whole.
  public let degreesOfFreedom: Double
  /// Noncentrality: the sum of the squared means, at least 0.
  public let noncentrality: Double

  /// Takes the parameters.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when degrees of freedom are not positive or the
  ///   noncentrality is negative.
  public init(degreesOfFreedom: Double, noncentrality: Double) throws(NumericError) {
    self.degreesOfFreedom = try positive("degrees of freedom", degreesOfFreedom)
    self.noncentrality = try notNegative("noncentrality", noncentrality)
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel {
    DistributionKernel(.noncentralChiSquared, degreesOfFreedom, noncentrality)
  }
}
