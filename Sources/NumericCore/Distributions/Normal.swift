/// The normal distribution.
public struct Normal: ProbabilityDistribution {
  /// Mean.
  public let mean: Double
  /// Standard deviation, positive.
  public let standardDeviation: Double

  /// The distribution with mean 0 and standard deviation 1.
  public static let standard = Normal()

  private init() {
    mean = 0
    standardDeviation = 1
  }

  /// Takes the parameters.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when the standard deviation is not positive.
  public init(mean: Double, standardDeviation: Double) throws(NumericError) {
    guard mean.isFinite else { throw .notANumber }
    self.mean = mean
    self.standardDeviation = try positive("standard deviation", standardDeviation)
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel { DistributionKernel(.normal, mean, standardDeviation) }
}
