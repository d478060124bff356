/// How closely each value of a series follows the one before it.
public struct Autocorrelation: Hashable, Sendable {
  /// The correlation at lag 1, from −1 to 1.
  public let coefficient: Double
  /// Number of values, n.
  public let count: Int
}

extension Autocorrelation {
  /// Computes the lag-1 autocorrelation of values in their order.
  ///
  ///     r = Σ (x[i] − mean)(x[i − 1] − mean) / Σ (x[i] − mean)²
  ///
  /// - Throws: `tooFewValues` below 2 values; `notANumber`; `constantValues`; `outOfRange`.
  ///
  /// Reference: Box, Jenkins, Reinsel and Ljung (2015), Time Series Analysis, section 2.1.
  /// Checked against the certified values of NIST StRD.
  public init(of values: [Double]) throws(NumericError) {
    guard values.count >= 2 else { throw .tooFewValues(count: values.count, required: 2) }
    for value in values where !value.isFinite { throw .notANumber }
    let deviations = Deviations(of: values)
    var squares = deviations[0] * deviations[0]
    var products = DoubleDouble(0)
    for row in 1..<values.count {
      squares += deviations[row] * deviations[row]
      products += deviations[row] * deviations[row - 1]
    }
    guard !squares.isZero else { throw .constantValues(item: nil) }
    coefficient = try (products / squares).rounded.orOutOfRange()
    count = values.count
  }
}
