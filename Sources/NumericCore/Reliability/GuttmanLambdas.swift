/// Lower bounds of the reliability of a scale that need no model of its items.
///
/// Lambda 4 is the largest of all split-half coefficients (`SplitHalves.maximum`); lambda 6 needs
/// that no item is determined by the others, and has a type of its own (`GuttmanLambda6`).
public struct GuttmanLambdas: Hashable, Sendable {
  /// Lambda 1. No unit; less than 1.
  public let lambda1: Double
  /// Lambda 2. No unit; at most 1, never below alpha.
  public let lambda2: Double
  /// Lambda 3, which is Cronbach's alpha. No unit; at most 1.
  public let lambda3: Double
  /// Lambda 5. No unit; at most 1; high where one item goes together with all others.
  public let lambda5: Double
  /// Whether they are those of the scores as they are, or of standardized items.
  public let metric: ItemMetric
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension GuttmanLambdas {
  /// Computes the bounds from the covariances or the correlations between items.
  ///
  ///     lambda 1 = 1 − trace / total
  ///     lambda 2 = lambda 1 + √(k / (k − 1) · S) / total
  ///     lambda 3 = k / (k − 1) · lambda 1
  ///     lambda 5 = lambda 1 + 2 √(largest S of one item) / total
  ///
  /// `trace` sums the item variances, `total` every entry of the matrix; S is the sum of the squared
  /// covariances of different items, and of one item the sum over its pairs with the others.
  ///
  /// - Parameter matrix: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when the sum of the items does not vary.
  ///
  /// Reference: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892.
  /// Checked against R psych 2.2.9, `guttman` (correlations), and the formulas in R on `cov`.
  public init(of matrix: some ItemMatrix) throws(NumericError) {
    let total = try matrix.totalVariance(required: 2)
    let k = Double(matrix.count)
    let squares = (0..<matrix.count).map { matrix.sumOfSquaresOffDiagonal(ofRow: $0) }
    let share = matrix.sumOffDiagonal / total
    lambda1 = share
    lambda2 = try matrix.coefficient(
      share + (k / (k - 1) * squares.reduce(0, +)).squareRoot() / total)
    lambda3 = k / (k - 1) * share
    lambda5 = share + 2 * (squares.max() ?? 0).squareRoot() / total
    metric = type(of: matrix).metric
    itemCount = matrix.count
    completeCaseCount = matrix.completeCaseCount
  }
}

extension ItemMatrix {
  fileprivate func sumOfSquaresOffDiagonal(ofRow row: Int) -> Double {
    var sum = 0.0
    for other in 0..<count where other != row { sum += entry(row, other) * entry(row, other) }
    return sum
  }
}

extension GuttmanLambdas {
  /// Lambda 2 of the scores as they are used.
  public static let lambda2Definition = StatisticDefinition(
    id: "guttman_lambda2", name: "Guttman's lambda 2",
    sentence:
      "A lower bound of the reliability of a scale that is never below Cronbach's alpha and needs "
      + "no factor model.",
    formula:
      "lambda 2 = (C + √(k / (k − 1) · S)) / V, k the number of items, C the sum of the covariances "
      + "of different items, S the sum of their squares, V the variance of the total score",
    sameAs: [
      "psych::tenberge(cov(x))$mu1, x without missing answers",
      "SPSS RELIABILITY /MODEL=GUTTMAN, Lambda 2",
    ],
    notSameAs: [
      "psych::guttman(x)$lambda.2, which is that of standardized items",
      "psych::guttman(x)$lambda.4, the largest split-half coefficient",
    ],
    input: .items, outputs: ["lambda"],
    resampling: .covariances { matrix throws(NumericError) in
      try GuttmanLambdas(of: matrix).lambda2
    },
    cautions: [
      .constantItemCounts,
      Caution(
        "fewer than 30 cases", instead: "the coefficient with its interval and n, and no verdict"),
      Caution(
        "the items measure more than one thing",
        instead: "a coefficient for each subscale, or omega_hierarchical"),
    ],
    otherNames: ["lambda2"],
    reference: "Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892"
  ) { input throws(NumericError) in
    let result = try GuttmanLambdas(of: input.covariances())
    return [NamedValue("lambda", result.lambda2, count: result.completeCaseCount)]
  }
}
