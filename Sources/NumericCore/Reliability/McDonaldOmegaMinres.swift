/// The reliability of the sum of standardized items under one factor, fitted by least squares.
public struct McDonaldOmegaMinres: Hashable, Sendable {
  /// Omega with the variance of the total that the model implies.
  public let omegaTotal: Double
  /// One less the items' own variances over the observed variance of the total.
  public let omegaOfObservedVariance: Double
  /// The variance of the total that the factor explains, over the observed variance of the total.
  public let explainedShare: Double
  /// The loadings of standardized items.
  public let loadings: [Double]
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
  /// What must be printed beside omega; where it is not empty, omega is not printed plainly.
  public let warnings: [FactorWarning]
}

extension McDonaldOmegaMinres {
  /// Fits one factor by minres.
  ///
  ///     omega = (Σ λ)² / ((Σ λ)² + Σ (1 − λ²)),  of observed variance: 1 − Σ (1 − λ²) / Σ R
  ///
  /// - Parameter correlation: k × k, k ≥ 3; Pearson or polychoric.
  /// - Throws: `tooFewItems` when k < 3; `noTotalVariance`.
  ///
  /// References: McDonald (1999), Test Theory; Revelle & Condon (2019), Psychological Assessment 31,
  /// 1395–1411, doi:10.1037/pas0000754. Checked against R psych 2.2.9, `omega(nfactors = 1)`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let factor = try FactorExtraction(of: correlation, factorCount: 1, method: .minres)
    let total = try correlation.totalVariance(required: 3)
    loadings = factor.loadings.column(0)
    let shared = square(loadings.reduce(0, +))
    let unique = loadings.reduce(0) { $0 + 1 - $1 * $1 }
    omegaTotal = shared / (shared + unique)
    omegaOfObservedVariance = 1 - unique / total
    explainedShare = shared / total
    itemCount = correlation.count
    completeCaseCount = correlation.completeCaseCount
    warnings =
      factor.warnings + FactorWarning.signs(loadings)
      + FactorWarning.belowAlpha(omegaTotal, try StandardizedAlpha(of: correlation).alpha)
  }
}
