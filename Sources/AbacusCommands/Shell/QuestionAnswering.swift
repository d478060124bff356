import SurveyAnalysis
import SurveyQuery

/// Answers questions about one study, in SQL or in the words of protected questions.
protocol QuestionAnswering: AnyObject {
  /// The answer to one question.
  ///
  /// - Throws: `QueryError`, with an offset where the question has a place that is wrong.
  func answer(_ question: String) throws -> QueryTable

  /// Stops the question that is being answered; called from another thread, at any time.
  func interrupt()

  /// What a question may name.
  var tables: [QueryTableSchema] { get }

  /// The functions that a question may call.
  var functions: [QueryFunction] { get }

  /// The words of the language, in capitals where it has them, for completion.
  var keywords: [String] { get }

  /// One sentence on what may be asked, and what the answers show.
  var summary: String { get }

  /// True once `text` is a whole question.
  func isComplete(_ text: String) -> Bool

  /// The questions that `text` is made of, in order, without those that ask nothing.
  func questions(in text: String) -> [Question]
}

/// A question, and where it stands in what was typed.
struct Question: Hashable {
  /// Its words, from the first that asks something.
  let text: String
  /// Lines in front of it, in what it was taken from.
  let lineOffset: Int
}
