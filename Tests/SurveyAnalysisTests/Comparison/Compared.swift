import NumericCore

@testable import SurveyAnalysis

/// Published numbers written out in tests.
enum Compared {
  static func interval(
    _ lower: Double, _ upper: Double, method: IntervalMethod = .studentT, level: Double = 0.95
  ) throws -> ConfidenceInterval {
    try ConfidenceInterval(lower: lower, upper: upper, level: level, method: method)
  }

  /// A mean of n independent rows with a standard deviation.
  static func mean(_ mean: Double, sd: Double, n: Int) throws -> ShownNumber {
    let error = sd / Double(n).squareRoot()
    let t = try StudentT(degreesOfFreedom: Double(n - 1)).quantileOfComplement(0.025)
    return ShownNumber(
      mean, interval: try interval(mean - t * error, mean + t * error), standardError: error)
  }

  /// The mean of an item of mentees.
  static func number(
    _ item: String, _ shown: ShownNumber?, n: Int?, kind: NumberKind = .mean, part: String? = nil,
    label: String? = nil, partLabel: String? = nil
  ) -> PublishedNumber {
    PublishedNumber(
      key: NumberKey(kind, form: "mentee", subject: item, part: part),
      label: label ?? "Wording of \(item)", partLabel: partLabel, n: n, personCount: n,
      content: shown.map { .shown($0) } ?? .notShown(.hidden))
  }

  static func numbers(
    _ numbers: [PublishedNumber], responses: Int, persons: Int? = nil, partners: Int? = nil,
    minimum: Int = 5, date: String = "2025-06-23"
  ) -> PublishedNumbers {
    PublishedNumbers(
      edition: ReportEdition(
        title: "Sample", date: date, engine: "abacus test", instrumentID: "sample",
        instrumentVersion: "1", confidenceLevel: 0.95, minimum: minimum),
      forms: [PublishedNumbers.Named(id: "mentee", label: "mentees")], waves: [],
      totals: [
        RespondentTotal(
          formID: "mentee", waveID: nil, responseCount: responses,
          personCount: persons ?? responses, partnerCount: partners)
      ], numbers: numbers)
  }

  static func overlap(
    old: Int, new: Int, shared: Int, persons: Int? = nil, partners: Int? = nil
  ) -> SampleOverlap {
    .counted([
      ResponseOverlap(
        formID: "mentee", waveID: nil, oldCount: old, newCount: new, sharedCount: shared,
        differingPersonCount: persons, differingPartnerCount: partners)
    ])
  }
}
