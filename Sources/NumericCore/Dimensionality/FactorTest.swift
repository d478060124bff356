/// Whether a number of factors is enough, by the likelihood.
public struct FactorTest: Hashable, Sendable {
  /// The statistic, about χ² distributed where the factors are enough.
  public let chiSquared: Double
  /// Its degrees of freedom.
  public let degreesOfFreedom: Int
  /// Probability of a statistic this large or larger where the factors are enough.
  public let pValue: Double
  /// Number of persons behind the correlations; for pairwise counts, behind the fewest.
  public let caseCount: Int
}

extension FactorTest {
  /// Computes the test with Bartlett's correction.
  ///
  ///     χ² = (n − 1 − (2k + 5) / 6 − 2m / 3) F
  ///
  /// `F` is the ML discrepancy of m factors and k items.
  ///
  /// - Throws: `tooFewValues` when n is too small for the correction; `parameterOutOfRange` when the
  ///   factors were not fitted by ML, or no degree of freedom is left.
  ///
  /// Reference: Lawley & Maxwell (1971), Factor Analysis as a Statistical Method, section 4.4.
  /// Checked against R 4.2.2, `factanal`.
  public init(of factors: FactorExtraction) throws(NumericError) {
    let (k, m) = (factors.itemCount, factors.factorCount)
    let n = factors.correlations.smallestPairCount
    guard factors.method == .maximumLikelihood, factors.degreesOfFreedom > 0 else {
      throw .parameterOutOfRange(
        name: "degrees of freedom of an ML solution", value: Double(factors.degreesOfFreedom))
    }
    let factor = Double(n - 1) - Double(2 * k + 5) / 6 - Double(2 * m) / 3
    guard factor > 0 else { throw .tooFewValues(count: n, required: (2 * k + 5 + 4 * m) / 6 + 2) }
    chiSquared = max(factor * factors.objective, 0)
    degreesOfFreedom = factors.degreesOfFreedom
    pValue = try ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).complement(chiSquared)
    caseCount = n
  }
}
