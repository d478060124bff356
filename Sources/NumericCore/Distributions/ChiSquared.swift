/// The chi-squared distribution.
public struct ChiSquared: ProbabilityDistribution {
  /// Degrees of freedom, positive, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Takes the degrees of freedom.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when they are not positive.
  public init(degreesOfFreedom: Double) throws(NumericError) {
    self.degreesOfFreedom = try positive("degrees of freedom", degreesOfFreedom)
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel { DistributionKernel(.chiSquared, degreesOfFreedom) }
}
