import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// One section a domain: each side's own items, then the scores of its scales.
package enum DomainsSection: ReportSection {
  package static let name = "domains"

  package static func blocks(of input: ReportInput) -> [Block] {
    input.codebook.domains.compactMap { domain in
      let items = input.results.items.filter { $0.item.domainID == domain.id }
      guard !items.isEmpty else { return nil }
      let scales = input.results.scales.filter { $0.scale.domainID == domain.id }
      return .section(
        Section(
          id: Anchor("domain-\(domain.id)"), title: InlineText(domain.name),
          [.paragraph(InlineText(opening(domain, input)))]
            + ItemBlocks(input: input).blocks(of: items)
            + scaleBlocks(scales, domain: domain, input)))
    }
  }

  private static func opening(_ domain: Domain, _ input: ReportInput) -> String {
    let definition = domain.definition.map { " " + $0 } ?? ""
    let items = input.codebook.forms.flatMap(\.items).filter {
      $0.domainID == domain.id && $0.responseScale.kind == .ordinal
    }
    let isAgreement =
      !items.isEmpty && items.allSatisfy { AnswerWords($0.responseScale).isAgreement }
    let reading =
      domain.reading == .unfavourable
      ? " \(isAgreement ? "Agreement" : "A high answer") is a difficulty here, so a high score is bad news."
      : ""
    let roles = input.codebook.forms.filter { form in
      form.items.contains { $0.domainID == domain.id }
    }.map(\.role.plural)
    let opening =
      roles.count == 1
      ? "What \(roles[0]) say of their \(input.inSentence(domain))."
      : "What each side says of its own \(input.inSentence(domain))."
    let apart = roles.count == 1 ? "" : " " + comparison(domain, input)
    return opening + definition + reading + apart
  }

  /// Whether the forms' means of a domain are put side by side: only where the codebook links questions.
  private static func comparison(_ domain: Domain, _ input: ReportInput) -> String {
    let links = input.results.pairs.filter { pair in
      (pair.first + pair.second).contains { $0.domainID == domain.id }
    }
    return links.isEmpty
      ? "The codebook links no questions of the forms here, so their means are not compared."
      : "Only questions that the codebook links are compared between the forms, in linked pairs."
  }

  private static func scaleBlocks(
    _ scales: [ScaleResult], domain: Domain, _ input: ReportInput
  ) -> [Block] {
    let charts = ScaleCharts(input: input, title: "Scales of “\(domain.name)”", results: scales)
    guard let means = charts.means else { return [] }
    var blocks: [Block] = [.heading(level: 3, "Scores of the scales", id: nil), .chart(means)]
    let histograms = charts.histograms
    if !histograms.isEmpty {
      blocks.append(.details(summary: "How the scores spread", histograms))
    }
    return blocks
  }
}

/// Charts and tables of items, one group a scale of one form.
struct ItemBlocks {
  let input: ReportInput

  func blocks(of items: [ItemResult]) -> [Block] {
    input.codebook.forms.flatMap { form -> [Block] in
      let own = items.filter { $0.formID == form.id }
      return groups(own, form).flatMap { title, results in
        blocks(title, results, formID: form.id)
      }
    }
  }

  /// Items of one scale and response scale together, in questionnaire order; the rest after them.
  private func groups(_ results: [ItemResult], _ form: Form) -> [(String, [ItemResult])] {
    let plural = Words.capitalized(form.role.plural)
    var groups: [(String, [ItemResult])] = []
    var placed: Set<String> = []
    for scale in form.scales where !scale.items.isEmpty {
      let ids = Set(scale.items.map(\.id))
      let own = results.filter { ids.contains($0.item.id) }
      guard !own.isEmpty else { continue }
      groups.append(("\(plural): \(scale.name)", own))
      placed.formUnion(ids)
    }
    let rest = results.filter { !placed.contains($0.item.id) }
    var seen: [String] = []
    for result in rest where !seen.contains(result.item.responseScale.id) {
      seen.append(result.item.responseScale.id)
      let alike = rest.filter { $0.item.responseScale.id == result.item.responseScale.id }
      groups.append(("\(plural): \(heading(alike))", alike))
    }
    return groups
  }

  private func heading(_ results: [ItemResult]) -> String {
    Set(results.map(\.item.id)).count == 1 ? results[0].item.shortLabel : "single items"
  }

  private func blocks(_ title: String, _ results: [ItemResult], formID: String) -> [Block] {
    let table = ItemTable(input: input, formID: formID, title: title, results: results)
    var blocks: [Block] = [.heading(level: 3, InlineText(title), id: nil)]
    let kind = results.first?.item.responseScale.kind
    if kind == .ordinal,
      let chart = ItemChart(input: input, formID: formID, title: title, results: results).chart
    {
      blocks.append(.chart(chart))
    } else if kind == .numeric, results.contains(where: { $0.content.detail != nil }) {
      blocks += RatingCharts(input: input, formID: formID, results: results).blocks
    } else {
      blocks.append(.table(table.frequencies))
    }
    if table.hasDetails {
      blocks.append(.details(summary: "More statistics", [.table(table.details)]))
    }
    if kind == .ordinal, let note = input.reverseNote(results.map(\.item)) {
      blocks.append(.note(InlineText(note)))
    }
    if results.contains(where: { $0.item.level == .person }) {
      let names = orderedNames(results.filter { $0.item.level == .person })
      blocks.append(
        .note(
          InlineText(
            "\(Words.list(names)) \(names.count == 1 ? "is" : "are") about the person, so each person counts once."
          )))
    }
    return blocks
  }

  private func orderedNames(_ results: [ItemResult]) -> [String] {
    var seen: Set<String> = []
    return results.map { "“\($0.item.shortLabel)”" }.filter { seen.insert($0).inserted }
  }
}
