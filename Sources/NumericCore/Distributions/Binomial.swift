/// The binomial distribution: how many of some independent trials succeed.
///
/// Its quantiles are rounded outwards, to the whole number that keeps the stated probability.
public struct Binomial: ProbabilityDistribution {
  /// Number of trials, at least 0.
  public let trialCount: Int
  /// Probability of success in one trial, from 0 to 1.
  public let probability: Double

  /// Takes the parameters.
  ///
  /// - Throws: `countsOutOfRange` when the number of trials is negative; `probabilityOutOfRange`.
  public init(trialCount: Int, probability: Double) throws(NumericError) {
    guard trialCount >= 0 else { throw .countsOutOfRange(part: trialCount, whole: trialCount) }
    guard probability.isFinite else { throw .notANumber }
    guard probability >= 0, probability <= 1 else { throw .probabilityOutOfRange(probability) }
    self.trialCount = trialCount
    self.probability = probability
  }

  /// The family and parameters behind the functions.
  public var kernel: DistributionKernel {
    DistributionKernel(.binomial, Double(trialCount), probability)
  }
}
