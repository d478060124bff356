/// How far an observed score typically lies from the score without measurement error.
public struct StandardErrorOfMeasurement: Hashable, Sendable {
  /// For the sum of the items, in units of that sum.
  public let ofSum: Double
  /// For the mean of the items, in units of one item.
  public let ofMean: Double
  /// Standard deviation of the sum of the items, in units of that sum.
  public let sumStandardDeviation: Double
  /// The reliability that was used.
  public let reliability: Double
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

extension StandardErrorOfMeasurement {
  /// Computes it with the consistency of the items as the reliability: Spearman–Brown's coefficient of
  /// two items (alpha is too low there), and Cronbach's alpha of more.
  ///
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when alpha is undefined; `constantValues`
  ///   where one of two items does not vary; `negativeReliability`.
  public init(of covariance: CovarianceMatrix) throws(NumericError) {
    let reliability =
      covariance.count == 2
      ? try SpearmanBrown(of: covariance.correlations()).coefficient
      : try CronbachAlpha(of: covariance).alpha
    try self.init(of: covariance, reliability: reliability)
  }

  /// Computes it from the covariances of the items and a reliability.
  ///
  ///     of the sum = SD · √(1 − reliability),  of the mean = of the sum / k
  ///
  /// `SD` is the standard deviation of the sum: the root of the sum of all covariances.
  ///
  /// - Parameters:
  ///   - covariance: k × k, in squared score units, of items keyed in one direction.
  ///   - reliability: of the sum of these items, from 0 to 1. Below 0, as alpha can be, the error
  ///     would be larger than the spread of the scores.
  /// - Throws: `noTotalVariance` when the sum does not vary; `negativeReliability`;
  ///   `parameterOutOfRange` when the reliability is above 1.
  ///
  /// Reference: Lord and Novick (1968), Statistical Theories of Mental Test Scores, section 3.4.
  /// Checked against R 4.2.2, the formula on `cov`.
  public init(of covariance: CovarianceMatrix, reliability: Double) throws(NumericError) {
    guard reliability.isFinite else { throw .notANumber }
    // Rounding leaves about 1e-16 below 0 and above 1.
    guard reliability > -1e-12 else { throw .negativeReliability(reliability) }
    guard reliability <= 1 + 1e-9 else {
      throw .parameterOutOfRange(name: "reliability", value: reliability)
    }
    let total = covariance.entries.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }.rounded
    // Rounding leaves about 1e-16 of the variances where the exact total is zero.
    guard total > 1e-12 * covariance.diagonal.reduce(0, +) else { throw .noTotalVariance }
    sumStandardDeviation = total.squareRoot()
    ofSum = sumStandardDeviation * max(0, 1 - reliability).squareRoot()
    ofMean = ofSum / Double(covariance.count)
    self.reliability = reliability
    itemCount = covariance.count
    completeCaseCount = covariance.completeCaseCount
  }
}

extension StandardErrorOfMeasurement {
  /// Both metrics, with alpha as the reliability.
  public static let definition = StatisticDefinition(
    id: "standard_error_of_measurement", name: "Standard error of measurement (from one occasion)",
    sentence:
      "How far one person's scale score typically lies from the score they would have without "
      + "measurement error.",
    formula:
      "of the sum = SD √(1 − reliability), SD the standard deviation of the sum of the k items, "
      + "reliability Cronbach's alpha, for two items Spearman–Brown's coefficient; of the mean = that "
      + "of the sum / k",
    sameAs: [
      "R sd(rowSums(x)) * sqrt(1 - psych::alpha(x, check.keys = FALSE)$total$raw_alpha), "
        + "x without missing answers, of three items and more",
      "R sd(rowSums(x)) * sqrt(1 - psych::alpha(x, check.keys = FALSE)$total$std.alpha), "
        + "x without missing answers, of two items",
    ],
    notSameAs: [
      "the standard error of the mean, which is about a group",
      "psych::alpha(x)$total$ase, which is about alpha itself",
    ],
    input: .items, outputs: ["of_sum", "of_mean"],
    cautions: [
      Caution(
        "a negative reliability",
        instead: "nothing: it is undefined; look at the keying of the items first"),
      .constantItemCounts,
      Caution(
        "change between occasions",
        instead: "the error from test and retest: that from alpha is a lower bound"),
      Caution(
        "fewer than 30 cases", instead: "the coefficient with its interval and n, and no verdict"),
    ],
    reference: "Lord and Novick (1968), Statistical Theories of Mental Test Scores, section 3.4"
  ) { input throws(NumericError) in
    let result = try StandardErrorOfMeasurement(of: input.covariances())
    return [
      NamedValue("of_sum", result.ofSum, count: result.completeCaseCount),
      NamedValue("of_mean", result.ofMean, count: result.completeCaseCount),
    ]
  }
}
