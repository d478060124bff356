/// A series of lower bounds of reliability, each at least as high as the one before.
public struct TenBergeZegers: Hashable, Sendable {
  /// mu 0, which is alpha. No unit; at most 1.
  public let mu0: Double
  /// mu 1, which is Guttman's lambda 2. No unit; at most 1.
  public let mu1: Double
  /// mu 2. No unit; at most 1.
  public let mu2: Double
  /// mu 3. No unit; at most 1.
  public let mu3: Double
  /// Whether they are those of the scores as they are, or of standardized items.
  public let metric: ItemMetric
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension TenBergeZegers {
  /// Computes the series from the covariances or the correlations between items.
  ///
  ///     mu r = (p0 + √(p1 + √(p2 + … √(k / (k − 1) · pr)))) / total,  mu 0 = k / (k − 1) · p0 / total
  ///
  /// `ph` is the sum, over all pairs of different items in both orders, of their covariance to the
  /// power 2^h; `total` is the sum of the matrix.
  ///
  /// - Parameter matrix: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when the sum of the items does not vary.
  ///
  /// Reference: ten Berge and Zegers (1978), Psychometrika 43, 575–579, doi:10.1007/BF02293815.
  /// Checked against R psych 2.2.9, `tenberge`.
  public init(of matrix: some ItemMatrix) throws(NumericError) {
    let total = try matrix.totalVariance(required: 2)
    // Shares of the total keep the eighth powers within range.
    let sums = (0...3).map { matrix.sumOfPowers(1 << $0, unit: total) }
    let k = Double(matrix.count)
    let last = k / (k - 1)
    mu0 = last * sums[0]
    mu1 = sums[0] + (last * sums[1]).squareRoot()
    mu2 = sums[0] + (sums[1] + (last * sums[2]).squareRoot()).squareRoot()
    let inner = (sums[2] + (last * sums[3]).squareRoot()).squareRoot()
    mu3 = try matrix.coefficient(sums[0] + (sums[1] + inner).squareRoot())
    metric = type(of: matrix).metric
    itemCount = matrix.count
    completeCaseCount = matrix.completeCaseCount
  }
}

extension ItemMatrix {
  /// The sum over different items of their entry, in a unit, to a power that is a power of two.
  fileprivate func sumOfPowers(_ power: Int, unit: Double) -> Double {
    var sum = DoubleDouble(0)
    for first in 0..<count {
      for second in 0..<count where second != first {
        var value = entry(first, second) / unit
        var left = power
        while left > 1 {
          value *= value
          left /= 2
        }
        sum += DoubleDouble(value)
      }
    }
    return sum.rounded
  }
}

extension TenBergeZegers {
  /// The whole series, of the scores as they are used.
  public static let definition = StatisticDefinition(
    id: "ten_berge_zegers_mu", name: "Ten Berge and Zegers' mu",
    sentence:
      "Four lower bounds of the reliability of a scale, of which each is at least as high as the "
      + "one before.",
    formula:
      "mu r = (p0 + √(p1 + √(p2 + … √(k / (k − 1) · pr)))) / V, ph the sum over pairs of different "
      + "items of their covariance to the power 2^h, V the variance of the total score",
    sameAs: ["psych::tenberge(cov(x)), x without missing answers"],
    notSameAs: ["psych::guttman(x)$tenberge, which is that of standardized items"],
    input: .items, outputs: ["mu0", "mu1", "mu2", "mu3"],
    cautions: [
      .constantItemCounts,
      Caution(
        "fewer than 30 cases", instead: "the coefficient with its interval and n, and no verdict"),
      Caution(
        "the items measure more than one thing",
        instead: "a coefficient for each subscale, or omega_hierarchical"),
    ],
    reference:
      "ten Berge and Zegers (1978), Psychometrika 43, 575–579, doi:10.1007/BF02293815"
  ) { input throws(NumericError) in
    let result = try TenBergeZegers(of: input.covariances())
    let n = result.completeCaseCount
    return [
      NamedValue("mu0", result.mu0, count: n), NamedValue("mu1", result.mu1, count: n),
      NamedValue("mu2", result.mu2, count: n), NamedValue("mu3", result.mu3, count: n),
    ]
  }
}
