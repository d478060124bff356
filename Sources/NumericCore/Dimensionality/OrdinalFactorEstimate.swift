/// A model of correlated factors behind ordinal items, fitted to polychoric correlations by
/// diagonally weighted least squares.
public struct OrdinalFactorEstimate: Hashable, Sendable {
  /// Which items measure which factor.
  public let model: FactorModel
  /// The estimates for the normal variables behind the items, all variances 1.
  public let standardizedSolution: FactorSolution
  /// The polychoric correlations with their thresholds.
  public let polychoric: PolychoricMatrix
  /// What was minimised: the sum over pairs of (r − σ)² / γ.
  public let discrepancy: Double
  /// Standardized root mean square residual of the polychoric correlations: 0 is an exact fit.
  public let standardizedResidual: Double
  /// For each pair of items n times the sampling variance of its correlation.
  let variances: [Double]
  /// What a reader must know beside the estimates and the warnings of the polychoric matrix.
  public let warnings: [FactorWarning]
}

extension OrdinalFactorEstimate {
  /// Fits the model; the weights need the contingency tables only.
  ///
  ///     F = Σ (r − σ)² / γ,  σ = ΛΦΛᵀ
  ///
  /// `r` are the polychoric correlations, `γ` n times their sampling variances, `Λ` the loadings,
  /// `Φ` the correlations of factors.
  ///
  /// - Parameters:
  ///   - tally: counted over complete cases, as many items as the model has.
  ///   - model: with degrees of freedom of 0 or more.
  ///   - emptyCells: what is done about combinations that nobody chose.
  /// - Throws: what `PolychoricMatrix` throws; `unequalLengths`; `differentTallies` where the tally
  ///   is pairwise; `notConverged`.
  ///
  /// Reference: Muthén, du Toit & Spisic (1997), Robust inference using weighted least squares and
  /// quadratic estimating equations. Checked against R lavaan 0.6-14, `cfa(ordered = TRUE)`.
  public init(
    of tally: PairTally, model: FactorModel, emptyCells: EmptyCellRule
  ) throws(NumericError) {
    let k = tally.itemCount
    guard k == model.itemCount else { throw .unequalLengths(first: k, second: model.itemCount) }
    guard tally.policy == .listwise else { throw .differentTallies }
    guard model.degreesOfFreedom >= 0 else {
      throw .parameterOutOfRange(
        name: "degrees of freedom", value: Double(model.degreesOfFreedom))
    }
    let tables = try PolychoricMatrix.tables(of: tally, emptyCells: emptyCells)
    polychoric = try PolychoricMatrix(of: tally, emptyCells: emptyCells, tables: tables)
    var variances: [Double] = []
    for (table, correlation) in zip(tables, polychoric.correlations.pairs) {
      variances.append(try PolychoricInfluence(of: table, correlation: correlation).variance)
    }
    self.variances = variances
    self.model = model
    let problem = WeightedFit(
      model, polychoric.correlations.matrix, weights: variances.map { 1 / $0 })
    let search = try problem.solve()
    guard search.hasConverged else { throw .notConverged(iterations: search.iterations) }
    let (loadings, factors, residuals) = problem.parameters.matrices(search.position)
    standardizedSolution = FactorSolution(
      loadings: loadings, factorCovariances: factors, residualVariances: residuals)
    discrepancy = search.value.value
    standardizedResidual = Self.residual(
      polychoric.correlations, standardizedSolution.impliedCovariances)
    warnings =
      FactorWarning.fewCases(count: tally.completeCaseCount, itemCount: k)
      + standardizedSolution.impropriety
  }

  /// Root mean square of the residual correlations over pairs of items, each item's pair with itself
  /// included, which leaves no residual.
  private static func residual(_ observed: CorrelationMatrix, _ implied: Matrix) -> Double {
    var sum = 0.0
    for (first, second) in PairTallyKernel.pairs(observed.count) {
      let rest = observed[first, second] - implied[first, second]
      sum += rest * rest
    }
    return (sum / Double(observed.count * (observed.count + 1) / 2)).squareRoot()
  }
}
