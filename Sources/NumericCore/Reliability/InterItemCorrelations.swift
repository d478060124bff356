/// How strongly the items of one scale go together, pair by pair.
public struct InterItemCorrelations: Hashable, Sendable {
  /// Average of the correlations of all pairs of different items, from −1 to 1.
  public let average: Double
  /// Median of the same correlations.
  public let median: Double
  /// Smallest of the same correlations.
  public let minimum: Double
  /// Largest of the same correlations.
  public let maximum: Double
  /// Number of pairs, k(k − 1) / 2.
  public let pairCount: Int
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension InterItemCorrelations {
  /// Summarizes the correlations between the items of a scale.
  ///
  /// - Parameter correlation: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2.
  ///
  /// Reference: Clark and Watson (1995), Psychological Assessment 7, 309–319,
  /// doi:10.1037/1040-3590.7.3.309. Checked against R psych 2.2.9, `alpha`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let table = try FrequencyTable(of: correlation.pairs)
    average = Moments(of: table).mean
    median = table.median
    minimum = table.minimum
    maximum = table.maximum
    pairCount = table.count
    itemCount = k
    completeCaseCount = correlation.completeCaseCount
  }
}

extension InterItemCorrelations {
  /// The average correlation between items, with the smallest and largest.
  public static let definition = StatisticDefinition(
    id: "average_inter_item_correlation", name: "Average inter-item correlation",
    sentence: "How strongly two items of the scale go together, on average over all pairs.",
    formula:
      "average of the correlations of all k (k − 1) / 2 pairs of items, k the number of items",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$total$average_r",
      "SPSS RELIABILITY /SUMMARY=CORR, Inter-Item Correlations, Mean",
      "JASP Unidimensional Reliability, average inter-item correlation, cases excluded listwise",
    ],
    notSameAs: ["SPSS RELIABILITY /SUMMARY=COV, Inter-Item Covariances, Mean"],
    input: .items, outputs: ["average", "minimum", "maximum"],
    resampling: .covariances { matrix throws(NumericError) in
      try InterItemCorrelations(of: matrix.correlations()).average
    },
    cautions: [
      Caution(
        "items of very different content", instead: "the range of the correlations beside it"),
      .constantItemUndefined,
    ],
    reference: "Clark and Watson (1995), Psychological Assessment 7, 309–319, "
      + "doi:10.1037/1040-3590.7.3.309"
  ) { input throws(NumericError) in
    let result = try InterItemCorrelations(of: input.covariances().correlations())
    let n = result.completeCaseCount
    return [
      NamedValue("average", result.average, count: n),
      NamedValue("minimum", result.minimum, count: n),
      NamedValue("maximum", result.maximum, count: n),
    ]
  }
}
