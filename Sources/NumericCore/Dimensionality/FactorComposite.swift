/// The reliability of the sum of the items of one factor of a confirmatory model.
public struct FactorComposite: Hashable, Sendable {
  /// Composite reliability: the factor's share of the variance that the model implies.
  public let omegaTotal: Double
  /// The factor's share of the observed variance of the sum.
  public let omegaOfObservedVariance: Double
  /// Average variance extracted in score units, over the observed variances.
  public let varianceExtracted: Double
  /// Number of items of the factor.
  public let itemCount: Int
}

extension FactorComposite {
  /// Computes the reliability of one factor's sum score.
  ///
  ///     omega = (Σ λ)² φ / ((Σ λ)² φ + Σ θ)
  ///
  /// `λ` are the loadings of the factor's items, `φ` its variance, `θ` the items' own variances.
  /// What items share with other factors, where they load on several, is not in the divisor.
  ///
  /// - Parameter factor: the position of the factor in the model.
  ///
  /// Reference: Fornell & Larcker (1981), Journal of Marketing Research 18, 39–50,
  /// doi:10.1177/002224378101800104. Checked against R semTools 0.5-6, `compRelSEM` and `AVE`.
  public init(of analysis: ConfirmatoryFactorAnalysis, factor: Int) {
    let items = analysis.model.factors[factor]
    let solution = analysis.solution
    let variance = solution.factorCovariances[factor, factor]
    let loadings = items.map { solution.loadings[$0, factor] }
    let shared = square(loadings.reduce(0, +)) * variance
    let residual = items.reduce(0) { $0 + solution.residualVariances[$1] }
    let observed = items.reduce(0) { sum, first in
      items.reduce(sum) { $0 + analysis.covariances[first, $1] }
    }
    omegaTotal = shared / (shared + residual)
    omegaOfObservedVariance = shared / observed
    varianceExtracted =
      loadings.reduce(0) { $0 + $1 * $1 } * variance
      / items.reduce(0) { $0 + analysis.covariances[$1, $1] }
    itemCount = items.count
  }
}
