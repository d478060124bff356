import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Who was invited, who answered, who answered again, and what is missing.
package enum ResponsesSection: ReportSection {
  package static let name = "responses"

  package static func blocks(of input: ReportInput) -> [Block] {
    let flow = input.results.flow
    var blocks: [Block] = [
      .paragraph(InlineText(opening(flow))),
      .facts(flow.forms.flatMap { facts($0, input) } + pairFacts(flow, input)),
    ]
    if let rates = ResponseRateWords(flow).sentence { blocks.append(.note([.text(rates)])) }
    let left = flow.sources.flatMap(\.leftOut)
    if !left.isEmpty {
      let parts = SourceIntake.Reason.allCases.compactMap { reason -> String? in
        let count = left.filter { $0.reason == reason }.reduce(0) { $0 + $1.count }
        return count == 0 ? nil : "\(count) \(Words.leftOut(reason))"
      }
      blocks.append(
        .note(
          [
            .text("Responses left out: \(Words.list(parts)). "),
            .link(to: "data-notes", "Data notes"),
          ]))
    }
    blocks.append(.table(waveTable(input)))
    return [.section(Section(id: "responses", title: "Who answered", blocks))]
  }

  private static func opening(_ flow: ResponseFlow) -> String {
    let parts = [
      flow.forms.contains { $0.invitedCount != nil } ? "were invited" : nil, "answered",
      flow.linkedPairCount == nil ? nil : "are linked to the other side",
    ].compactMap(\.self)
    return "How many persons \(Words.list(parts)), and how many of their answers are missing."
  }

  private static func facts(_ form: FormFlow, _ input: ReportInput) -> [Fact] {
    let count = NumberStyle.count
    func noun(_ count: Int) -> String { count == 1 ? form.role.singular : form.role.plural }
    var facts: [Fact] = []
    if let invited = form.invitedCount {
      facts.append(Fact(count.text(Double(invited)), "\(noun(invited)) invited"))
    }
    let rate = form.responseRate.map { " (\(NumberStyle.percent().text($0)))" } ?? ""
    let anyWave = input.waves.count > 1 ? " in any wave" : ""
    let who = form.invitedCount == nil ? "\(noun(form.personCount)) " : ""
    facts.append(
      Fact(count.text(Double(form.personCount)), InlineText("\(who)answered\(anyWave)\(rate)")))
    if let linked = form.linkedPersonCount, let partner = input.partner(of: form.formID) {
      facts.append(
        Fact(count.text(Double(linked)), "\(noun(linked)) with a linked \(partner.singular)"))
    }
    if let all = form.allWavesPersonCount {
      facts.append(
        Fact(
          count.text(Double(all)),
          "\(noun(all)) answered \(input.waves.count == 2 ? "both" : "all") waves"))
    }
    return facts
  }

  private static func pairFacts(_ flow: ResponseFlow, _ input: ReportInput) -> [Fact] {
    guard let linked = flow.linkedPairCount, let all = flow.pairCount else { return [] }
    return [
      Fact(
        NumberStyle.count.text(Double(linked)),
        "of \(Words.count(all, "pair", "pairs")) with answers from both sides")
    ]
  }

  private static func waveTable(_ input: ReportInput) -> Table {
    let reasons = MissingReason.allCases.filter { $0 != .notAdministered }
    let hasRates = input.results.flow.forms.contains { $0.lastWaveResponse != nil }
    let headers =
      ["rows", "persons"] + (hasRates ? ["of those invited"] : []) + ["answers asked for"]
      + reasons.map(Words.missing)
    let rows = input.results.flow.forms.flatMap { form in
      form.waves.map { wave in
        Table.Row(
          InlineText(Words.capitalized(form.role.plural) + input.waveSuffix(wave.wave)),
          [.integer(wave.base.rowCount), .integer(wave.base.personCount)]
            + (hasRates
              ? [form.response(in: wave).map { .percent($0.rate) } ?? .empty(reason: "–")] : [])
            + [wave.askedCount.map(Cell.integer) ?? .empty(reason: "small group")]
            + reasons.map { reason in
              guard let missing = wave.missing, let asked = wave.askedCount, asked > 0 else {
                return .empty(reason: "–")
              }
              return .number(Double(missing[reason] ?? 0) / Double(asked), .percent(decimals: 1))
            })
      }
    }
    let isAboutPersons = input.codebook.forms.contains { form in
      form.items.contains { $0.level == .person }
    }
    let once =
      isAboutPersons
      ? " Answers about the person are asked for, and may be missing, once a person." : ""
    return Table(
      caption: "Responses and missing answers",
      columns: [.init("Form", .text)] + headers.map { .init($0) },
      rows: rows,
      note: InlineText(
        "A row is one response; a person may give several. Missing answers are shares of the answers asked for\(notAsked(input)). Broken off: blank after the last answer of a response that was not finished.\(once)"
      )
    )
  }
  /// What is not counted as asked; nothing where everybody was asked everything.
  private static func notAsked(_ input: ReportInput) -> String {
    let isThere = input.results.flow.forms.flatMap(\.waves).contains { wave in
      wave.missing?[.notAdministered] ?? 0 > 0
    }
    guard isThere else { return "" }
    return input.waves.count > 1
      ? ": items not shown in a wave, or not asked of a person, are not counted"
      : ": items not asked of a person are not counted"
  }
}
