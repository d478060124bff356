/// A question of statistics by groups: `mean(MA1), cronbach_alpha(MB_GROW) where site = Ulm by wave`.
///
/// `docs/reference/conditions.md` has the grammar.
package struct GroupQuestion: Hashable, Sendable {
  /// What was written.
  package let text: String
  /// The statistics asked for, in order.
  let calls: [Call]
  /// Which rows, in which groups.
  package let selection: RowSelection

  /// One statistic of some items, scales or numbers.
  struct Call: Hashable, Sendable {
    /// The statistic's name as it was written.
    let name: RowCondition.Word
    /// What it is computed from, at least one.
    let targets: [RowCondition.Word]

    /// How results show it.
    var shown: String { "\(name.text)(\(targets.map(\.text).joined(separator: ", ")))" }
  }

  /// Reads a question.
  ///
  /// - Parameters:
  ///   - condition: in place of a `where` in the text.
  ///   - fields: in place of a `by` in the text.
  /// - Throws: `QuestionError` with the place of the first mistake.
  package init(
    _ text: String, where condition: String? = nil, by fields: String? = nil
  ) throws {
    var parser = ConditionParser(tokens: try QuestionLexer.tokens(of: text), text: text)
    var calls = [try parser.call()]
    while parser.take(",") { calls.append(try parser.call()) }
    var own: RowCondition?
    var names: [RowCondition.Word] = []
    if parser.take("where") {
      guard condition == nil else {
        throw parser.error("the question has a `where` and so has the command; write one of them")
      }
      own = RowCondition(text: text, root: try parser.condition())
    }
    if parser.take("by") {
      guard fields == nil else {
        throw parser.error("the question has a `by` and so has the command; write one of them")
      }
      names = try parser.names()
    }
    guard parser.next.kind == .end else {
      throw parser.error(
        "\(parser.next.shown) stands where `,`, `where`, `by` or the end is expected; write a question as in `mean(MA1) where role = mentor by site`"
      )
    }
    let given = try RowSelection(where: condition, by: fields)
    self.text = text
    self.calls = calls
    selection = RowSelection(
      condition: own ?? given?.condition, fields: names.isEmpty ? given?.fields ?? [] : names,
      fieldsText: names.isEmpty ? given?.fieldsText ?? "" : text)
  }
}

extension ConditionParser {
  /// A statistic with its targets in parentheses.
  mutating func call() throws -> GroupQuestion.Call {
    let name = try name("the name of a statistic, such as `mean`")
    guard take("(") else {
      throw error(
        "after `\(name.text)` \(next.shown) stands where `(` is expected; write what it is computed from, as in `\(name.text)(MA1)`"
      )
    }
    var targets = [try self.name("an item or a scale, such as `MA1`")]
    while take(",") { targets.append(try self.name("another item or scale")) }
    guard take(")") else {
      throw error("\(next.shown) stands where `,` or `)` is expected; close the parenthesis")
    }
    return GroupQuestion.Call(name: name, targets: targets)
  }
}
