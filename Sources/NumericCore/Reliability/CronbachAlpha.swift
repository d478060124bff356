/// The internal consistency of one scale.
public struct CronbachAlpha: Hashable, Sendable {
  /// Raw alpha. No unit; at most 1; negative when items contradict each other.
  public let alpha: Double
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
  /// The n that intervals use: complete cases for listwise, all rows for pairwise; 0 if not known.
  public let caseCount: Int
  /// Asymptotic standard error of alpha, same unit; `nil` where n is not known.
  public let standardError: Double?
}

extension CronbachAlpha {
  /// Computes alpha from the covariances between items.
  ///
  ///     alpha = k / (k - 1) * (1 - trace / total)
  ///
  /// `trace` sums the item variances; `total` sums every entry of the matrix and so is the
  /// variance of the total score. The standard error is that of van Zyl, Neudecker and Nel.
  ///
  /// - Parameter covariance: k × k, k ≥ 2, in squared score units, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when alpha is undefined;
  ///   `contradictoryCovariances` when pairwise counts bring it above 1.
  ///
  /// References: Cronbach (1951), Psychometrika 16, 297–334, doi:10.1007/BF02310555; van Zyl,
  /// Neudecker and Nel (2000), Psychometrika 65, 271–280, doi:10.1007/BF02296146.
  /// Checked against R psych 2.2.9, `alpha`.
  public init(of covariance: CovarianceMatrix) throws(NumericError) {
    let k = covariance.count
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    alpha = try covariance.coefficient(
      Double(k) / Double(k - 1) * covariance.shareBetweenItems())
    itemCount = k
    completeCaseCount = covariance.completeCaseCount
    caseCount = covariance.caseCount
    let n = covariance.caseCount
    standardError = n > 0 ? (covariance.alphaVarianceFactor() / Double(n)).squareRoot() : nil
  }
}

extension CovarianceMatrix {
  /// 1 − trace / total, exactly where the entries are known as integers.
  func shareBetweenItems() throws(NumericError) -> Double {
    if let exactEntries {
      let total = exactEntries.reduce(0, +)
      guard total > 0 else { throw .noTotalVariance }
      let trace = (0..<count).reduce(0) { $0 + exactEntries[$1 * count + $1] }
      return exactQuotient(total - trace, total)
    }
    let trace = diagonal.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }
    let total = entries.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }
    // Rounding leaves about 1e-16 of the trace where the exact total is zero.
    guard total.high > 1e-12 * trace.high else { throw .noTotalVariance }
    return ((total - trace) / total).rounded
  }

  /// n times the asymptotic variance of alpha.
  ///
  ///     2 k² / ((k − 1)² total³) · (total (tr C² + (tr C)²) − 2 tr C · 1ᵀC²1)
  fileprivate func alphaVarianceFactor() -> Double {
    let k = Double(count)
    let trace = diagonal.reduce(0, +)
    let rowSums = rows.map { $0.reduce(0, +) }
    let total = rowSums.reduce(0, +)
    // Shares of the total keep every power within range.
    let squares = entries.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    let share = trace / total
    let products = rowSums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    let factor = 2 * k * k / ((k - 1) * (k - 1))
    // Rounding can leave a tiny negative number where the variance is zero.
    return max(0, factor * (squares + share * share - 2 * share * products))
  }
}

extension CronbachAlpha {
  /// Raw alpha with the Feldt interval.
  public static let definition = StatisticDefinition(
    id: "cronbach_alpha", name: "Cronbach's alpha, raw",
    sentence:
      "How consistently the items of a scale rank people: near 1 the items agree, near 0 they "
      + "have nothing in common.",
    formula:
      "alpha = k / (k − 1) · (1 − sum of item variances / variance of the total score), k the "
      + "number of items; Feldt interval from the F distribution",
    sameAs: [
      "psych::alpha(x[complete.cases(x), ], check.keys = FALSE)$total$raw_alpha",
      "pingouin.cronbach_alpha(data, nan_policy=\"listwise\")[0]",
      "SPSS RELIABILITY /MODEL=ALPHA, Cronbach's Alpha",
      "JASP Unidimensional Reliability, coefficient α, unstandardized, cases excluded listwise",
    ],
    notSameAs: [
      "psych::alpha(x)$total$std.alpha and SPSS “Based on Standardized Items”",
      "psych::alpha(x) where answers are missing (pairwise covariances)",
      "psych::alpha(x) and SPSS where an item is constant, which they leave out",
      "McDonald's omega, which weighs items by a factor model",
    ],
    input: .items, outputs: ["alpha"],
    interval: .feldt,
    resampling: .numbers { rows, options throws(NumericError) in
      try BootstrapDistribution(ofAlphaOf: rows, options: options)
    },
    cautions: [
      Caution("two items", instead: "spearman_brown"),
      Caution(
        "skewed or few-stepped items",
        instead: "the bootstrap interval beside: Feldt's assumes normal, near-parallel items"),
      Caution(
        "fewer than 30 cases", instead: "the coefficient with its interval and n, and no verdict"),
      Caution(
        "the items measure more than one thing",
        instead: "a coefficient for each subscale, or omega_hierarchical"),
      Caution(
        "an item was not turned round (its item–rest correlation is negative)",
        instead: "the corrected scale; never the absolute value"),
      Caution("a checklist of independent points", instead: "the points one by one"),
      .constantItemCounts,
      Caution("negative", instead: "nothing as a reliability: look at the keying first"),
    ],
    otherNames: ["alpha", "raw_alpha", "coefficient_alpha"],
    reference:
      "Cronbach (1951), Psychometrika 16, 297–334, doi:10.1007/BF02310555; interval: Feldt, "
      + "Woodruff and Salih (1987), Applied Psychological Measurement 11, 93–103, "
      + "doi:10.1177/014662168701100107"
  ) { input, level throws(NumericError) in
    let result = try CronbachAlpha(of: input.covariances())
    let interval = try? result.feldtInterval(level: level)
    return [
      NamedValue("alpha", result.alpha, interval: interval, count: result.completeCaseCount)
    ]
  }
}
