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
      claims.response, claims.largestGap, claims.challenge, claims.weakScales,
      claims.dataFlaws,
    ].compactMap(\.self)
    guard !items.isEmpty else { return [] }
    return [.section(Section(id: "summary", title: "In short", [.findings(items)]))]
  }
}

/// Chooses what to say first. Each claim says among how many candidates it was chosen.
struct SummaryClaims {
  let input: ReportInput
  private let percent = NumberStyle.percent()
  private let mean = NumberStyle.mean()

  init(input: ReportInput) { self.input = input }

  // MARK: Who answered

  var response: FindingItem? {
    let forms = input.results.flow.forms
    let known = forms.filter { $0.responseRate != nil }
    guard !known.isEmpty else { return nil }
    let parts = known.map { form in
      "\(form.personCount) of \(form.invitedCount ?? 0) \(form.role.plural)"
    }
    let rates = known.map { "\($0.role.plural) \(percent.text($0.responseRate ?? 0))" }
    return FindingItem(
      claim: InlineText(Words.capitalized(Words.list(parts)) + " answered."),
      evidence: [
        .text(
          "Response rate, persons who answered in any wave among those invited: \(Words.list(rates)). "
        ),
        .link(to: "responses", "Who answered"),
      ])
  }

  // MARK: Pairs

  var largestGap: FindingItem? {
    guard let wave = input.results.pairs.filter({ $0.content.detail != nil }).map(\.wave).max()
    else { return nil }
    let candidates = input.results.pairs.filter {
      $0.wave == wave && !$0.isScale && $0.content.detail?.gap != nil && isAgreementScale($0)
    }
    guard
      let largest = candidates.max(by: { abs(gap($0)) < abs(gap($1)) }),
      let detail = largest.content.detail, let value = detail.gap, value != 0
    else { return nil }
    let sides = sides(of: largest)
    let verb = value > 0 ? "higher" : "lower"
    let interval: String
    switch detail.gapInterval {
    case .interval(let found)?:
      interval =
        "\(input.level) interval \(NumberStyle.signed().text(lower: found.lower, upper: found.upper)), not adjusted for having been chosen"
    case .absent(let reason)?: interval = Words.absence(reason)
    case nil: interval = "no interval"
    }
    return FindingItem(
      claim: InlineText(
        "\(Words.capitalized(sides.first.plural)) rate “\(largest.label)” \(verb) than their \(sides.second.plural) do."
      ),
      evidence: [
        .text(
          "Means \(mean.text(detail.first.mean)) and \(mean.text(detail.second.mean)); gap \(NumberStyle.signed().text(value)) (\(interval); \(Words.count(largest.base.pairCount, "pair", "pairs"))). It is the largest of \(candidates.count) gaps looked at, so expect a smaller one next time. "
        ),
        .link(to: "pairs", "Pairs"),
      ])
  }

  private func gap(_ result: PairResult) -> Double { result.content.detail?.gap ?? 0 }

  private func isAgreementScale(_ result: PairResult) -> Bool {
    result.first.first?.responseScale.kind == .ordinal
  }

  private func sides(of result: PairResult) -> (first: Role, second: Role) {
    let forms = input.codebook.forms
    func role(_ item: Item?) -> Role {
      forms.first { form in item.map { form.item($0.id) != nil } ?? false }?.role
        ?? Role(id: "respondent")
    }
    return (role(result.first.first), role(result.second.first))
  }

  // MARK: Challenges

  /// The difficulty that most of each role report, in the last wave.
  var challenge: FindingItem? {
    guard let domain = input.codebook.domains.first(where: { $0.reading == .unfavourable }) else {
      return nil
    }
    var parts: [String] = []
    var looked = 0
    for form in input.codebook.forms {
      let results = input.results.items.filter {
        $0.formID == form.id && $0.item.domainID == domain.id && unfavourable($0) != nil
      }
      guard let wave = results.map(\.wave).max() else { continue }
      let last = results.filter { $0.wave == wave }
      looked += last.count
      guard let most = last.max(by: { (unfavourable($0) ?? 0) < (unfavourable($1) ?? 0) }) else {
        continue
      }
      parts.append(
        "\(form.role.plural): “\(most.item.stem)”\(most.item.isReverseKeyed ? " (disagreement)" : "") \(percent.text(unfavourable(most) ?? 0)) of \(most.base.personCount)"
      )
    }
    guard !parts.isEmpty else { return nil }
    return FindingItem(
      claim: "The \(domain.name.lowercased()) that most people name.",
      evidence: [
        .text(
          Words.capitalized(parts.joined(separator: "; ")) + ". Chosen among \(looked) items. "),
        .link(to: .anchor(Anchor("domain-\(domain.id)")), domain.name),
      ])
  }

  /// Share of the answers that report the difficulty; nil where it may not be shown.
  private func unfavourable(_ result: ItemResult) -> Double? {
    guard let detail = result.content.detail, detail.agree != nil else { return nil }
    let bad = AnswerSides(result.item, in: input.codebook).bad
    return Double(detail.tally.counts[bad].reduce(0, +)) / Double(detail.tally.validCount)
  }

  // MARK: Scales and data

  var weakScales: FindingItem? {
    let shown = input.results.reliabilities.compactMap { result in
      result.content.detail.map { (result, $0) }
    }
    guard let wave = shown.map({ $0.0.wave }).max() else { return nil }
    let last = shown.filter { $0.0.wave == wave }
    let weak = last.filter { Interpretation.isWeak($0.1.headline, kind: $0.0.scale.kind) }
    guard !last.isEmpty else { return nil }
    let coefficient = NumberStyle.coefficient()
    guard !weak.isEmpty else {
      return FindingItem(
        claim: "The scales hold together well enough for group means.",
        evidence: [
          .text(
            "No scale of signs of one thing has a coefficient under .70, of \(last.count) scales. "),
          .link(to: "reliability", "Reliability"),
        ])
    }
    let names = weak.map { "“\($0.0.scale.name)” (\(coefficient.text($0.1.headline.value)))" }
    let claim =
      weak.count == 1
      ? "One scale should be read item by item."
      : "\(weak.count) scales should be read item by item."
    return FindingItem(
      claim: InlineText(claim),
      evidence: [
        .text(
          "\(Words.list(names)): internal consistency under .70\(input.waveSuffix(wave)), of \(last.count) scales. "
        ),
        .link(to: "reliability", "Reliability"),
      ])
  }

  var dataFlaws: FindingItem? {
    let errors = input.findings.filter { $0.severity == .error }
    guard !errors.isEmpty else { return nil }
    return FindingItem(
      claim: InlineText(
        errors.count == 1
          ? "One flaw in the data was kept out of the numbers."
          : "\(errors.count) flaws in the data were kept out of the numbers they would spoil."),
      evidence: [
        .text("They are named with their files and lines. "), .link(to: "data-notes", "Data notes"),
      ])
  }
}
