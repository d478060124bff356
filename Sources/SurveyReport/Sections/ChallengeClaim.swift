import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

extension SummaryClaims {
  /// The difficulty that more respondents report than any other, in each form's last wave, or that none
  /// stands out; nil where shares have no interval, because rows share persons.
  var challenge: FindingItem? {
    guard let domain = input.codebook.domains.first(where: { $0.reading == .unfavourable }) else {
      return nil
    }
    let forms = input.codebook.forms.compactMap { ReportedDifficulties($0, domain, input) }
    guard !forms.isEmpty else { return nil }
    let name = input.inSentence(domain)
    let named = forms.filter(\.standsOut)
    let when = Set(forms.map(\.wave)).count == 1 ? input.waveSuffix(forms[0].wave) : ""
    let looked = forms.reduce(0) { $0 + $1.items.count }
    guard !named.isEmpty else {
      return FindingItem(
        claim: InlineText("Nothing stands out among the \(name) that were asked about\(when)."),
        evidence: [
          .text(
            "Most often reported: \(forms.map(\.words).joined(separator: "; ")). Among \(looked) items others may be reported as often. "
          ),
          .link(to: .anchor(Anchor("domain-\(domain.id)")), domain.name),
        ])
    }
    return FindingItem(
      claim: InlineText(
        "Of the \(name), \(named.count == 1 ? "one is" : "these are") reported more than any other\(when)."
      ),
      evidence: [
        .text(
          "\(Words.capitalized(named.map(\.words).joined(separator: "; "))). Chosen among \(looked) items; that it is the largest holds with intervals that allow for the choice. "
        ),
        .link(to: .anchor(Anchor("domain-\(domain.id)")), domain.name),
      ])
  }
}

/// The difficulties that one form asks about, in its last wave that shows them.
private struct ReportedDifficulties {
  let role: Role
  let wave: Int
  let items: [(result: ItemResult, share: Proportion)]
  let selection: ShareSelection
  let input: ReportInput

  init?(_ form: Form, _ domain: Domain, _ input: ReportInput) {
    let all = input.results.items.filter { $0.formID == form.id && $0.item.domainID == domain.id }
    let shown = all.compactMap { result in Self.share(result, input).map { (result, $0) } }
    guard let wave = shown.map(\.0.wave).max() else { return nil }
    items = shown.filter { $0.0.wave == wave }.map { (result: $0.0, share: $0.1) }
    guard
      let selection = ShareSelection(
        of: items.map(\.share),
        areIndependent: items.map {
          $0.result.content.detail?.favourable?.interval.interval != nil
        },
        level: input.study.report.confidenceLevel),
      selection.standsOut != nil
    else { return nil }
    role = form.role
    self.wave = wave
    self.selection = selection
    self.input = input
  }

  var standsOut: Bool { selection.standsOut == true }

  /// The answers that report the difficulty. They rest on the rows of the favourable ones, so that
  /// both have an interval or neither.
  private static func share(_ result: ItemResult, _ input: ReportInput) -> Proportion? {
    guard let detail = result.content.detail, detail.favourable != nil else { return nil }
    let bad = AnswerSides(result.item, in: input.codebook).bad
    let count = detail.tally.counts[bad].reduce(0, +)
    return try? Proportion(successCount: count, totalCount: detail.tally.validCount)
  }

  /// "mentees: “Too little time” 32 % “Often” or “Always” (95 % interval 25 to 41 %, 44 of 136 answers)"
  var words: String {
    let (result, share) = items[selection.largest]
    let count = NumberStyle.count
    let base = result.base
    let unit =
      base.rowCount == base.personCount
      ? Words.persons(base.personCount, role) : Words.count(base.rowCount, "answer", "answers")
    let interval = (try? share.wilson(level: input.study.report.confidenceLevel)).map {
      "\(input.level) interval \(NumberStyle.percent().text(lower: $0.lower, upper: $0.upper)), "
    }
    return
      "\(role.plural)\(input.waveSuffix(wave)): “\(result.item.stem)” \(NumberStyle.percent().text(share.rate)) \(counted(result.item)) (\(interval ?? "")\(count.text(Double(share.successCount))) of \(unit))"
  }

  /// The answers that report the difficulty: "“Often” or “Always”".
  private func counted(_ item: Item) -> String {
    item.responseScale.options[AnswerSides(item, in: input.codebook).bad]
      .map { "“\($0.label)”" }.joined(separator: " or ")
  }
}
