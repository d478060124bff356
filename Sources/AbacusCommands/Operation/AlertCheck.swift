import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// What became of an alert in a run.
struct AlertResult: Hashable, Codable {
  /// Whether somebody should look.
  enum State: String, Hashable, Codable {
    /// Its condition holds.
    case raised
    /// Its condition does not hold.
    case quiet
    /// The report does not show the number.
    case unknown
  }

  /// The alert as it is written.
  let alert: String
  /// Whether somebody should look.
  let state: State
  /// Why, in words.
  let reason: String
}

/// Holds a study's alerts against a report.
struct AlertCheck {
  /// The alerts.
  let alerts: [Alert]

  // MARK: Before the report is written

  /// Names in alerts that the study has nothing for.
  ///
  /// - Parameter numbers: those of the report: they say which coefficients it has.
  func mistakes(_ input: ReportInput, _ numbers: PublishedNumbers) -> [Finding] {
    let kinds = Set(NumberKind.named + numbers.numbers.map(\.key.kind)).map(\.rawValue)
    return alerts.compactMap { alert in
      guard case .number(let number, _, _) = alert.condition else { return nil }
      guard kinds.contains(number.kindName) else {
        return unknown("number", number.name, alert, kinds)
      }
      return mistake(number, alert, input)
    }
  }

  private func mistake(_ number: AlertedNumber, _ alert: Alert, _ input: ReportInput) -> Finding? {
    let subjects = Self.subjects(input)
    if let subject = number.subject, !subjects.contains(subject) {
      return unknown("item, scale, pair or form", subject, alert, subjects)
    }
    let waves = input.waves.map(\.id)
    if let wave = number.wave, !waves.contains(wave) {
      return unknown("wave", wave, alert, waves)
    }
    let level = input.study.report.confidenceLevel
    switch number.part {
    case .value: return nil
    case .lower(let percent), .upper(let percent):
      guard abs(Double(percent) / 100 - level) > 1e-9 else { return nil }
      let whole = Int((level * 100).rounded())
      let advice = abs(Double(whole) / 100 - level) > 1e-9 ? "" : "write \(whole), or "
      return Finding(
        .wrongValue, at: alert.location,
        "the alert `\(alert.text)` asks for an interval of \(percent) %, but the study has intervals of \(NumberStyle.level(level).replacing("\u{A0}", with: " ")); \(advice)set `confidence_level`"
      )
    }
  }

  private func unknown(
    _ kind: String, _ name: String, _ alert: Alert, _ known: [String]
  ) -> Finding {
    let advice =
      NearestName.of(name, among: known.sorted()).map { "did you mean `\($0)`?" }
      ?? "write one of \(known.prefix(12).joined(separator: ", "))"
    return Finding(
      .unknownReference, at: alert.location, subject: name,
      "the alert `\(alert.text)` names the \(kind) `\(name)`, which is not there; \(advice)")
  }

  private static func subjects(_ input: ReportInput) -> [String] {
    var ids = input.results.pairs.map(\.id) + input.results.pairOptions.map(\.id)
    for form in input.codebook.forms {
      ids.append(form.id)
      ids += form.items.map(\.id) + form.scales.map(\.id)
      ids += form.multiSelects.map(\.id) + form.openQuestions.map(\.id)
    }
    return ids
  }

  // MARK: After it

  /// What becomes of each alert.
  ///
  /// - Parameters:
  ///   - numbers: those of the report.
  ///   - findings: how many findings of each code the report has.
  ///   - before: those of the report before it; nil for the first one.
  ///   - secondsWithoutResponses: how long ago a response arrived that was not there before.
  func results(
    _ numbers: PublishedNumbers, findings: [String: Int], before: [String: Int]?,
    secondsWithoutResponses: Int
  ) -> [AlertResult] {
    alerts.map { alert in
      switch alert.condition {
      case .number(let number, let relation, let limit):
        Self.result(alert, numbers.matching(number), number, relation, limit)
      case .newFindings: Self.newFindings(alert, findings, before)
      case .noNewResponses(let seconds):
        Self.noNewResponses(alert, secondsWithoutResponses, limit: seconds)
      }
    }
  }

  /// What becomes of each alert when nothing has changed: those that watch the clock are looked at
  /// again, nothing is new, and a number beyond its limit is there still.
  func unchangedResults(
    _ before: [AlertResult], secondsWithoutResponses: Int
  ) -> [AlertResult] {
    alerts.map { alert in
      switch alert.condition {
      case .number:
        before.first { $0.alert == alert.text }
          ?? AlertResult(alert: alert.text, state: .unknown, reason: "it was not looked at yet")
      case .newFindings: Self.newFindings(alert, [:], [:])
      case .noNewResponses(let seconds):
        Self.noNewResponses(alert, secondsWithoutResponses, limit: seconds)
      }
    }
  }

  private static func result(
    _ alert: Alert, _ found: [PublishedNumber], _ number: AlertedNumber,
    _ relation: Alert.Relation, _ limit: Double
  ) -> AlertResult {
    let values = found.compactMap { found in found.value(of: number.part).map { (found, $0) } }
    guard !values.isEmpty else {
      return AlertResult(
        alert: alert.text, state: .unknown,
        reason: found.contains { $0.shown != nil }
          ? "the number has no interval" : "the report does not show the number")
    }
    let beyond = values.filter { relation.holds($0.1, limit) }
    let told = (beyond.isEmpty ? values : beyond).map { found, value in
      "\(found.label.isEmpty ? found.key.formID ?? number.name : found.label): \(shown(value))"
    }
    return AlertResult(
      alert: alert.text, state: beyond.isEmpty ? .quiet : .raised,
      reason: told.joined(separator: "; "))
  }

  private static func shown(_ value: Double) -> String {
    value == value.rounded()
      ? NumberStyle.count.text(value) : NumberStyle.plain(decimals: 3).text(value)
  }

  private static func newFindings(
    _ alert: Alert, _ findings: [String: Int], _ before: [String: Int]?
  ) -> AlertResult {
    guard let before else {
      return AlertResult(alert: alert.text, state: .quiet, reason: "this is the first report")
    }
    let more = findings.filter { $0.value > before[$0.key] ?? 0 }.keys.sorted()
    return AlertResult(
      alert: alert.text, state: more.isEmpty ? .quiet : .raised,
      reason: more.isEmpty ? "none is new" : more.joined(separator: ", "))
  }

  private static func noNewResponses(_ alert: Alert, _ seconds: Int, limit: Int) -> AlertResult {
    AlertResult(
      alert: alert.text, state: seconds >= limit ? .raised : .quiet,
      reason: "the last new response was seen \(seconds / 86_400) days ago")
  }
}

extension PublishedNumbers {
  /// The numbers that an alert means: of each form the last wave that shows one, unless it names one.
  fileprivate func matching(_ number: AlertedNumber) -> [PublishedNumber] {
    let found = numbers.filter { found in
      found.key.kind.rawValue == number.kindName && found.key.partID == nil
        && (number.subject == nil || found.key.subjectID == number.subject
          || found.key.subjectID == nil && found.key.formID == number.subject)
    }
    if let wave = number.wave { return found.filter { $0.key.waveID == wave } }
    var last: [PublishedNumber] = []
    for wave in waves.map({ Optional($0.id) }) + [nil] {
      let own = found.filter { $0.key.waveID == wave }
      if own.contains(where: { $0.shown != nil }) || last.isEmpty {
        last = own.isEmpty ? last : own
      }
    }
    return last
  }
}

extension AlertedNumber {
  /// The kind of number that is meant.
  fileprivate var kindName: String { name == "alpha" ? "cronbach_alpha" : name }
}

extension PublishedNumber {
  /// The number, or a limit of its interval; nil where the report does not show it.
  fileprivate func value(of part: AlertedNumber.Part) -> Double? {
    switch part {
    case .value: value
    case .lower: shown?.interval?.lower
    case .upper: shown?.interval?.upper
    }
  }
}
