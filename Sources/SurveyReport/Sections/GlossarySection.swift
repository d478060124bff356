package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// The words of the report.
package enum GlossarySection: ReportSection {
  package static let name = "glossary"

  package static func blocks(of input: ReportInput) -> [Block] {
    let items = input.codebook.forms.flatMap(\.items)
    let hasScales = !input.results.reliabilities.isEmpty
    func entry(_ isThere: Bool, _ term: InlineText, _ text: InlineText) -> [Definition] {
      isThere ? [Definition(term, text)] : []
    }
    let ordinal = items.filter { $0.responseScale.kind == .ordinal }
    let agrees = ordinal.contains { AnswerWords($0.responseScale).isAgreement }
    var entries =
      entry(agrees, "Agree", "The answer is one of the highest options, as given.")
      + entry(
        hasScales, "Alpha",
        "Cronbach’s alpha: how consistently the items of a scale are answered. 1 is perfect, 0 is unrelated."
      )
      + entry(
        input.results.flow.sources.contains { ($0.unfinishedCount ?? 0) > 0 }, "Broken off",
        "Blank after the last answer of a response that was not finished. The question counts as asked."
      )
      + entry(
        !ordinal.isEmpty, "Favourable",
        "The good answer: a high one; a low one of a reverse-keyed item or a difficulty.")
    entries += [
      Definition(
        "Interval",
        "A range made by a method that covers the true value in \(input.level) of studies like this one, if its assumptions hold."
      ),
      Definition("Item", "One question or statement that gets one answer."),
      Definition("Mean and SD", "The average of the answers’ codes, and how far answers spread."),
      Definition("Median and quartiles", "The middle answer, and the limits of the middle half."),
    ]
    entries += entry(
      input.codebook.forms.count > 1, "Pair",
      "Two persons of one mentorship, linked by a pair code.")
    entries += entry(
      items.contains(where: \.isReverseKeyed), "Reverse-keyed (R)",
      "An item of which a high answer means less of what its scale measures.")
    entries += entry(hasScales, "Scale", "Items scored together to measure one thing.")
    entries += entry(
      hasScales, "SEM",
      "Standard error of measurement: how far a person’s score may lie from their true one.")
    return [
      .section(
        Section(
          id: "glossary", title: "Glossary",
          [.paragraph("The words of this report."), .definitionList(entries)]))
    ]
  }
}
