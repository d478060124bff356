/// The noncentral F distribution: Fisher's F where the means differ.
public struct NoncentralF: ProbabilityDistribution {
  /// Degrees of freedom of the numerator, positive.
  public let numeratorDegreesOfFreedom: Double
  /// Degrees of freedom of the denominator, positive.
  public let denominatorDegreesOfFreedom: Double
  /// Noncentrality of the numerator, at least 0.
  public let noncentrality: Double

  /// Takes the parameters.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when degrees of freedom are not positive or the
  ///   noncentrality is negative.
  public init(numerator: Double, denominator: Double, noncentrality: Double)
    throws(NumericError)
  {
    numeratorDegreesOfFreedom = try positive("degrees of freedom", numerator)
    denominatorDegreesOfFreedom = try positive("degrees of freedom", denominator)
    self.noncentrality = try notNegative("noncentrality", noncentrality)
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel {
    // Boost's tail is wrong where there is no noncentrality; that is the central distribution.
    guard noncentrality > 0 else {
      return DistributionKernel(
        .fisherF, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom)
    }
    return DistributionKernel(
      .noncentralF, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, noncentrality)
  }
}
