/// The reliability of a sum score under one common factor.
public struct McDonaldOmega: Hashable, Sendable {
  /// Omega with the variance of the total that the model implies (composite reliability in score
  /// units); from 0 to 1 in a proper solution.
  public let omegaTotal: Double
  /// Omega with the observed variance of the total.
  public let omegaOfObservedVariance: Double
  /// Composite reliability of standardized items (Fornell and Larcker).
  public let standardizedCompositeReliability: Double
  /// Average variance extracted, of standardized items: the mean squared loading.
  public let standardizedVarianceExtracted: Double
  /// Average variance extracted in score units, over the observed variances.
  public let varianceExtracted: Double
  /// Average variance extracted in score units, over the variances that the model implies.
  public let impliedVarianceExtracted: Double
  /// The loadings in score units, for a factor of variance 1 and with a positive sum.
  public let loadings: [Double]
  /// The variance of each item that the factor does not explain, in squared score units; negative in
  /// a Heywood case.
  public let residualVariances: [Double]
  /// The loadings of standardized items.
  public let standardizedLoadings: [Double]
  /// How well one factor reproduces the covariances; `nil` where n is not known.
  public let fit: FactorModelFit?
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
  /// The n that intervals use: complete cases, or for pairwise counts the smallest number of rows
  /// behind one covariance; 0 if not known.
  public let caseCount: Int
  /// What must be printed beside omega; where it is not empty, omega is not printed plainly.
  public let warnings: [FactorWarning]
}

extension McDonaldOmega {
  /// Fits one factor by maximum likelihood.
  ///
  ///     omega = (Σ λ)² / ((Σ λ)² + Σ θ)
  ///
  /// `λ` are the loadings and `θ` the items' own variances, in score units. With the observed
  /// variance of the total, the divisor is the sum of all covariances.
  ///
  /// - Parameter covariance: k × k, k ≥ 3, in squared score units, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 3; `constantValues`; `dependentItems` when the matrix is not
  ///   positive definite; `tooFewValues` when there are not more persons than items; `notConverged`;
  ///   `noTotalVariance`.
  ///
  /// References: McDonald (1999), Test Theory; Fornell & Larcker (1981), Journal of Marketing
  /// Research 18, 39–50, doi:10.1177/002224378101800104.
  /// Checked against R semTools 0.5-6, `compRelSEM` and `AVE`.
  public init(of covariance: CovarianceMatrix) throws(NumericError) {
    let (k, n) = (covariance.count, covariance.smallestPairCount)
    let model = try FactorModel.oneFactor(itemCount: k)
    try covariance.requireVariances()
    guard n == 0 || n > k else { throw .tooFewValues(count: n, required: k + 1) }
    guard n > 0 else {
      let solution = try OneFactorFit(covariance).solution
      try self.init(standardized: solution, covariance: covariance, fit: nil)
      return
    }
    let analysis = try ConfirmatoryFactorAnalysis(of: covariance, model: model)
    try self.init(
      standardized: analysis.standardizedSolution, covariance: covariance, fit: analysis.fit)
  }

  private init(
    standardized: FactorSolution, covariance: CovarianceMatrix, fit: FactorModelFit?
  ) throws(NumericError) {
    let k = covariance.count
    let sign = standardized.loadings.column(0).reduce(0, +) < 0 ? -1.0 : 1.0
    let unit = standardized.loadings.column(0).map { sign * $0 }
    // A maximum of the likelihood reproduces the variances, so that these are their units.
    let raw = zip(unit, covariance.diagonal).map { $0 * $1.squareRoot() }
    let residual = zip(standardized.residualVariances, covariance.diagonal).map(*)
    let shared = square(raw.reduce(0, +))
    let total = try covariance.totalVariance(required: 3)
    omegaTotal = shared / (shared + residual.reduce(0, +))
    omegaOfObservedVariance = shared / total
    let sharedUnit = square(unit.reduce(0, +))
    standardizedCompositeReliability =
      sharedUnit / (sharedUnit + standardized.residualVariances.reduce(0, +))
    standardizedVarianceExtracted = unit.reduce(0) { $0 + $1 * $1 } / Double(k)
    let extracted = raw.reduce(0) { $0 + $1 * $1 }
    varianceExtracted = extracted / covariance.diagonal.reduce(0, +)
    impliedVarianceExtracted = extracted / (extracted + residual.reduce(0, +))
    (loadings, standardizedLoadings, residualVariances) = (raw, unit, residual)
    self.fit = fit
    itemCount = k
    completeCaseCount = covariance.completeCaseCount
    caseCount = covariance.smallestPairCount
    warnings =
      FactorWarning.fewCases(count: caseCount, itemCount: k) + standardized.impropriety
      + FactorWarning.signs(unit)
      + FactorWarning.belowAlpha(omegaTotal, try CronbachAlpha(of: covariance).alpha)
  }
}

extension McDonaldOmega {
  /// A coefficient of the model that its definition keeps at most 1.
  ///
  /// - Throws: `misfit` when it is above 1, as negative variances of items bring about.
  func proper(_ value: Double) throws(NumericError) -> Double {
    guard value <= 1 + 1e-9 else {
      throw .misfit(value: value, modelValue: nil, residual: fit?.standardizedResidual)
    }
    return value
  }
}

func square(_ value: Double) -> Double { value * value }

extension FactorWarning {
  /// Items that load against the others.
  static func signs(_ loadings: [Double]) -> [FactorWarning] {
    loadings.indices.filter { loadings[$0] < 0 }.map { .negativeLoading(item: $0) }
  }

  /// The warning about an omega that lies more than 0.02 below alpha.
  static func belowAlpha(_ omega: Double, _ alpha: Double) -> [FactorWarning] {
    omega < alpha - 0.02 ? [.belowAlpha(alpha: alpha)] : []
  }
}
