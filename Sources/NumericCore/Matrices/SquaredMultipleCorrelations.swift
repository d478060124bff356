/// How much of each item's variance the other items explain.
public struct SquaredMultipleCorrelations: Hashable, Sendable {
  /// One share for each item, from 0 to 1.
  public let values: [Double]
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension SquaredMultipleCorrelations {
  /// Computes the shares from the inverse of the correlation matrix.
  ///
  ///     share = 1 − 1 / (diagonal of the inverse)
  ///
  /// - Parameter correlation: k × k, k ≥ 1.
  /// - Throws: `dependentItems` when the matrix is not positive definite, so that an item is
  ///   determined by the others or pairwise counts contradict each other.
  ///
  /// Reference: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892.
  /// Checked against R psych 2.2.9, `smc`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    let factor = try CholeskyFactor(of: correlation.entries, count: k)
    values = (0..<k).map { 1 - 1 / factor.inverseDiagonal($0) }
    completeCaseCount = correlation.completeCaseCount
  }
}
