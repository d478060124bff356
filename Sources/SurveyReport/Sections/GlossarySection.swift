package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// The words of the report.
package enum GlossarySection: ReportSection {
  package static let name = "glossary"

  package static func blocks(of input: ReportInput) -> [Block] {
    var entries: [Definition] = [
      Definition("Agree", "The answer is one of the highest options, as given."),
      Definition(
        "Alpha",
        "Cronbach’s alpha: how consistently the items of a scale are answered. 1 is perfect, 0 is unrelated."
      ),
      Definition(
        "Broken off",
        "Blank after the last answer of a response that was not finished. The question counts as asked."
      ),
      Definition(
        "Favourable",
        "The good answer: agreement, or disagreement with a reverse-keyed item or a difficulty."),
      Definition(
        "Interval",
        "A range made by a method that covers the true value in \(input.level) of studies like this one, if its assumptions hold."
      ),
      Definition("Item", "One question or statement that gets one answer."),
      Definition("Mean and SD", "The average of the answers’ codes, and how far answers spread."),
      Definition("Median and quartiles", "The middle answer, and the limits of the middle half."),
      Definition(
        "Reverse-keyed (R)", "An item for which agreement means less of what its scale measures."),
      Definition("Scale", "Items scored together to measure one thing."),
      Definition(
        "SEM",
        "Standard error of measurement: how far a person’s score may lie from their true one."),
    ]
    if input.codebook.forms.count > 1 {
      entries.insert(
        Definition("Pair", "Two persons of one mentorship, linked by a pair code."), at: 8)
    }
    return [
      .section(
        Section(
          id: "glossary", title: "Glossary",
          [.paragraph("The words of this report."), .definitionList(entries)]))
    ]
  }
}
