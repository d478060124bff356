package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// What changed since the previous run of the study; nothing where there was none.
package enum SinceLastTimeSection: ReportSection {
  package static let name = "since-last-time"

  package static func blocks(of input: ReportInput) -> [Block] {
    guard let history = input.history else { return [] }
    let parts = ComparisonBlocks(comparison: history.comparison)
    let intro = Block.paragraph(
      InlineText(
        "What differs from the report of \(Words.day(history.previousDate)), and whether it is more than noise."
      ))
    let blocks: [Block] =
      [intro] + parts.summary + parts.beyondNoise + parts.unjudged + parts.hidden
      + newResponses(history)
      + [parts.turnout, parts.overlap] + parts.contents + newFindings(history, input)
      + trends(history)
    return [.section(Section(id: "since-last-time", title: "Since last time", blocks))]
  }

  /// Responses more or fewer than last time, for each form and wave in which their number changed.
  private static func newResponses(_ history: ReportHistory) -> [Block] {
    let facts = history.comparison.turnouts.compactMap { turnout -> Fact? in
      let change = (turnout.new?.responseCount ?? 0) - (turnout.old?.responseCount ?? 0)
      guard change != 0 else { return nil }
      let place = history.comparison.place(form: turnout.formID, wave: turnout.waveID)
      return Fact(
        NumberStyle.signed(decimals: 0).text(Double(change)),
        InlineText("\(abs(change) == 1 ? "response" : "responses"): \(place)"))
    }
    return facts.isEmpty ? [] : [.facts(facts)]
  }

  /// Kinds of flaws of which there are more than last time.
  private static func newFindings(_ history: ReportHistory, _ input: ReportInput) -> [Block] {
    let counts = Dictionary(input.findings.map { ($0.code, 1) }, uniquingKeysWith: +)
    let points = FindingCode.allCases.compactMap { code -> InlineText? in
      let added = (counts[code] ?? 0) - (history.previousFindings[code.rawValue] ?? 0)
      let words = Words.count(added, "more finding", "more findings")
      return added > 0 ? [.text("\(words) of the kind "), .code(code.rawValue)] : nil
    }
    guard !points.isEmpty else { return [] }
    return [
      .paragraph([
        .text("Flaws in the data that are new or more than last time; "),
        .link(to: "data-notes", "Data notes"), .text(" name them:"),
      ]),
      .bulletList(points),
    ]
  }

  /// Response counts and rates as they are, scales folded.
  private static func trends(_ history: ReportHistory) -> [Block] {
    let charts = TrendCharts(comparison: history.comparison)
    let turnout = history.trends.filter(\.key.kind.isTurnout).flatMap(charts.blocks)
    let scales = history.trends.filter { !$0.key.kind.isTurnout }.flatMap(charts.blocks)
    guard !(turnout + scales).isEmpty else { return [] }
    let folded: [Block] =
      scales.isEmpty ? [] : [.details(summary: "Scales over all reports", scales)]
    return [
      .section(Section(id: "trends", title: "Over all reports", turnout + folded))
    ]
  }
}
