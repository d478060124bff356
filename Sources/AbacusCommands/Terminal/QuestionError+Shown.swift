import ReportDocument
import SurveyAnalysis

extension QuestionError {
  /// What is wrong, and where.
  var shown: String {
    ([VisibleText.clean(message)] + CaretText.lines(text, at: offset)).joined(separator: "\n")
  }
}
