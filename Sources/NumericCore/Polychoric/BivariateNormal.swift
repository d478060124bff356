/// The distribution of two standard normal numbers with a correlation.
public struct BivariateNormal: Hashable, Sendable {
  /// The correlation, from −1 to 1.
  public let correlation: Double

  /// Takes the correlation.
  ///
  /// - Throws: `notANumber`; `parameterOutOfRange` when it is not from −1 to 1.
  public init(correlation: Double) throws(NumericError) {
    guard correlation.isFinite else { throw .notANumber }
    guard abs(correlation) <= 1 else {
      throw .parameterOutOfRange(name: "correlation", value: correlation)
    }
    self.correlation = correlation
  }

  /// The probability that the first number is at most `first` and the second at most `second`, to
  /// about 1e-15.
  ///
  ///     P = Φ(h) Φ(k) + ∫ φ(h, k; r) dr,  r from 0 to the correlation
  ///
  /// - Throws: `notANumber` when a limit is not finite.
  ///
  /// Reference: Drezner & Wesolowsky (1990), Journal of Statistical Computation and Simulation 35,
  /// 101–107. Checked against R mvtnorm 1.1-3, `pmvnorm`.
  public func cumulative(_ first: Double, _ second: Double) throws(NumericError) -> Double {
    let below = try Normal.standard.cumulative(first)
    let left = try Normal.standard.cumulative(second)
    if correlation == 1 { return min(below, left) }
    if correlation == -1 { return max(0, below + left - 1) }
    var quadrature = CorrelationQuadrature()
    quadrature.set(correlation: correlation)
    let sum = quadrature.integral(first, second)
    return min(max(below * left + sum, 0), min(below, left))
  }
}
