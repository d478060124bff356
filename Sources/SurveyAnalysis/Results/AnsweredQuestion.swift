/// A question that a study keeps, and its answer.
package struct AnsweredQuestion: Hashable, Sendable {
  /// The name it is asked by.
  package let name: String
  /// Its heading.
  package let title: String
  /// What it is about; nil where nobody says.
  package let description: String?
  /// The question itself.
  package let text: String
  /// True where bars are drawn.
  package let hasChart: Bool
  /// What became of it.
  package let outcome: Outcome

  /// What became of a question.
  package enum Outcome: Hashable, Sendable {
    /// Its answer.
    case answer(QueryTable)
    /// None, for this reason.
    case none(String)
  }

  /// Takes its parts.
  package init(
    name: String, title: String, description: String?, text: String, hasChart: Bool,
    outcome: Outcome
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.text = text
    self.hasChart = hasChart
    self.outcome = outcome
  }
}
