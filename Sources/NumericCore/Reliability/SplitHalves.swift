/// The split-half coefficients of every way to divide a scale into halves.
public struct SplitHalves: Hashable, Sendable {
  /// Largest coefficient, Guttman's lambda 4; of a sample the largest that was met.
  public let maximum: Double
  /// Smallest coefficient, Revelle's beta for halves; of a sample the smallest that was met.
  public let minimum: Double
  /// Mean of the coefficients of all splits, also where only a sample was looked at.
  public let mean: Double
  /// Positions of the items that are with the first item in the split of the largest coefficient.
  public let bestHalf: [Int]
  /// Positions of the items that are with the first item in the split of the smallest coefficient.
  public let worstHalf: [Int]
  /// Number of splits that were looked at.
  public let splitCount: Int
  /// Whether these were all splits, so that maximum and minimum are those of all.
  public let isComplete: Bool
  /// Whether it is that of the scores as they are, or of standardized items.
  public let metric: ItemMetric
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int

  /// The largest number of items of which all splits are looked at: 5,200,300 of them.
  public static let largestItemCount = 25
}

extension SplitHalves {
  /// Looks at every split into halves whose sizes differ by at most one item.
  ///
  ///     coefficient = 4 c / total
  ///     mean        = alpha for even k, (1 − 1 / k²) alpha for odd k
  ///
  /// `c` is the covariance of the sums of both halves, `total` the variance of the sum of all items.
  ///
  /// - Parameter matrix: k × k, 2 ≤ k ≤ 25, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `tooManyItems` when k > 25: take a sample then;
  ///   `noTotalVariance` when the sum of the items does not vary.
  ///
  /// References: Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892; for the mean,
  /// Warrens (2015), Advances in Data Analysis and Classification 9, 71–81. Checked against R psych
  /// 2.2.9, `splitHalf` (even k), and a loop over `combn` in R (odd k, where `splitHalf` leaves out
  /// half of the splits).
  public init(of matrix: some ItemMatrix) throws(NumericError) {
    let total = try matrix.totalVariance(required: 2)
    guard matrix.count <= SplitHalves.largestItemCount else {
      throw .tooManyItems(count: matrix.count, allowed: SplitHalves.largestItemCount)
    }
    var search = SplitSearch(matrix)
    search.visitAll()
    self.init(matrix, total: total, search: search, isComplete: true)
  }

  /// Looks at splits drawn at random, for scales with too many items for all of them.
  ///
  /// The largest coefficient of a sample is at most that of all splits, and the smallest at least.
  ///
  /// - Parameters:
  ///   - matrix: k × k, k ≥ 2, of items keyed in one direction.
  ///   - sampleCount: number of splits drawn, at least 1; the same split may come again.
  ///   - seed: seed of the draws.
  /// - Throws: `tooFewItems` when k < 2; `parameterOutOfRange` when nothing is to be drawn;
  ///   `noTotalVariance` when the sum of the items does not vary.
  public init(of matrix: some ItemMatrix, sampleCount: Int, seed: UInt64) throws(NumericError) {
    let total = try matrix.totalVariance(required: 2)
    guard sampleCount >= 1 else {
      throw .parameterOutOfRange(name: "sample count", value: Double(sampleCount))
    }
    var search = SplitSearch(matrix)
    search.visitSample(sampleCount, seed: seed)
    self.init(matrix, total: total, search: search, isComplete: false)
  }

  private init(
    _ matrix: some ItemMatrix, total: Double, search: SplitSearch, isComplete: Bool
  ) {
    let k = Double(matrix.count)
    let share = matrix.sumOffDiagonal / total
    maximum = 4 * matrix.halves(search.closest).between / total
    minimum = 4 * matrix.halves(search.farthest).between / total
    mean = share * (matrix.count.isMultiple(of: 2) ? k / (k - 1) : (k + 1) / k)
    bestHalf = search.closest.indices.filter { search.closest[$0] }
    worstHalf = search.farthest.indices.filter { search.farthest[$0] }
    splitCount = search.splitCount
    self.isComplete = isComplete
    metric = type(of: matrix).metric
    itemCount = matrix.count
    completeCaseCount = matrix.completeCaseCount
  }
}

extension SplitHalves {
  /// The largest, smallest and mean split-half coefficient of the scores as they are used.
  public static let definition = StatisticDefinition(
    id: "split_half", name: "Split-half reliability, all splits",
    sentence:
      "How well two halves of the scale agree, over every way to divide its items: the best, the "
      + "worst and the average division.",
    formula:
      "coefficient of one split = 4 c / V, c the covariance of the sums of both halves, V the "
      + "variance of the total score; all splits whose halves differ by at most one item",
    sameAs: [
      "psych::splitHalf(cov(x), covar = TRUE, check.keys = FALSE, brute = TRUE)$maxrb, $minrb and "
        + "$meanr for an even number of items"
    ],
    notSameAs: [
      "psych::splitHalf(x), which is that of standardized items",
      "psych::splitHalf for an odd number of items, which leaves out half of the splits",
      "SPSS RELIABILITY /MODEL=SPLIT, which looks at the first items against the last",
      "the average split-half correlation without the step to full length",
    ],
    input: .items, outputs: ["maximum", "minimum", "mean"],
    cautions: [
      Caution(
        "one split chosen by hand",
        instead: "the mean over all splits, which is alpha for an even number of items"),
      Caution("more than 25 items, where it is undefined", instead: "cronbach_alpha"),
      .constantItemCounts,
    ],
    reference: "Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892"
  ) { input throws(NumericError) in
    let matrix = try input.covariances()
    let result = try SplitHalves(of: matrix)
    let n = result.completeCaseCount
    return [
      NamedValue("maximum", try matrix.coefficient(result.maximum), count: n),
      NamedValue("minimum", result.minimum, count: n), NamedValue("mean", result.mean, count: n),
    ]
  }

  /// Lambda 4 of the scores as they are used.
  public static let lambda4Definition = StatisticDefinition(
    id: "guttman_lambda4", name: "Guttman's lambda 4",
    sentence:
      "The split-half reliability of the best of all divisions of the items into two halves, a "
      + "lower bound that is too high in small samples.",
    formula:
      "lambda 4 = 4 c / V, the largest over all splits whose halves differ by at most one item, c the "
      + "covariance of the sums of both halves, V the variance of the total score; of at most 25 items",
    sameAs: [
      "psych::splitHalf(cov(x), covar = TRUE, check.keys = FALSE, brute = TRUE)$maxrb for an even "
        + "number of items"
    ],
    notSameAs: [
      "psych::guttman(x)$lambda.4, which is that of standardized items",
      "SPSS RELIABILITY /MODEL=GUTTMAN, Lambda 4, which looks at one split only",
    ],
    input: .items, outputs: ["lambda"],
    cautions: [
      Caution(
        "fewer than 500 cases, or many items",
        instead: "guttman_lambda2: the best of many splits is too high by chance"),
      Caution("more than 25 items, where it is undefined", instead: "guttman_lambda2"),
      .constantItemCounts,
    ],
    otherNames: ["lambda4"],
    reference: "Guttman (1945), Psychometrika 10, 255–282, doi:10.1007/BF02288892"
  ) { input throws(NumericError) in
    let matrix = try input.covariances()
    let result = try SplitHalves(of: matrix)
    let lambda = try matrix.coefficient(result.maximum)
    return [NamedValue("lambda", lambda, count: result.completeCaseCount)]
  }
}
