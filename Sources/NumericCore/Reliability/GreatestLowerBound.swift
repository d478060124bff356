/// The smallest reliability that is compatible with the covariances of the items.
public struct GreatestLowerBound: Hashable, Sendable {
  /// The bound. No unit; at most 1, never below Guttman's lambdas.
  public let bound: Double
  /// The largest error variances that the covariances allow, one for each item, in their unit.
  public let errorVariances: [Double]
  /// Whether some item is determined by the others; the bound then rests on few persons or on
  /// repeated items and is near 1 by construction.
  public let isDegenerate: Bool
  /// Whether it is that of the scores as they are, or of standardized items.
  public let metric: ItemMetric
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
  /// Number of persons behind the matrix: complete cases, or for pairwise all; 0 if not known.
  public let caseCount: Int
}

extension GreatestLowerBound {
  /// Computes the bound from the covariances or the correlations between items.
  ///
  ///     bound = 1 − largest Σ e / total,  over all e ≥ 0 with C − diag(e) positive semidefinite
  ///
  /// `C` is the matrix, `e` the error variances, `total` the sum of the matrix. The largest sum is
  /// found by an interior-point method to about 1e-9 of the total. In samples the bound is too high,
  /// clearly so below a thousand persons or with many items.
  ///
  /// - Parameter matrix: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when the sum of the items does not vary;
  ///   `dependentItems` when the matrix is not positive semidefinite, as with pairwise counts.
  ///
  /// References: Jackson and Agunwamba (1977), Psychometrika 42, 567–578, doi:10.1007/BF02295979;
  /// ten Berge and Sočan (2004), Psychometrika 69, 613–625, doi:10.1007/BF02289858.
  /// Checked against R psych 2.2.9, `glb.algebraic` with Rcsdp.
  public init(of matrix: some ItemMatrix) throws(NumericError) {
    let total = try matrix.totalVariance(required: 2)
    let k = matrix.count
    // An item that does not vary has no error variance, and nothing in common with the others.
    let varying = (0..<k).filter { matrix.entry($0, $0) > 0 }
    let unit = matrix.trace / Double(varying.count)
    let entries = varying.flatMap { row in varying.map { matrix.entry(row, $0) / unit } }
    var program = DiagonalProgram(entries, count: varying.count)
    var isDegenerate = false
    if !program.findsStart() {
      // A matrix without full rank has no interior; this much more on the diagonal gives it one.
      program = DiagonalProgram(entries, count: varying.count, ridge: 1e-9)
      guard program.findsStart() else { throw .dependentItems }
      isDegenerate = true
    }
    program.solve(gap: 1e-10 * total / unit)
    var errors = [Double](repeating: 0, count: k)
    for (item, error) in zip(varying, program.diagonal) { errors[item] = error * unit }
    errorVariances = errors
    bound = 1 - errors.reduce(0, +) / total
    self.isDegenerate = isDegenerate
    metric = type(of: matrix).metric
    itemCount = k
    completeCaseCount = matrix.completeCaseCount
    caseCount = matrix.caseCount
  }
}

extension GreatestLowerBound {
  /// The bound for the scores as they are used.
  public static let definition = StatisticDefinition(
    id: "greatest_lower_bound", name: "Greatest lower bound (algebraic)",
    sentence:
      "The smallest reliability that the covariances of the items allow, which is too high in "
      + "samples of less than about a thousand people.",
    formula:
      "bound = 1 − largest Σ e / V over all error variances e ≥ 0 that leave C − diag(e) positive "
      + "semidefinite, C the covariances of the items, V the variance of the total score",
    sameAs: ["psych::glb.algebraic(cov(x))$glb"],
    notSameAs: [
      "psych::glb.fa(x)$glb, an approximation by factor analysis",
      "psych::glb(x), which looks at splits",
      "psych::glb.algebraic(cor(x))$glb, which is that of standardized items",
    ],
    input: .items, outputs: ["bound"],
    cautions: [
      Caution(
        "an item that the others determine",
        instead: "guttman_lambda2: the bound is then near 1 by construction"),
      Caution(
        "fewer than 1000 cases",
        instead:
          "guttman_lambda2 or cronbach_alpha: the bound is too high by chance in small samples"),
    ],
    otherNames: ["glb"],
    reference:
      "ten Berge and Sočan (2004), Psychometrika 69, 613–625, doi:10.1007/BF02289858"
  ) { input throws(NumericError) in
    let result = try GreatestLowerBound(of: input.covariances())
    return [
      NamedValue(
        "bound", result.bound, count: result.completeCaseCount,
        warnings: result.isDegenerate ? [.dependentItems] : [])
    ]
  }
}
