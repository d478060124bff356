import SurveyAnalysis
import SurveyQuery

/// Answers protected questions, one line each.
final class ProtectedAnswers: QuestionAnswering {
  let tables: [QueryTableSchema] = []
  let functions: [QueryFunction] = []
  let keywords: [String] = []
  let summary = "protected: small groups are hidden"

  func answer(_ question: String) throws -> QueryTable {
    throw QueryError("protected questions can't be asked here yet; start with --unrestricted")
  }

  func interrupt() {}
  func isComplete(_ text: String) -> Bool { true }

  func questions(in text: String) -> [Question] {
    let words = text.trimmed
    return words.isEmpty ? [] : [Question(text: words, lineOffset: 0)]
  }
}
