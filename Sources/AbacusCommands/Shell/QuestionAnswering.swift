package import SurveyAnalysis
package import SurveyQuery

/// Answers questions about one study, in SQL or in the words of protected questions.
package protocol QuestionAnswering: AnyObject {
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

  /// A few words on what may be asked, and what the answers show.
  var summary: String { get }

  /// True once `text` is a whole question.
  func isComplete(_ text: String) -> Bool

  /// The questions that `text` is made of, in order, without those that ask nothing.
  func questions(in text: String) -> [Question]
}

/// Questions in SQL, as most are.
extension QuestionAnswering {
  package var keywords: [String] { SQLText.keywords }
  package func isComplete(_ text: String) -> Bool { SQLText.isComplete(text) }
  package func questions(in text: String) -> [Question] { SQLText.questions(in: text) }
}

/// A question, and where it stands in what was typed.
package struct Question: Hashable {
  /// Its words, from the first that asks something.
  package let text: String
  /// Lines in front of it, in what it was taken from.
  package let lineOffset: Int

  /// Takes its parts.
  package init(text: String, lineOffset: Int) {
    self.text = text
    self.lineOffset = lineOffset
  }
}
