/// The change of one person's score, in units of the error of such a change.
public struct ReliableChangeIndex: Hashable, Sendable {
  /// The index: positive for a rise; beyond ±1.96 in 5 % of persons who did not change.
  public let index: Double
  /// The second score less the first, in score units.
  public let change: Double
  /// The error of measurement that was used; where that is a lower bound, the index is too large.
  public let error: MeasurementError
}

extension ReliableChangeIndex {
  /// Computes the index of one person.
  ///
  ///     index = (second − first) / (√2 · standard error)
  ///
  /// - Throws: `notANumber` when a score is not finite; `parameterOutOfRange` when the error is zero.
  ///
  /// Reference: Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12–19,
  /// doi:10.1037/0022-006X.59.1.12. Checked against the formula in R 4.2.2.
  public init(from first: Double, to second: Double, by error: MeasurementError)
    throws(NumericError)
  {
    guard first.isFinite, second.isFinite else { throw .notANumber }
    guard error.standardError > 0 else {
      throw .parameterOutOfRange(name: "standard error", value: error.standardError)
    }
    change = try (second - first).orOutOfRange()
    index = try (change / error.ofDifference).orOutOfRange()
    self.error = error
  }
}
