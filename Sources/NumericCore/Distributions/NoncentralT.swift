/// The noncentral t distribution: Student's t where the mean is not 0.
public struct NoncentralT: ProbabilityDistribution {
  /// Degrees of freedom, positive, not necessarily whole.
  public let degreesOfFreedom: Double
  /// Noncentrality: the mean in units of its standard error.
  public let noncentrality: Double

  /// Takes the parameters.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when degrees of freedom are not positive.
  public init(degreesOfFreedom: Double, noncentrality: Double) throws(NumericError) {
    self.degreesOfFreedom = try positive("degrees of freedom", degreesOfFreedom)
    guard noncentrality.isFinite else { throw .notANumber }
    self.noncentrality = noncentrality
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel {
    DistributionKernel(.noncentralT, degreesOfFreedom, noncentrality)
  }
}
