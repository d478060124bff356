internal import Glibc

/// A model of correlated factors, fitted to covariances by maximum likelihood.
public struct ConfirmatoryFactorAnalysis: Hashable, Sendable {
  /// Which items measure which factor.
  public let model: FactorModel
  /// The estimates in score units, with the loading of each factor's first item set to 1.
  public let solution: FactorSolution
  /// Standard errors of those estimates from the expected information; 0 for markers; `nil` where
  /// the information has no inverse.
  public let standardErrors: FactorSolution?
  /// The estimates with items and factors of variance 1.
  public let standardizedSolution: FactorSolution
  /// How well the model reproduces the covariances.
  public let fit: FactorModelFit
  /// What was minimised: the ML discrepancy F; half of it is what lavaan calls fmin.
  public let discrepancy: Double
  /// The logarithm of the likelihood of the rows, all constants included.
  public let logLikelihood: Double
  /// The covariances that were analysed, with divisor n.
  public let covariances: Matrix
  /// What a reader must know beside the estimates.
  public let warnings: [FactorWarning]

  /// Akaike's information criterion.
  public var akaikeCriterion: Double { -2 * logLikelihood + 2 * Double(model.parameterCount) }
  /// The Bayesian information criterion.
  public var bayesianCriterion: Double {
    -2 * logLikelihood + Double(model.parameterCount) * log(Double(fit.caseCount))
  }
}

extension ConfirmatoryFactorAnalysis {
  /// Fits the model to the covariances of complete rows.
  ///
  ///     F = ln|Σ| + tr(S Σ⁻¹) − ln|S| − k,  Σ = ΛΦΛᵀ + Ψ,  χ² = n F
  ///
  /// `S` are the covariances with divisor n, `Λ` the loadings, `Φ` the covariances of factors, `Ψ`
  /// the items' own variances, which are not kept from being negative. Means are not modelled. For
  /// pairwise counts n is the number of rows of the pair with the fewest.
  ///
  /// - Parameters:
  ///   - covariance: of a known number of persons, as many items as the model has.
  ///   - model: with degrees of freedom of 0 or more.
  /// - Throws: `unequalLengths` when the numbers of items differ; `tooFewValues` when there are not
  ///   more persons than items; `dependentItems`; `constantValues`; `notConverged`;
  ///   `parameterOutOfRange` when degrees of freedom are negative.
  ///
  /// Reference: Jöreskog (1969), Psychometrika 34, 183–202, doi:10.1007/BF02289343.
  /// Checked against R lavaan 0.6-14, `cfa`.
  public init(of covariance: CovarianceMatrix, model: FactorModel) throws(NumericError) {
    let (k, n) = (covariance.count, covariance.smallestPairCount)
    let scaled = try Self.check(covariance, model)
    let problem = try LikelihoodFit(model, scaled)
    let search = try problem.solve()
    guard search.hasConverged else { throw .notConverged(iterations: search.iterations) }
    let found = problem.solution(search)
    solution = found.scaled(toMarkersOf: model)
    standardErrors = Self.errors(of: solution, model: model, caseCount: n)
    standardizedSolution = found.standardized
    discrepancy = max(search.value.value, 0)
    covariances = scaled
    self.model = model
    let logDeterminant = try CholeskyFactor(of: scaled).logDeterminant
    let baseline = scaled.diagonal.reduce(0) { $0 + log($1) } - logDeterminant
    fit = try FactorModelFit(
      chiSquared: Double(n) * discrepancy, degreesOfFreedom: model.degreesOfFreedom,
      baselineChiSquared: Double(n) * max(baseline, 0),
      baselineDegreesOfFreedom: k * (k - 1) / 2,
      standardizedResidual: Self.residual(scaled, found.impliedCovariances), caseCount: n,
      countBehindStatistic: n)
    logLikelihood =
      -0.5 * Double(n)
      * (Double(k) * log(2 * Double.pi) + logDeterminant + Double(k) + discrepancy)
    warnings = FactorWarning.fewCases(count: n, itemCount: k) + found.impropriety
  }

  /// The covariances with divisor n, after the conditions for a fit.
  private static func check(
    _ covariance: CovarianceMatrix, _ model: FactorModel
  ) throws(NumericError) -> Matrix {
    let (k, n) = (covariance.count, covariance.smallestPairCount)
    guard k == model.itemCount else { throw .unequalLengths(first: k, second: model.itemCount) }
    guard model.degreesOfFreedom >= 0 else {
      throw .parameterOutOfRange(
        name: "degrees of freedom", value: Double(model.degreesOfFreedom))
    }
    try covariance.requireVariances()
    guard n > k else { throw .tooFewValues(count: n, required: k + 1) }
    return covariance.matrix.map { $0 * Double(n - 1) / Double(n) }
  }

  /// Roots of the diagonal of the inverse information, 2 / n (tr Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ)⁻¹.
  private static func errors(
    of solution: FactorSolution, model: FactorModel, caseCount n: Int
  ) -> FactorSolution? {
    let parameters = FactorParameters(model, .marker)
    guard let inverse = try? CholeskyFactor(of: solution.impliedCovariances).inverse else {
      return nil
    }
    let columns = FactorParameters.columns(solution.loadings, solution.factorCovariances)
    let curvature = LikelihoodFit.curvature(
      parameters, FactorParameters.products(inverse, columns))
    guard let variances = try? CholeskyFactor(of: curvature).inverse.diagonal else { return nil }
    let errors = variances.map { (2 / Double(n) * $0).squareRoot() }
    let (loadings, factors, residuals) = parameters.matrices(errors)
    var marked = loadings
    for (factor, items) in model.factors.enumerated() { marked[items[0], factor] = 0 }
    return FactorSolution(
      loadings: marked, factorCovariances: factors, residualVariances: residuals)
  }

  /// Root mean square of (S − Σ)(i, j) / √(S(i, i) S(j, j)) over i ≥ j.
  static func residual(_ observed: Matrix, _ implied: Matrix) -> Double {
    let k = observed.rowCount
    var sum = 0.0
    for row in 0..<k {
      for column in 0...row {
        let rest = observed[row, column] - implied[row, column]
        sum += rest * rest / (observed[row, row] * observed[column, column])
      }
    }
    return (sum / Double(k * (k + 1) / 2)).squareRoot()
  }
}
