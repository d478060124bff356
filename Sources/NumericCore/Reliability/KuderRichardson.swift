/// The internal consistency of a scale whose items have two answers, such as right and wrong.
public struct KuderRichardson: Hashable, Sendable {
  /// KR-20, which is Cronbach's alpha of such items. No unit; at most 1.
  public let kr20: Double
  /// KR-21, which takes all items as equally difficult. No unit; at most KR-20.
  public let kr21: Double
  /// For each item the share of persons with the higher code, from 0 to 1.
  public let difficulties: [Double]
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item.
  public let completeCaseCount: Int
}

extension KuderRichardson {
  /// Computes both coefficients from the counts of the complete cases.
  ///
  ///     KR-20 = k / (k − 1) · (1 − Σ p (1 − p) / v)
  ///     KR-21 = k / (k − 1) · (1 − m (k − m) / (k v))
  ///
  /// `p` is the share of persons with the higher code of an item, `m` the mean number of items with
  /// the higher code and `v` its variance, both variances with divisor n.
  ///
  /// - Parameters:
  ///   - tally: listwise counts of items keyed in one direction.
  ///   - codes: both codes of all items, such as `0...1` or `1...2`.
  /// - Throws: `tooFewItems` when k < 2; `wrongInput` when the counts are pairwise, or the codes are
  ///   not two, or an item has another one; `tooFewValues`; `noTotalVariance`.
  ///
  /// Reference: Kuder and Richardson (1937), Psychometrika 2, 151–160, doi:10.1007/BF02288391.
  /// Checked against the formulas in R 4.2.2.
  public init(of tally: PairTally, codes: ClosedRange<Int>) throws(NumericError) {
    guard codes.count == 2, tally.policy == .listwise,
      tally.items.allSatisfy({ $0.codes.allSatisfy(codes.contains) })
    else { throw .wrongInput(required: "complete cases of items with the same two codes") }
    let covariance = try CovarianceMatrix(of: tally)
    kr20 = try CronbachAlpha(of: covariance).alpha
    let k = Double(tally.itemCount)
    let n = Double(tally.completeCaseCount)
    let shares = tally.items.map { Double($0.count(of: codes.upperBound)) / n }
    let mean = shares.reduce(0, +)
    let variance = try covariance.totalVariance(required: 2) * (n - 1) / n
    kr21 = k / (k - 1) * (1 - mean * (k - mean) / (k * variance))
    difficulties = shares
    itemCount = tally.itemCount
    completeCaseCount = tally.completeCaseCount
  }
}

extension KuderRichardson {
  /// KR-20, from the counted answers to items with two codes.
  public static let definition = StatisticDefinition(
    id: "kr20", name: "Kuder–Richardson 20",
    sentence:
      "How consistently items with two answers rank people: Cronbach's alpha under its older name.",
    formula:
      "KR-20 = k / (k − 1) · (1 − Σ p (1 − p) / V), k the number of items, p the share of people "
      + "with the higher code, V the variance of the total score, both variances with divisor n",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$total$raw_alpha",
      "SPSS RELIABILITY /MODEL=ALPHA for items with two codes",
    ],
    notSameAs: [
      "KR-21, which takes all items as equally difficult",
      "KR-20 with divisor n − 1 for one of the two variances",
      "tetrachoric (ordinal) alpha",
    ],
    input: .answers, outputs: ["kr20"],
    resampling: .numbers { rows, options throws(NumericError) in
      try BootstrapDistribution(ofAlphaOf: rows, options: options)
    }, missing: .rowsLeftOut,
    cautions: [
      Caution("answers other than two", instead: "cronbach_alpha"), .constantItemCounts,
      Caution(
        "items of very different difficulty",
        instead: "kr20 and not KR-21, which takes them as equal"),
      Caution(
        "the items measure more than one thing",
        instead: "a coefficient for each subscale, or omega_hierarchical"),
    ],
    reference:
      "Kuder and Richardson (1937), Psychometrika 2, 151–160, doi:10.1007/BF02288391"
  ) { input throws(NumericError) in
    let tally = try input.answers()
    let codes = tally.items.flatMap(\.codes)
    let result = try KuderRichardson(of: tally, codes: (codes.min() ?? 0)...(codes.max() ?? 0))
    return [NamedValue("kr20", result.kr20, count: result.completeCaseCount)]
  }
}
