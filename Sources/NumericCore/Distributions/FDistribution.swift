/// Fisher's F distribution.
public struct FDistribution: ProbabilityDistribution {
  /// Degrees of freedom of the numerator, positive.
  public let numeratorDegreesOfFreedom: Double
  /// Degrees of freedom of the denominator, positive.
  public let denominatorDegreesOfFreedom: Double

  /// Takes the degrees of freedom.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when they are not positive.
  public init(numerator: Double, denominator: Double) throws(NumericError) {
    numeratorDegreesOfFreedom = try positive("degrees of freedom", numerator)
    denominatorDegreesOfFreedom = try positive("degrees of freedom", denominator)
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel {
    DistributionKernel(.fisherF, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom)
  }
}
