/// A statistic of many resamples of the rows, and the intervals that follow.
public struct BootstrapDistribution: Hashable, Sendable {
  /// The statistic of the data themselves.
  public let estimate: Double
  /// The statistic of each resample in which it is defined, ascending.
  public let replicates: [Double]
  /// Number of resamples in which the statistic is undefined, as where an item became constant.
  public let undefinedCount: Int
  /// How fast the standard error changes with the statistic, by the jackknife; `nil` where the
  /// statistic is undefined without some row, or is the same without each.
  public let acceleration: Double?
  /// Number of rows that were drawn from, or of groups of rows that belong together.
  public let caseCount: Int
  /// How it was done.
  public let options: BootstrapOptions

  /// Standard deviation of the replicates, in the unit of the statistic.
  public var standardError: Double {
    let count = Double(replicates.count)
    let mean = replicates.reduce(0, +) / count
    let squares = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / max(1, count - 1)).squareRoot()
  }
}

extension BootstrapDistribution {
  /// Takes replicates that were computed elsewhere.
  ///
  ///     acceleration = Σ d³ / (6 (Σ d²)^1.5),  d the mean of the leave-one-out values less each of them
  ///
  /// - Parameters:
  ///   - estimate: the statistic of the data themselves.
  ///   - replicates: that of each resample; one that is not finite stands for an undefined one.
  ///   - leaveOneOut: that of the data without each row; empty where it is not known.
  ///   - caseCount: number of rows drawn from.
  ///   - options: how it was done.
  /// - Throws: `notANumber` when the estimate is not finite; `tooManyUndefinedResamples` when it is undefined in
  ///   more than a tenth of the resamples.
  ///
  /// Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 and 14.
  /// Checked against R 4.2.2, `boot` 1.3-28.1.
  public init(
    estimate: Double, replicates: [Double], leaveOneOut: [Double], caseCount: Int,
    options: BootstrapOptions
  ) throws(NumericError) {
    guard estimate.isFinite else { throw .notANumber }
    let defined = replicates.filter(\.isFinite)
    guard !defined.isEmpty, defined.count * 10 >= replicates.count * 9 else {
      throw .tooManyUndefinedResamples(
        count: replicates.count - defined.count, total: replicates.count)
    }
    self.estimate = estimate
    self.replicates = defined.sorted()
    undefinedCount = replicates.count - defined.count
    acceleration = BootstrapDistribution.acceleration(leaveOneOut)
    self.caseCount = caseCount
    self.options = options
  }

  private static func acceleration(_ values: [Double]) -> Double? {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let differences = values.map { mean - $0 }
    let squares = differences.reduce(0) { $0 + $1 * $1 }
    let cubes = differences.reduce(0) { $0 + $1 * $1 * $1 }
    let size = squares * squares.squareRoot()
    return size > 0 ? cubes / (6 * size) : nil
  }
}
