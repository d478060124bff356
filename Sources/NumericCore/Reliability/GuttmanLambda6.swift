/// The reliability of a scale from what each item shares with all the others.
public struct GuttmanLambda6: Hashable, Sendable {
  /// Lambda 6. No unit; at most 1.
  public let lambda: Double
  /// Whether it is that of the scores as they are, or of standardized items.
  public let metric: ItemMetric
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension GuttmanLambda6 {
  /// Computes lambda 6 from the covariances or the correlations between items.
  ///
  ///     lambda 6 = 1 − Σ e / total
  ///
  /// `e` is the variance that the regression of an item on all others leaves, which is one over the
  /// item's entry on the diagonal of the inverse matrix; `total` is the sum of the matrix.
  ///
  /// - Parameter matrix: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `constantValues`; `noTotalVariance`; `dependentItems`.
  ///
  /// Reference: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892.
  /// Checked against R psych 2.2.9, `alpha` (`G6(smc)`), and the formula in R on `cov`.
  public init(of matrix: some ItemMatrix) throws(NumericError) {
    guard matrix.count >= 2 else { throw .tooFewItems(count: matrix.count, required: 2) }
    try matrix.requireVariances()
    let factor = try CholeskyFactor(of: matrix.entries, count: matrix.count)
    let total = try matrix.totalVariance(required: 2)
    let left = (0..<matrix.count).reduce(0) { $0 + 1 / factor.inverseDiagonal($1) }
    lambda = 1 - left / total
    metric = type(of: matrix).metric
    itemCount = matrix.count
    completeCaseCount = matrix.completeCaseCount
  }
}

extension GuttmanLambda6 {
  /// Lambda 6 of the scores as they are used.
  public static let definition = StatisticDefinition(
    id: "guttman_lambda6", name: "Guttman's lambda 6",
    sentence:
      "A lower bound of the reliability of a scale from how well each item can be predicted from "
      + "all the others.",
    formula:
      "lambda 6 = 1 − Σ e / V, e the variance of an item that its regression on the other items "
      + "leaves, V the variance of the total score",
    sameAs: [
      "R 1 - sum(1 / diag(solve(cov(x)))) / sum(cov(x)), x without missing answers",
      "SPSS RELIABILITY /MODEL=GUTTMAN, Lambda 6",
    ],
    notSameAs: [
      "psych::alpha(x)$total$`G6(smc)` and psych::guttman(x)$lambda.6, which are those of "
        + "standardized items"
    ],
    input: .items, outputs: ["lambda"],
    resampling: .covariances { matrix throws(NumericError) in
      try GuttmanLambda6(of: matrix).lambda
    },
    cautions: [
      .constantItemUndefined,
      Caution(
        "nearly as many items as cases",
        instead: "guttman_lambda2: multiple correlations are too high by chance"),
    ],
    otherNames: ["lambda6"],
    reference: "Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892"
  ) { input throws(NumericError) in
    let result = try GuttmanLambda6(of: input.covariances())
    return [NamedValue("lambda", result.lambda, count: result.completeCaseCount)]
  }
}
