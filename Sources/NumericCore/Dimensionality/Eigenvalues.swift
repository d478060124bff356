/// The variances of the principal components of items.
public struct Eigenvalues: Hashable, Sendable {
  /// The eigenvalues of the correlation matrix, descending; their sum is the number of items.
  public let values: [Double]
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int

  /// How many exceed 1, Kaiser's rule, which finds too many factors.
  public var countAboveOne: Int { values.filter { $0 > 1 }.count }
}

extension Eigenvalues {
  /// Decomposes the correlation matrix.
  ///
  /// - Throws: `notConverged` when the library gives up, which no correlations are known to cause.
  ///
  /// Reference: Kaiser (1960), Educational and Psychological Measurement 20, 141–151,
  /// doi:10.1177/001316446002000116. Checked against R 4.2.2, `eigen`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    values = try SymmetricEigen.values(of: correlation.matrix)
    completeCaseCount = correlation.completeCaseCount
  }
}
