/// How well correlations lend themselves to factors (Kaiser–Meyer–Olkin).
public struct SamplingAdequacy: Hashable, Sendable {
  /// The measure for all items, from 0 to 1; near 1, items share more than pairs do.
  public let overall: Double
  /// The measure for each item.
  public let items: [Double]
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension SamplingAdequacy {
  /// Compares correlations with partial correlations.
  ///
  ///     measure = Σ r² / (Σ r² + Σ p²)
  ///
  /// `r` are the correlations between different items and `p` the partial correlations, given all
  /// other items; for one item, those with that item.
  ///
  /// - Parameter correlation: k × k, k ≥ 2.
  /// - Throws: `tooFewItems`; `dependentItems` when the matrix is not positive definite;
  ///   `noTotalVariance` when no item is correlated with any other.
  ///
  /// Reference: Kaiser & Rice (1974), Educational and Psychological Measurement 34, 111–117,
  /// doi:10.1177/001316447403400115. Checked against R psych 2.2.9, `KMO`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let inverse = try CholeskyFactor(of: correlation.matrix).inverse
    var (plain, partial) = ([Double](repeating: 0, count: k), [Double](repeating: 0, count: k))
    for item in 0..<k {
      for other in 0..<k where other != item {
        let entry = inverse[item, other]
        plain[item] += correlation[item, other] * correlation[item, other]
        partial[item] += entry * entry / (inverse[item, item] * inverse[other, other])
      }
    }
    let (plainSum, partialSum) = (plain.reduce(0, +), partial.reduce(0, +))
    guard plainSum + partialSum > 0 else { throw .noTotalVariance }
    overall = plainSum / (plainSum + partialSum)
    items = (0..<k).map { item in
      let sum = plain[item] + partial[item]
      return sum > 0 ? plain[item] / sum : 0
    }
    completeCaseCount = correlation.completeCaseCount
  }
}
