/// The internal consistency that a scale would have if all its items had the same variance.
public struct StandardizedAlpha: Hashable, Sendable {
  /// Standardized alpha. No unit; at most 1.
  public let alpha: Double
  /// Average correlation between different items, from −1 to 1.
  public let averageCorrelation: Double
  /// alpha / (1 − alpha), from 0 for unrelated items upwards; `nil` where all items are the same.
  public let signalToNoiseRatio: Double?
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
  /// The n that intervals use: complete cases for listwise, all rows for pairwise; 0 if not known.
  public let caseCount: Int
}

extension StandardizedAlpha {
  /// Computes standardized alpha from the correlations between items.
  ///
  ///     alpha = k r / (1 + (k − 1) r)
  ///
  /// `r` is the average correlation of the k(k − 1) / 2 pairs of items.
  ///
  /// - Parameter correlation: k × k, k ≥ 2, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when alpha is undefined.
  ///
  /// Reference: Falk and Savalei (2011), Journal of Personality Assessment 93, 445–453,
  /// doi:10.1080/00223891.2011.594129. Checked against R psych 2.2.9, `alpha`.
  public init(of correlation: CorrelationMatrix) throws(NumericError) {
    let k = correlation.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let pairs = correlation.pairs
    let sum = pairs.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }.rounded
    let r = sum / Double(pairs.count)
    let unit = 1 + Double(k - 1) * r
    // Rounding leaves about 1e-16 where the exact total is zero.
    guard unit > 1e-12 else { throw .noTotalVariance }
    alpha = try correlation.coefficient(Double(k) * r / unit)
    averageCorrelation = r
    signalToNoiseRatio = r < 1 ? Double(k) * r / (1 - r) : nil
    itemCount = k
    completeCaseCount = correlation.completeCaseCount
    caseCount = correlation.caseCount
  }
}

extension StandardizedAlpha {
  /// Standardized alpha.
  public static let definition = StatisticDefinition(
    id: "standardized_alpha", name: "Cronbach's alpha, standardized",
    sentence: "What Cronbach's alpha would be if every item were first put on the same spread.",
    formula:
      "alpha = k r / (1 + (k − 1) r), k the number of items, r the average correlation between "
      + "them",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$total$std.alpha",
      "SPSS RELIABILITY /STATISTICS=CORR, Cronbach's Alpha Based on Standardized Items",
      "JASP Unidimensional Reliability, coefficient α, standardized, cases excluded listwise",
    ],
    notSameAs: [
      "psych::alpha(x)$total$raw_alpha, which is that of the scores as they are used",
      "ordinal alpha, which uses polychoric correlations",
    ],
    input: .items, outputs: ["alpha"],
    interval: .feldt,
    resampling: .covariances { matrix throws(NumericError) in
      try StandardizedAlpha(of: matrix.correlations()).alpha
    },
    cautions: [
      .constantItemUndefined,
      Caution("scores that are sums or means of the items as answered", instead: "cronbach_alpha"),
      Caution(
        "fewer than 30 cases", instead: "the coefficient with its interval and n, and no verdict"),
      Caution(
        "an item was not turned round (its item–rest correlation is negative)",
        instead: "the corrected scale; never the absolute value"),
    ],
    reference: "Falk and Savalei (2011), Journal of Personality Assessment 93, 445–453, "
      + "doi:10.1080/00223891.2011.594129"
  ) { input, level throws(NumericError) in
    let result = try StandardizedAlpha(of: input.covariances().correlations())
    let interval = try? result.feldtInterval(level: level)
    return [
      NamedValue("alpha", result.alpha, interval: interval, count: result.completeCaseCount)
    ]
  }
}
