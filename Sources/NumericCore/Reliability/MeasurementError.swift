/// What a standard error of measurement was made from.
public enum MeasurementErrorBasis: String, Hashable, Sendable, CaseIterable {
  /// Two occasions: it has the error between occasions.
  case testRetest = "test_retest"
  /// One occasion, by the consistency of the items: a lower bound of the error between occasions.
  case internalConsistency = "internal_consistency"
}

/// How far a score typically lies from the score without error of measurement, and why so.
public struct MeasurementError: Hashable, Sendable {
  /// The standard error of measurement, in score units; 0 for a score without error.
  public let standardError: Double
  /// What it was made from.
  public let basis: MeasurementErrorBasis

  /// Takes a standard error that was computed elsewhere.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when it is negative.
  public init(standardError: Double, basis: MeasurementErrorBasis) throws(NumericError) {
    guard standardError.isFinite else { throw .notANumber }
    guard standardError >= 0 else {
      throw .parameterOutOfRange(name: "standard error", value: standardError)
    }
    self.standardError = standardError
    self.basis = basis
  }

  init(unchecked standardError: Double, _ basis: MeasurementErrorBasis) {
    self.standardError = standardError
    self.basis = basis
  }

  /// The standard error of the difference between two scores of one person: √2 times the other.
  public var ofDifference: Double { 2.0.squareRoot() * standardError }

  /// Whether detectable and reliable change by it are lower bounds.
  public var isLowerBound: Bool { basis == .internalConsistency }
}

extension StandardErrorOfMeasurement {
  /// The error of the sum of the items, by their consistency.
  public var errorOfSum: MeasurementError {
    MeasurementError(unchecked: ofSum, .internalConsistency)
  }

  /// The error of the mean of the items, by their consistency.
  public var errorOfMean: MeasurementError {
    MeasurementError(unchecked: ofMean, .internalConsistency)
  }
}
