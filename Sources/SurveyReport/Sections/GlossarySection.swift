package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// The words of the report.
package enum GlossarySection: ReportSection {
  package static let name = "glossary"

  package static func blocks(of input: ReportInput) -> [Block] {
    let shown = ShownStatistics(input.results)
    let items = input.results.items.map(\.item)
    let ordinal = input.results.items.filter {
      $0.item.responseScale.kind == .ordinal && $0.content.detail != nil
    }
    func entry(_ isThere: Bool, _ term: InlineText, _ text: InlineText) -> [Definition] {
      isThere ? [Definition(term, text)] : []
    }
    let agrees = ordinal.contains { AnswerWords($0.item.responseScale).isAgreement }
    var entries =
      entry(agrees, "Agree", "The answer is one of the highest options, as given.")
      + entry(
        shown.contains("cronbach_alpha"), "Alpha",
        "Cronbach’s alpha: how consistently the items of a scale are answered. 1 is perfect, 0 is unrelated."
      )
      + entry(
        input.results.flow.sources.contains { ($0.unfinishedCount ?? 0) > 0 }, "Broken off",
        "Blank after the last answer of a response that was not finished. The question counts as asked."
      )
      + entry(
        shown.hasFavourable, "Favourable",
        "The good answer: a high one; a low one of a reverse-keyed item or a difficulty.")
    entries += entry(
      shown.hasIntervals, "Interval",
      "A range made by a method that covers the true value in \(input.level) of studies like this one, if its assumptions hold."
    )
    entries += entry(!items.isEmpty, "Item", "One question or statement that gets one answer.")
    entries += entry(
      shown.contains("mean"), "Mean and SD",
      "The average of the answers’ codes, and how far answers spread.")
    entries += entry(
      shown.contains("median"), "Median and quartiles",
      "The middle answer, and the limits of the middle half.")
    entries += entry(
      input.results.flow.linkedPairCount != nil, "Pair",
      "Two persons who are linked by a pair code.")
    entries += entry(
      items.contains(where: \.isReverseKeyed), "Reverse-keyed (R)",
      "An item of which a high answer means less of what its scale measures.")
    entries += entry(
      !(input.results.scales.isEmpty && input.results.reliabilities.isEmpty), "Scale",
      "Items scored together to measure one thing.")
    entries += entry(
      shown.contains("standard_error_of_measurement"), "SEM",
      "Standard error of measurement: how far a person’s score may lie from their true one.")
    guard !entries.isEmpty else { return [] }
    return [
      .section(
        Section(
          id: "glossary", title: "Glossary",
          [.paragraph("The words of this report."), .definitionList(entries)]))
    ]
  }
}
