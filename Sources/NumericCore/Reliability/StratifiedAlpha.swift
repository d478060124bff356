/// The reliability of the sum of several subscales, such as the score of a domain.
public struct StratifiedAlpha: Hashable, Sendable {
  /// Stratified alpha. No unit; at most 1; alpha of all items where there is one subscale.
  public let alpha: Double
  /// Alpha of each subscale, in order; `nil` for a subscale of one item, which counts as free of
  /// consistency.
  public let subscaleAlphas: [Double?]
  /// Variance of the sum of each subscale, in squared score units.
  public let subscaleVariances: [Double]
  /// Standard deviation of the sum of all items, in score units.
  public let sumStandardDeviation: Double
  /// Number of items of all subscales.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension StratifiedAlpha {
  /// Computes it from the covariances of all items.
  ///
  ///     stratified alpha = 1 − Σ v (1 − alpha) / V
  ///
  /// `v` and alpha are the variance and Cronbach's alpha of the sum of each subscale, V is the
  /// variance of the sum of all. A subscale of one item enters with alpha 0, its lower bound.
  ///
  /// - Parameters:
  ///   - covariance: k × k, in squared score units, of items keyed in one direction.
  ///   - subscales: the positions of the items of each, every item in exactly one.
  /// - Throws: `tooFewItems` when a subscale is empty or there are fewer than two items;
  ///   `parameterOutOfRange` for a position that is not there or comes twice, or that no subscale
  ///   has; `noTotalVariance` when the sum of all items, or of a subscale, does not vary.
  ///
  /// Reference: Cronbach, Schönemann and McKie (1965), Educational and Psychological Measurement 25,
  /// 291–312. Checked against the formula in R 4.2.2.
  public init(of covariance: CovarianceMatrix, subscales: [[Int]]) throws(NumericError) {
    let total = try covariance.totalVariance(required: 2)
    try StratifiedAlpha.check(subscales, itemCount: covariance.count)
    var alphas: [Double?] = []
    var variances: [Double] = []
    var error = 0.0
    for positions in subscales {
      let part = covariance.selecting(positions)
      let variance = try part.totalVariance(required: 1)
      let alpha = positions.count > 1 ? try CronbachAlpha(of: part).alpha : nil
      alphas.append(alpha)
      variances.append(variance)
      error += variance * (1 - (alpha ?? 0))
    }
    alpha = 1 - error / total
    subscaleAlphas = alphas
    subscaleVariances = variances
    sumStandardDeviation = total.squareRoot()
    itemCount = covariance.count
    completeCaseCount = covariance.completeCaseCount
  }

  private static func check(_ subscales: [[Int]], itemCount: Int) throws(NumericError) {
    var isTaken = [Bool](repeating: false, count: itemCount)
    for positions in subscales {
      guard !positions.isEmpty else { throw .tooFewItems(count: 0, required: 1) }
      for position in positions {
        guard isTaken.indices.contains(position), !isTaken[position] else {
          throw .parameterOutOfRange(name: "item position", value: Double(position))
        }
        isTaken[position] = true
      }
    }
    if let left = isTaken.firstIndex(of: false) {
      throw .parameterOutOfRange(name: "item position", value: Double(left))
    }
  }
}

extension StratifiedAlpha {
  /// Stratified alpha of a composite.
  public static let definition = StatisticDefinition(
    id: "stratified_alpha", name: "Stratified alpha",
    sentence:
      "How reliable the sum of several subscales is, from the consistency of each and their "
      + "variances.",
    formula:
      "stratified alpha = 1 − Σ v (1 − alpha) / V, v and alpha the variance and Cronbach's alpha of "
      + "the sum of each subscale, V the variance of the sum of all items",
    sameAs: [
      "R 1 - sum(v * (1 - a)) / var(rowSums(x)), v and a variances and raw alphas of the subscales"
    ],
    notSameAs: [
      "Cronbach's alpha of all items, which takes subscales that differ as error",
      "psych::omega(x)$omega.tot, which is from a factor model",
    ],
    input: .subscales, outputs: ["alpha"],
    cautions: [
      Caution("subscales of one item", instead: "cronbach_alpha of all items"),
      Caution(
        "fewer than 30 cases", instead: "the coefficient with its interval and n, and no verdict"),
    ],
    reference:
      "Cronbach, Schönemann and McKie (1965), Educational and Psychological Measurement 25, 291–312"
  ) { input throws(NumericError) in
    guard case .subscales(let covariance, let subscales) = input else {
      throw .wrongInput(required: "the items of several subscales")
    }
    let result = try StratifiedAlpha(of: covariance, subscales: subscales)
    return [NamedValue("alpha", result.alpha, count: result.completeCaseCount)]
  }
}
