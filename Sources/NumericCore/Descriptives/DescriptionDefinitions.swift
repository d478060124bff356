extension Description {
  /// The number of values.
  public static let countDefinition = StatisticDefinition(
    id: "n", name: "n",
    sentence: "How many answers there are; missing answers are not counted.",
    formula: "n = number of values",
    sameAs: ["R sum(!is.na(x))", "psych::describe(x)$n", "SPSS FREQUENCIES, N Valid"],
    notSameAs: ["R nrow(data), which counts rows without an answer too"],
    input: .column, outputs: ["n"],
    cautions: [
      Caution("persons answer more than once", instead: "distinct persons beside the rows")
    ],
    reference:
      "American Psychological Association (2020), Publication Manual, 7th ed., section 6.44"
  ) { input throws(NumericError) in
    let result = try input.described()
    return [NamedValue("n", Double(result.count), count: result.count)]
  }

  /// The arithmetic mean.
  public static let meanDefinition = StatisticDefinition(
    id: "mean", name: "Mean",
    sentence: "The average answer: the sum of all answers divided by how many there are.",
    formula: "mean = sum of x / n, x the values, n their number",
    sameAs: [
      "R mean(x, na.rm = TRUE)", "psych::describe(x)$mean", "SPSS DESCRIPTIVES, Mean",
      "JASP Descriptives, Mean",
    ],
    notSameAs: ["psych::describe(x)$trimmed, which leaves out the most extreme answers"],
    input: .column, outputs: ["mean"],
    interval: .studentT,
    cautions: [
      Caution(
        "rows are not independent, such as several forms of one mentor",
        instead: "the mean without this interval, or one clustered by mentor"),
      Caution(
        "few ordered categories or a skewed distribution",
        instead: "the median and the shares of the options beside it"),
      Caution("one value", instead: "the value itself"),
    ],
    otherNames: ["average"],
    reference: "Student (1908), Biometrika 6, 1–25, doi:10.1093/biomet/6.1.1 (interval)"
  ) { input, level throws(NumericError) in
    let result = try input.described()
    let interval = try? result.meanInterval(level: level)
    return [NamedValue("mean", result.mean, interval: interval, count: result.count)]
  }

  /// The standard deviation with divisor n − 1.
  public static let standardDeviationDefinition = StatisticDefinition(
    id: "standard_deviation", name: "Standard deviation",
    sentence: "How far answers typically lie from their mean, in the same unit as the answers.",
    formula: "SD = √(sum of (x − mean)² / (n − 1)), x the values, n their number",
    sameAs: [
      "R sd(x, na.rm = TRUE)", "psych::describe(x)$sd", "numpy.std(x, ddof=1)",
      "SPSS DESCRIPTIVES, Std. Deviation", "JASP Descriptives, Std. Deviation",
    ],
    notSameAs: ["numpy.std(x) and Excel STDEV.P, which divide by n"],
    input: .column, outputs: ["standard_deviation"],
    cautions: [
      Caution("one value", instead: "the value itself"),
      Caution(
        "a few extreme values", instead: "the quartiles or the median absolute deviation beside it"),
    ],
    otherNames: ["sd"],
    reference: "Joanes and Gill (1998), The Statistician 47, 183–189, doi:10.1111/1467-9884.00122"
  ) { input throws(NumericError) in
    let result = try input.described()
    guard let value = result.standardDeviation else {
      throw .tooFewValues(count: result.count, required: 2)
    }
    return [NamedValue("standard_deviation", value, count: result.count)]
  }

  /// The variance with divisor n − 1.
  public static let varianceDefinition = StatisticDefinition(
    id: "variance", name: "Variance",
    sentence: "The square of the standard deviation; how much answers differ between people.",
    formula: "variance = sum of (x − mean)² / (n − 1), x the values, n their number",
    sameAs: [
      "R var(x, na.rm = TRUE)", "numpy.var(x, ddof=1)", "SPSS DESCRIPTIVES, Variance",
      "JASP Descriptives, Variance",
    ],
    notSameAs: ["numpy.var(x) and Excel VAR.P, which divide by n"],
    input: .column, outputs: ["variance"],
    cautions: [
      Caution("a reader who wants the unit of the answers", instead: "standard_deviation")
    ],
    reference: "Joanes and Gill (1998), The Statistician 47, 183–189, doi:10.1111/1467-9884.00122"
  ) { input throws(NumericError) in
    let result = try input.described()
    guard let value = result.variance else {
      throw .tooFewValues(count: result.count, required: 2)
    }
    return [NamedValue("variance", value, count: result.count)]
  }

  /// The middle value.
  public static let medianDefinition = StatisticDefinition(
    id: "median", name: "Median",
    sentence:
      "The answer in the middle when all are put in order: at least half lie at or below it, and at "
      + "least half at or above it.",
    formula: "median = the middle value, or the mean of the two in the middle",
    sameAs: [
      "R median(x, na.rm = TRUE)", "psych::describe(x)$median", "SPSS FREQUENCIES, Median",
      "JASP Descriptives, Median",
    ],
    notSameAs: ["psych::interp.median(x), which interpolates within the middle answer"],
    input: .column, outputs: ["median"],
    cautions: [
      Caution("few ordered categories with many ties", instead: "the shares of the options")
    ],
    reference: "Hyndman and Fan (1996), The American Statistician 50, 361–365, doi:10.2307/2684934"
  ) { input throws(NumericError) in
    let result = try input.described()
    return [NamedValue("median", result.median, count: result.count)]
  }

  /// Skewness of type 2.
  public static let skewnessDefinition = StatisticDefinition(
    id: "skewness", name: "Skewness (type 2)",
    sentence:
      "How lopsided the answers are: 0 is even, below 0 the longer tail is on the low side.",
    formula: "G1 = g1 √(n (n − 1)) / (n − 2), g1 = m3 / m2^1.5, m2 and m3 the mean squared and "
      + "cubed distances from the mean, n the number of values",
    sameAs: [
      "psych::describe(x, type = 2)$skew", "e1071::skewness(x, type = 2)",
      "scipy.stats.skew(x, bias=False)", "SPSS DESCRIPTIVES, Skewness", "Excel SKEW",
    ],
    notSameAs: ["psych::describe(x)$skew (type 3)", "scipy.stats.skew(x) (type 1)"],
    input: .column, outputs: ["skewness"],
    cautions: [
      Caution("fewer than 3 values, or all the same", instead: "nothing: it is undefined"),
      Caution("fewer than 30 values", instead: "a histogram: the coefficient is very uncertain"),
    ],
    reference: "Joanes and Gill (1998), The Statistician 47, 183–189, doi:10.1111/1467-9884.00122"
  ) { input throws(NumericError) in
    try shape("skewness", of: input, required: 3) { $0.skewness.type2 }
  }

  /// Excess kurtosis of type 2.
  public static let kurtosisDefinition = StatisticDefinition(
    id: "kurtosis", name: "Kurtosis (type 2, in excess)",
    sentence:
      "How far answers lie out at the ends: 0 is like a bell curve, below 0 has fewer extreme "
      + "answers, above 0 has more.",
    formula: "G2 = ((n + 1) g2 + 6) (n − 1) / ((n − 2)(n − 3)), g2 = m4 / m2² − 3, m2 and m4 the "
      + "mean second and fourth powers of the distances from the mean, n the number of values",
    sameAs: [
      "psych::describe(x, type = 2)$kurtosis", "e1071::kurtosis(x, type = 2)",
      "scipy.stats.kurtosis(x, bias=False)", "SPSS DESCRIPTIVES, Kurtosis", "Excel KURT",
    ],
    notSameAs: ["psych::describe(x)$kurtosis (type 3)", "scipy.stats.kurtosis(x) (type 1)"],
    input: .column, outputs: ["kurtosis"],
    cautions: [
      Caution("fewer than 4 values, or all the same", instead: "nothing: it is undefined"),
      Caution("fewer than 100 values", instead: "a histogram: the coefficient is very uncertain"),
    ],
    reference: "Joanes and Gill (1998), The Statistician 47, 183–189, doi:10.1111/1467-9884.00122"
  ) { input throws(NumericError) in
    try shape("kurtosis", of: input, required: 4) { $0.excessKurtosis.type2 }
  }

  private static func shape(
    _ name: String, of input: StatisticInput, required: Int, _ value: (Description) -> Double?
  ) throws(NumericError) -> [NamedValue] {
    let result = try input.described()
    guard result.count >= required else {
      throw .tooFewValues(count: result.count, required: required)
    }
    guard let number = value(result) else { throw .constantValues(item: nil) }
    return [NamedValue(name, number, count: result.count)]
  }
}
