import ReportDocument
import SurveyModel

/// What became of the studies of one run, together.
struct RunSummary {
  /// The run's name.
  let run: String
  /// When it began: ISO 8601 in UTC.
  let moment: String
  /// One for each study, in the order they were found.
  let outcomes: [StudyOutcome]
  /// What could not be looked at while studies were searched for.
  let findings: [Finding]

  /// The exit status: that of failures, else an alert's, else that of flaws in the data.
  ///
  /// Failures of different kinds end with 65, unless abacus itself failed.
  var status: Int32 {
    var failures = Set(outcomes.filter { $0.result == .failed }.map(\.status))
    if !findings.isEmpty { failures.insert(ExitStatus.of(findings)) }
    if failures.contains(70) { return 70 }
    if let only = failures.first { return failures.count == 1 ? only : 65 }
    let statuses = outcomes.map(\.status)
    return statuses.contains(2) ? 2 : statuses.contains(1) ? 1 : 0
  }

  /// How many studies had each result, in words.
  var counts: String {
    let parts = StudyOutcome.Result.allCases.compactMap { result -> String? in
      let count = outcomes.count { $0.result == result }
      return count == 0 ? nil : "\(count) \(result.rawValue)"
    }
    let studies = outcomes.count == 1 ? "1 study" : "\(outcomes.count) studies"
    return parts.isEmpty ? studies : "\(studies): \(parts.joined(separator: ", "))"
  }

  /// The summary as a table.
  var document: Document {
    let rows = outcomes.map { outcome in
      let failed = outcome.result == .failed
      let count = { (number: Int) in Cell.text(InlineText("\(number)")) }
      return Table.Row(
        InlineText(outcome.study),
        [
          .text(InlineText(Self.words(outcome))),
          outcome.responses.map(count) ?? .text("–"),
          count(outcome.count(.error)), count(outcome.count(.warning)),
          .text(InlineText(NumberStyle.plain(decimals: 2).text(outcome.seconds))),
          .text(InlineText(failed ? "–" : outcome.report)),
        ])
    }
    let table = Table(
      caption: InlineText("Run \(run)"),
      columns: [
        .init("Study", .text), .init("result", .text), .init("responses"), .init("errors"),
        .init("warnings"), .init("seconds"), .init("report", .text),
      ],
      rows: rows, note: InlineText(counts + "."))
    return Document(title: "", blocks: [.table(table)])
  }

  private static func words(_ outcome: StudyOutcome) -> String {
    guard outcome.result != .failed else { return "failed (\(outcome.status))" }
    let raised = outcome.alerts.count { $0.state == .raised }
    return outcome.result.rawValue
      + (raised == 0 ? "" : raised == 1 ? ", 1 alert" : ", \(raised) alerts")
  }

  /// The summary as `abacus.run/1`.
  var json: JSONValue {
    [
      "schema": "abacus.run/1", "run": .string(run), "started": .string(moment),
      "engine": .string("abacus \(AbacusVersion.text)"), "status": .integer(Int(status)),
      "studies": .array(outcomes.map(\.json)),
      "findings": .array(findings.map { .string($0.description) }),
    ]
  }
}
