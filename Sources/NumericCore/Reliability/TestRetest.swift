/// How stable a score is over two occasions without an intended change between them.
public struct TestRetest: Hashable, Sendable {
  /// Correlation of the scores of both occasions, from −1 to 1, with the number of persons.
  public let correlation: PearsonCorrelation
  /// Mean of second − first score, in score units.
  public let meanDifference: Double
  /// Standard deviation of the differences, with divisor n − 1, in score units.
  public let differenceStandardDeviation: Double
  /// Number of persons with both scores.
  public let personCount: Int
  /// Number of persons left out because a score is missing.
  public let excludedCount: Int
}

extension TestRetest {
  /// Computes stability from two scores of each person.
  ///
  ///     standard error of measurement = SD of the differences / √2
  ///
  /// - Parameters:
  ///   - first: scores of the first occasion; `nil` is missing.
  ///   - second: scores of the same persons, in the same order, on the second occasion.
  /// - Throws: `unequalLengths`; `notANumber`; `noCommonValues` when fewer than 2 persons have both;
  ///   `constantValues` when an occasion has no variance; `outOfRange`.
  ///
  /// Reference: Weir (2005), Journal of Strength and Conditioning Research 19, 231–240.
  /// Checked against R 4.2.2, `cor.test` and `sd`.
  public init(_ first: [Double?], _ second: [Double?]) throws(NumericError) {
    correlation = try PearsonCorrelation(first, second)
    var differences: [Double] = []
    for (one, other) in zip(first, second) {
      guard let one, let other else { continue }
      differences.append(try (other - one).orOutOfRange())
    }
    let description = try Description(of: differences)
    meanDifference = description.mean
    differenceStandardDeviation = description.standardDeviation ?? 0
    personCount = differences.count
    excludedCount = first.count - differences.count
  }

  /// The error of one score, which leaves out a shift that all persons share.
  public var error: MeasurementError {
    MeasurementError(unchecked: differenceStandardDeviation / 2.0.squareRoot(), .testRetest)
  }

  /// The interval of the mean difference by Student's t distribution.
  ///
  ///     mean ± t · SD / √n
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  public func differenceInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let n = Double(personCount)
    let step =
      try StudentT(degreesOfFreedom: n - 1).quantileOfComplement(tail)
      * differenceStandardDeviation / n.squareRoot()
    return try ConfidenceInterval(
      lower: meanDifference - step, upper: meanDifference + step, level: level,
      method: .studentT)
  }
}
