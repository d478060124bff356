import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// The report in a few claims, each with its evidence.
package enum SummarySection: ReportSection {
  package static let name = "summary"

  package static func blocks(of input: ReportInput) -> [Block] {
    let claims = SummaryClaims(input: input)
    let items = [
      claims.response, claims.gap, claims.challenge, claims.scales, claims.dataFlaws,
    ].compactMap(\.self)
    guard !items.isEmpty else { return [] }
    return [.section(Section(id: "summary", title: "In short", [.findings(items)]))]
  }
}

/// Chooses what to say first. What is chosen because it is large is claimed only where its interval
/// allows for the choice; each such claim says among how many it was chosen.
struct SummaryClaims {
  let input: ReportInput

  init(input: ReportInput) { self.input = input }

  // MARK: Who answered

  /// Who answered in the last wave of each form, which is the wave of the charts.
  var response: FindingItem? {
    let known = input.results.flow.forms.compactMap { form in
      form.lastWaveResponse.map { (form: form, last: $0) }
    }
    guard !known.isEmpty else { return nil }
    let percent = NumberStyle.percent()
    let count = NumberStyle.count
    let isOneWave = Set(known.map(\.last.wave)).count == 1
    let parts = known.map { form, last in
      "\(count.text(Double(last.personCount))) of \(Words.persons(last.invitedCount, form.role))"
        + (isOneWave ? "" : input.waveSuffix(last.wave))
    }
    let when = isOneWave ? input.waveSuffix(known[0].last.wave) : ""
    let rates = known.map { form, last in "\(form.role.plural) \(percent.text(last.rate))" }
    var evidence = "Response rate, persons who answered among those invited: \(Words.list(rates))"
    if input.waves.count > 1 {
      let whole = known.compactMap { form, _ in
        form.responseRate.map { "\(form.role.plural) \(percent.text($0))" }
      }
      if !whole.isEmpty { evidence += "; in any wave: \(Words.list(whole))" }
    }
    return FindingItem(
      claim: InlineText(Words.capitalized(Words.list(parts)) + " answered\(when)."),
      evidence: [.text("\(evidence). "), .link(to: "responses", "Who answered")])
  }

  // MARK: Flaws

  /// What was kept out of numbers, and what counts although it is doubtful: how many responses,
  /// answers or rows, and not in how many places.
  var dataFlaws: FindingItem? {
    let flaws = FlawCounts(input.findings)
    let parts = [
      sentence(
        flaws.words, flaws.total, one: "was kept out of the numbers that it would spoil",
        many: "were kept out of the numbers that they would spoil"),
      sentence(
        flaws.countedWords, flaws.countedTotal, one: "counts as it stands, and may be wrong",
        many: "count as they stand, and may be wrong"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return FindingItem(
      claim: InlineText(parts.joined(separator: " ")),
      evidence: [
        .text("Files and lines are named in the notes. "), .link(to: "data-notes", "Data notes"),
      ])
  }

  private func sentence(
    _ words: [String], _ total: Int, one: String, many: String
  ) -> String? {
    words.isEmpty
      ? nil : "\(Words.capitalized(Words.list(words))) \(total == 1 ? one : many)."
  }
}
