/// The beta distribution.
public struct Beta: ProbabilityDistribution {
  /// First shape, positive: the exponent of x, plus 1.
  public let firstShape: Double
  /// Second shape, positive: the exponent of 1 − x, plus 1.
  public let secondShape: Double

  /// Takes both shapes.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when a shape is not positive.
  public init(firstShape: Double, secondShape: Double) throws(NumericError) {
    self.firstShape = try positive("shape", firstShape)
    self.secondShape = try positive("shape", secondShape)
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel { DistributionKernel(.beta, firstShape, secondShape) }
}
