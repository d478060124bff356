/// How large a part of a group is, with its uncertainty.
public struct Proportion: Hashable, Sendable {
  /// The size of the part.
  public let successCount: Int
  /// The size of the group, at least 1.
  public let totalCount: Int

  /// The share, from 0 to 1.
  public var rate: Double { Double(successCount) / Double(totalCount) }

  /// Takes both counts.
  ///
  /// - Throws: `countsOutOfRange` when the group is empty or the part is not within it.
  public init(successCount: Int, totalCount: Int) throws(NumericError) {
    guard totalCount >= 1, successCount >= 0, successCount <= totalCount else {
      throw .countsOutOfRange(part: successCount, whole: totalCount)
    }
    self.successCount = successCount
    self.totalCount = totalCount
  }

  /// Takes the answers whose code is in a range, of all answers of a tally.
  ///
  /// - Throws: `countsOutOfRange` when the tally is empty.
  public init(of tally: ItemTally, codes: ClosedRange<Int>) throws(NumericError) {
    let inside = zip(tally.codes, tally.counts).filter { codes.contains($0.0) }
    try self.init(
      successCount: inside.reduce(0) { $0 + $1.1 }, totalCount: tally.validCount)
  }
}

extension Proportion {
  /// The interval by the score test, without continuity correction.
  ///
  ///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  ///
  /// Reference: Wilson (1927), Journal of the American Statistical Association 22, 209–212,
  /// doi:10.1080/01621459.1927.10502953. Checked against R 4.2.2, `prop.test(correct = FALSE)`.
  public func wilson(level: Double) throws(NumericError) -> ConfidenceInterval {
    let z = try Normal.standard.quantileOfComplement(
      (1 - ConfidenceInterval.validated(level)) / 2)
    let n = Double(totalCount)
    let square = z * z / n
    let centre = rate + square / 2
    let step = z * (rate * (1 - rate) / n + square / (4 * n)).squareRoot()
    return try ConfidenceInterval(
      // At the ends the limit is exactly the end; rounding would leave about 1e-17.
      lower: successCount == 0 ? 0 : (centre - step) / (1 + square),
      upper: successCount == totalCount ? 1 : (centre + step) / (1 + square),
      level: level, method: .wilson)
  }

  /// The interval by the binomial distribution, which never covers less often than `level`.
  ///
  ///     lower = beta quantile of (1 − level) / 2 with shapes x and n − x + 1
  ///     upper = beta quantile of (1 + level) / 2 with shapes x + 1 and n − x
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  ///
  /// Reference: Clopper and Pearson (1934), Biometrika 26, 404–413, doi:10.1093/biomet/26.4.404.
  /// Checked against R 4.2.2, `binom.test`.
  public func clopperPearson(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let part = Double(successCount)
    let rest = Double(totalCount - successCount)
    var (lower, upper) = (0.0, 1.0)
    if successCount > 0 {
      lower = try Beta(firstShape: part, secondShape: rest + 1).quantile(tail)
    }
    if successCount < totalCount {
      upper = try Beta(firstShape: part + 1, secondShape: rest).quantileOfComplement(tail)
    }
    return try ConfidenceInterval(
      lower: lower, upper: upper, level: level, method: .clopperPearson)
  }
}

extension Proportion {
  /// The share with its Wilson interval.
  public static let definition = StatisticDefinition(
    id: "proportion", name: "Proportion (top box)",
    sentence: "The share of people who gave one of the chosen answers, of all who answered.",
    formula:
      "p = x / n, x the number of people with a chosen answer, n of all who answered; Wilson "
      + "interval (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96 for 95 %",
    sameAs: [
      "R prop.test(x, n, correct = FALSE)", "Hmisc::binconf(x, n, method = \"wilson\")",
      "statsmodels proportion_confint(x, n, method=\"wilson\")",
    ],
    notSameAs: [
      "R prop.test(x, n), whose interval has a continuity correction",
      "R binom.test(x, n), whose interval is that of Clopper and Pearson",
    ],
    input: .share, outputs: ["proportion"],
    interval: .wilson,
    cautions: [
      Caution(
        "rows are not independent, such as several forms of one mentor",
        instead: "the share without this interval"),
      Caution(
        "an interval that may never cover less than its level",
        instead: "Clopper and Pearson's, by name"),
    ],
    otherNames: ["top_box", "share"],
    reference: "Wilson (1927), Journal of the American Statistical Association 22, 209–212, "
      + "doi:10.1080/01621459.1927.10502953"
  ) { input, level throws(NumericError) in
    guard case .share(let part) = input else { throw .wrongInput(required: "a part of a group") }
    let interval = try part.wilson(level: level)
    return [NamedValue("proportion", part.rate, interval: interval, count: part.totalCount)]
  }
}
