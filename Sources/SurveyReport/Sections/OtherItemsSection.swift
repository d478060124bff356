package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Items and scales that belong to no domain.
package enum OtherItemsSection: ReportSection {
  package static let name = "other-items"

  package static func blocks(of input: ReportInput) -> [Block] {
    let items = input.results.items.filter { $0.item.domainID == nil }
    let scales = input.results.scales.filter { $0.scale.domainID == nil }
    guard !items.isEmpty else { return [] }
    let hasDomains = !input.codebook.domains.isEmpty
    let opening: InlineText =
      hasDomains
      ? "Questions that belong to none of the domains." : "The answers to every item."
    var blocks: [Block] = [.paragraph(opening)] + ItemBlocks(input: input).blocks(of: items)
    let charts = ScaleCharts(
      input: input, title: hasDomains ? "Other scales" : "Scales", results: scales)
    if let means = charts.means {
      blocks += [.heading(level: 3, "Scores of the scales", id: nil), .chart(means)]
      let histograms = charts.histograms
      if !histograms.isEmpty {
        blocks.append(.details(summary: "How the scores spread", histograms))
      }
    }
    return [
      .section(
        Section(id: "other-items", title: hasDomains ? "Other questions" : "Answers", blocks))
    ]
  }
}
