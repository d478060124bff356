/// A model of correlated factors behind ordinal items, with a test that does not take the weights
/// for the truth (WLSMV: diagonally weighted least squares, mean- and variance-adjusted).
public struct OrdinalFactorAnalysis: Hashable, Sendable {
  /// The estimates, their polychoric correlations and warnings.
  public let estimate: OrdinalFactorEstimate
  /// How well the model reproduces the correlations, from scaled and shifted statistics.
  public let fit: FactorModelFit
  /// n − 1 times the discrepancy: the statistic before it was scaled and shifted, not χ² distributed.
  public let unscaledChiSquared: Double
}

extension OrdinalFactorAnalysis {
  /// Fits the model to answers and tests it with a scaled and shifted statistic.
  ///
  ///     T = (n − 1) F,  scaled = a T + df − a tr(UΓ),  a = √(df / tr(UΓUΓ))
  ///
  /// `F` is the discrepancy of `OrdinalFactorEstimate`, `Γ` n times the sampling covariances of the
  /// polychoric correlations and `U` = W − WΔ (ΔᵀWΔ)⁻¹ ΔᵀW, with the weights W and the slopes Δ of
  /// the model. CFI, TLI and RMSEA use the scaled statistics of the model and of uncorrelated items.
  /// Thresholds are not restricted, so that they drop out of the test.
  ///
  /// - Parameters:
  ///   - items: over the same rows; rows with a missing answer are left out.
  ///   - model: with degrees of freedom of 0 or more.
  ///   - emptyCells: what is done about combinations that nobody chose.
  /// - Throws: what `OrdinalFactorEstimate` throws; `dependentItems` where the model is not
  ///   identified.
  ///
  /// References: Asparouhov & Muthén (2010), Simple second order chi-square correction, Mplus
  /// technical report; Muthén (1984), Psychometrika 49, 115–132, doi:10.1007/BF02294210.
  /// Checked against R lavaan 0.6-14, `cfa(ordered = TRUE)`.
  public init(
    of items: [ItemCodes], model: FactorModel, emptyCells: EmptyCellRule
  ) throws(NumericError) {
    let complete = ItemCodes.completeCases(items)
    let tally = try PairTally(of: complete, policy: .listwise)
    estimate = try OrdinalFactorEstimate(of: tally, model: model, emptyCells: emptyCells)
    let n = Double(tally.completeCaseCount - 1)
    let covariances = try Self.samplingCovariances(complete, tally, estimate)
    let weights = estimate.variances.map { 1 / $0 }
    let matrix = estimate.polychoric.correlations
    let baseline = n * zip(weights, matrix.pairs).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let problem = WeightedFit(model, matrix.matrix, weights: weights)
    let solution = estimate.standardizedSolution
    let slopes = problem.slopes(solution.loadings, solution.factorCovariances)
    let projection = try Self.residualWeights(slopes, weights)
    unscaledChiSquared = n * estimate.discrepancy
    let (df, pairCount) = (model.degreesOfFreedom, weights.count)
    fit = try FactorModelFit(
      chiSquared: Self.scaled(unscaledChiSquared, df, projection * covariances),
      degreesOfFreedom: df,
      baselineChiSquared: Self.scaled(
        baseline, pairCount, covariances.scalingRows(by: weights)),
      baselineDegreesOfFreedom: pairCount,
      standardizedResidual: estimate.standardizedResidual,
      caseCount: tally.completeCaseCount, countBehindStatistic: tally.completeCaseCount - 1)
  }

  /// n times the covariances of the estimated correlations, from the influence of each person.
  private static func samplingCovariances(
    _ items: [ItemCodes], _ tally: PairTally, _ estimate: OrdinalFactorEstimate
  ) throws(NumericError) -> Matrix {
    let pairs = PairTallyKernel.pairs(items.count)
    let n = tally.completeCaseCount
    var influences = Matrix(rows: pairs.count, columns: n)
    let tables = try PolychoricMatrix.tables(
      of: tally, emptyCells: estimate.polychoric.emptyCells)
    for (row, pair) in pairs.enumerated() {
      let table = tables[row]
      let cells = try PolychoricInfluence(
        of: table, correlation: estimate.polychoric.correlations[pair.0, pair.1]
      ).cells
      let width = table.columns.shares.count
      let (first, second) = (items[pair.0].indexes, items[pair.1].indexes)
      for person in 0..<n {
        guard let line = table.rowOfCode[Int(first[person])],
          let column = table.columnOfCode[Int(second[person])]
        else { continue }
        influences.entries[row * n + person] = cells[line * width + column]
      }
    }
    return influences.times(influences, transposed: true).map { $0 / Double(n) }
  }

  /// U = W − WΔ (ΔᵀWΔ)⁻¹ ΔᵀW.
  private static func residualWeights(
    _ slopes: Matrix, _ weights: [Double]
  ) throws(NumericError) -> Matrix {
    let weighted = slopes.scalingRows(by: weights)
    let factor = try CholeskyFactor(of: slopes.times(weighted, transposingSelf: true))
    var result = weighted * factor.solving(weighted.transposed)
    for index in result.entries.indices { result.entries[index] = -result.entries[index] }
    for (index, weight) in weights.enumerated() { result[index, index] += weight }
    return result
  }

  /// The statistic with the mean and the variance of a χ² distribution.
  private static func scaled(_ statistic: Double, _ df: Int, _ product: Matrix) -> Double {
    guard df > 0 else { return 0 }
    let trace = product.diagonal.reduce(0, +)
    let squared = zip(product.entries, product.transposed.entries).reduce(0) { $0 + $1.0 * $1.1 }
    let factor = (Double(df) / squared).squareRoot()
    return max(factor * statistic + Double(df) - factor * trace, 0)
  }
}
