internal import Glibc

/// Whether items are correlated at all (Bartlett's test of sphericity).
public struct BartlettSphericity: Hashable, Sendable {
  /// The statistic, about χ² distributed where all correlations are zero.
  public let chiSquared: Double
  /// Its degrees of freedom, k (k − 1) / 2.
  public let degreesOfFreedom: Int
  /// Probability of a statistic this large or larger where all correlations are zero.
  public let pValue: Double
  /// The determinant of the correlation matrix.
  public let determinant: Double
  /// Number of persons behind the correlations; for pairwise counts, behind the fewest.
  public let caseCount: Int
}

extension BartlettSphericity {
  /// Computes the test.
  ///
  ///     χ² = −(n − 1 − (2k + 5) / 6) ln|R|
  ///
  /// For pairwise counts n is the number of rows of the pair with the fewest, so that the test rejects rather
  /// too seldom; with the n of all rows (as in psych) it rejects too often.
  ///
  /// - Parameter correlation: k × k, k ≥ 2, of a known number of persons n.
  /// - Throws: `tooFewItems`; `tooFewValues` when n does not exceed 1 + (2k + 5) / 6;
  ///   `dependentItems` when the matrix is not positive definite.
  ///
  /// Reference: Bartlett (1950), British Journal of Psychology, Statistical Section 3, 77–85.
  /// Checked against R psych 2.2.9, `cortest.bartlett`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let (k, n) = (correlation.count, correlation.smallestPairCount)
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let factor = Double(n - 1) - Double(2 * k + 5) / 6
    guard factor > 0 else { throw .tooFewValues(count: n, required: (2 * k + 5) / 6 + 2) }
    let logarithm = try CholeskyFactor(of: correlation.matrix).logDeterminant
    chiSquared = max(-factor * logarithm, 0)
    degreesOfFreedom = k * (k - 1) / 2
    pValue = try ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).complement(chiSquared)
    determinant = exp(logarithm)
    caseCount = n
  }
}
