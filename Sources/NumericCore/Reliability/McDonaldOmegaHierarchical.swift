/// How much of a sum score's variance is due to one general factor beside group factors.
public struct McDonaldOmegaHierarchical: Hashable, Sendable {
  /// The share of the variance of the total that the general factor explains.
  public let omegaHierarchical: Double
  /// The share that all common factors explain.
  public let omegaTotal: Double
  /// Omega hierarchical over omega total: the limit for very many items of the same kind.
  public let asymptoticOmega: Double
  /// The general and the group factors.
  public let schmidLeiman: SchmidLeiman
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
  /// What must be printed beside omega; where it is not empty, omega is not printed plainly.
  public var warnings: [FactorWarning] { schmidLeiman.warnings }
}

extension McDonaldOmegaHierarchical {
  /// The fewest items that it needs.
  public static let smallestItemCount = 7
  /// How far the values of near-equal optima may lie apart.
  static let largestDifference = 0.05

  /// Computes omega of standardized items after a Schmid–Leiman transformation.
  ///
  ///     hierarchical = (Σ g)² / Σ R,  total = 1 − Σ (1 − h²) / Σ R
  ///
  /// `g` are the loadings on the general factor, `h²` the communalities, `R` the correlations.
  ///
  /// The rotation has several optima. Near-equal ones lie above the best by no more than a tenth of
  /// the criterion of evenly spread loadings; where they give values more than 0.05 apart, the data do
  /// not determine the general factor.
  ///
  /// - Parameters:
  ///   - correlation: k × k, k ≥ 7, of items keyed in one direction. With six items three factors fit
  ///     any correlations.
  ///   - groupFactorCount: at least 2, usually 3.
  /// - Throws: `tooFewItems` when k < 7; `ambiguousRotation` where near-equal optima differ; `misfit`
  ///   when a value is above 1; what `SchmidLeiman` throws; `noTotalVariance`.
  ///
  /// Reference: Zinbarg, Revelle, Yovel & Li (2005), Psychometrika 70, 123–133,
  /// doi:10.1007/s11336-003-0974-7. Checked against R psych 2.2.9, `omega`.
  public init(of correlation: CorrelationMatrix, groupFactorCount: Int) throws(NumericError) {
    let total = try correlation.totalVariance(required: Self.smallestItemCount)
    let optima = try SchmidLeiman.nearEqual(of: correlation, factorCount: groupFactorCount)
    let values = optima.map { square($0.generalLoadings.reduce(0, +)) / total }
    let transformed = optima[0]
    omegaHierarchical = values[0]
    for value in values where abs(value - values[0]) > Self.largestDifference {
      throw .ambiguousRotation(
        lowest: values.min() ?? value, highest: values.max() ?? value)
    }
    guard omegaHierarchical <= 1 else {
      throw .misfit(value: omegaHierarchical, modelValue: nil, residual: nil)
    }
    omegaTotal = 1 - transformed.communalities.reduce(0) { $0 + 1 - $1 } / total
    asymptoticOmega = omegaHierarchical / omegaTotal
    schmidLeiman = transformed
    itemCount = correlation.count
    completeCaseCount = correlation.completeCaseCount
  }
}
