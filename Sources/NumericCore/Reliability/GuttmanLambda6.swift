/// The reliability of a scale from what each item shares with all the others.
public struct GuttmanLambda6: Hashable, Sendable {
  /// Lambda 6 of standardized items. No unit; at most 1.
  public let lambda: Double
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension GuttmanLambda6 {
  /// Computes lambda 6 from the correlations between items.
  ///
  ///     lambda 6 = 1 − Σ (1 − smc) / total
  ///
  /// `smc` is an item's squared multiple correlation, `total` the sum of the correlation matrix.
  ///
  /// - Parameter correlation: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance`; `dependentItems`.
  ///
  /// Reference: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892.
  /// Checked against R psych 2.2.9, `alpha` (`G6(smc)`).
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let shared = try SquaredMultipleCorrelations(of: correlation)
    let total = correlation.entries.reduce(0, +)
    guard total > 1e-12 else { throw .noTotalVariance }
    lambda = 1 - shared.values.reduce(0) { $0 + (1 - $1) } / total
    itemCount = k
    completeCaseCount = correlation.completeCaseCount
  }
}
