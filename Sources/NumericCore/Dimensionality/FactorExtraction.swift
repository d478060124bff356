internal import Glibc

/// The rule by which factors are fitted to correlations.
public enum ExtractionMethod: String, Hashable, Sendable, CaseIterable {
  /// Smallest squared residual correlations (unweighted least squares, principal factors at the end).
  case minres
  /// Largest likelihood of normally distributed items.
  case maximumLikelihood = "ml"
}

/// Common factors of items, before rotation.
public struct FactorExtraction: Hashable, Sendable {
  /// The rule by which the factors were fitted.
  public let method: ExtractionMethod
  /// One row an item, one column a factor, each with a positive sum. For minres the factors are
  /// principal axes (ΛᵀΛ is diagonal, largest first), for ML canonical (ΛᵀΨ⁻¹Λ is).
  public let loadings: Matrix
  /// The variance of each item that the factors do not explain, from 0.005 to 1.
  public let uniquenesses: [Double]
  /// What was minimised: half the sum of squared residuals, or the ML discrepancy.
  public let objective: Double
  /// Degrees of freedom of the model.
  public let degreesOfFreedom: Int
  /// The correlations that were analysed.
  public let correlations: CorrelationMatrix
  /// What a reader must know beside the loadings.
  public let warnings: [FactorWarning]

  /// The number of items.
  public var itemCount: Int { loadings.rowCount }
  /// The number of factors.
  public var factorCount: Int { loadings.columnCount }
  /// The variance of each item that the factors explain.
  public var communalities: [Double] {
    loadings.rows.map { $0.reduce(0) { $0 + $1 * $1 } }
  }
}

extension FactorExtraction {
  /// The smallest unique variance that is allowed; a solution that rests here is a Heywood case.
  static let smallestUniqueness = 0.005

  /// Fits factors to correlations.
  ///
  ///     minres: ½ Σ (R − ΛΛᵀ − Ψ)²,  ML: ln|ΛΛᵀ + Ψ| + tr(R (ΛΛᵀ + Ψ)⁻¹) − ln|R| − k
  ///
  /// `R` are the correlations, `Λ` the loadings, `Ψ` the diagonal of unique variances, held at 0.005
  /// or more. For given `Ψ` the best `Λ` has a closed form; `Ψ` is found by Newton's method.
  ///
  /// - Parameters:
  ///   - correlation: k × k.
  ///   - factorCount: at least 1, and no more than leave degrees of freedom of 0 or more.
  /// - Throws: `tooFewItems` with the number that these factors need; `dependentItems` for ML where
  ///   the matrix is not positive definite; `parameterOutOfRange` without a factor.
  ///
  /// References: Harman & Jones (1966), Psychometrika 31, 351–368, doi:10.1007/BF02289468;
  /// Jöreskog (1967), Psychometrika 32, 443–482, doi:10.1007/BF02289658.
  /// Checked against R 4.2.2, `factanal`, and psych 2.2.9, `fa`.
  public init(
    of correlation: CorrelationMatrix, factorCount: Int, method: ExtractionMethod
  ) throws(NumericError) {
    let k = correlation.count
    try FactorExtraction.check(itemCount: k, factorCount: factorCount)
    let problem = try FactorProblem(correlation.matrix, factorCount, method)
    let search = try problem.solve()
    let uniquenesses = problem.uniquenesses(search.position)
    let eigen = try SymmetricEigen.values(of: correlation.matrix)
    var warnings = FactorWarning.fewCases(count: correlation.smallestPairCount, itemCount: k)
    if let smallest = eigen.last, smallest <= 1e-10 {
      warnings.append(.notPositiveDefinite(smallestEigenvalue: smallest))
    }
    for (item, value) in uniquenesses.enumerated()
    where value <= FactorExtraction.smallestUniqueness * (1 + 1e-9) {
      warnings.append(.heywoodCase(item: item))
    }
    if !search.hasConverged { warnings.append(.notConverged(iterations: search.iterations)) }
    self.method = method
    loadings = try problem.loadings(search.position)
    self.uniquenesses = uniquenesses
    objective = problem.objective(search, loadings)
    degreesOfFreedom = FactorExtraction.degreesOfFreedom(k, factorCount)
    correlations = correlation
    self.warnings = warnings
  }

  /// ((k − m)² − k − m) / 2.
  static func degreesOfFreedom(_ k: Int, _ m: Int) -> Int { ((k - m) * (k - m) - k - m) / 2 }

  static func check(itemCount k: Int, factorCount m: Int) throws(NumericError) {
    guard m >= 1 else { throw .parameterOutOfRange(name: "number of factors", value: Double(m)) }
    var needed = m + 1
    while degreesOfFreedom(needed, m) < 0 { needed += 1 }
    guard k >= needed else { throw .tooFewItems(count: k, required: needed) }
  }
}
