/// The smallest change of one person's score that measurement error alone rarely makes.
public struct MinimalDetectableChange: Hashable, Sendable {
  /// The change, in score units; differences up to it are within the noise.
  public let change: Double
  /// Confidence level, between 0 and 1, such as 0.95.
  public let level: Double
  /// The error of measurement that was used; where that is a lower bound, so is the change.
  public let error: MeasurementError
}

extension MinimalDetectableChange {
  /// Computes the change from the error of measurement.
  ///
  ///     change = z · √2 · standard error
  ///
  /// `z` is the normal quantile of (1 + level) / 2.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  ///
  /// Reference: Weir (2005), Journal of Strength and Conditioning Research 19, 231–240.
  /// Checked against the formula in R 4.2.2.
  public init(by error: MeasurementError, level: Double) throws(NumericError) {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    change = try Normal.standard.quantileOfComplement(tail) * error.ofDifference
    self.level = level
    self.error = error
  }
}

extension MinimalDetectableChange {
  /// Both metrics, from the consistency of the items and so as a lower bound.
  public static let definition = StatisticDefinition(
    id: "minimal_detectable_change", name: "Minimal detectable change (from one occasion)",
    sentence:
      "How much one person's score must change at least to be more than measurement error at the "
      + "level of 95 %; from one occasion this is a lower bound.",
    formula:
      "change = z √2 · standard error of measurement, z = 1.96 for 95 %, of the sum and of the mean "
      + "of the items",
    sameAs: [
      "R qnorm(.975) * sqrt(2) * sd(rowSums(x)) * "
        + "sqrt(1 - psych::alpha(x, check.keys = FALSE)$total$raw_alpha), x without missing answers, of "
        + "three items and more"
    ],
    notSameAs: [
      "minimal important change, which asks whether a change matters",
      "a detectable change from test–retest data, which is usually larger",
      "MDC90, which has z = 1.64",
    ],
    input: .items, outputs: ["of_sum", "of_mean"],
    cautions: [
      Caution(
        "change between occasions",
        instead: "the change from test and retest: from one occasion it is a lower bound"),
      Caution(
        "a negative reliability",
        instead: "nothing: it is undefined; look at the keying of the items first"),
      .constantItemCounts,
      Caution(
        "means of groups", instead: "the interval of the difference; this is about one person"),
    ],
    otherNames: ["mdc", "smallest_detectable_change"],
    reference: "Weir (2005), Journal of Strength and Conditioning Research 19, 231–240"
  ) { input throws(NumericError) in
    let error = try StandardErrorOfMeasurement(of: input.covariances())
    // The level is part of the statistic: at another one it is another statistic, such as MDC90.
    let level = 0.95
    let n = error.completeCaseCount
    return [
      NamedValue(
        "of_sum", try MinimalDetectableChange(by: error.errorOfSum, level: level).change,
        count: n),
      NamedValue(
        "of_mean", try MinimalDetectableChange(by: error.errorOfMean, level: level).change,
        count: n),
    ]
  }
}
