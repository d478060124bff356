/// Which rows are looked at, and what they are grouped by, as `--where` and `--by` say it.
package struct RowSelection: Hashable, Sendable {
  /// Which rows; nil for all.
  package let condition: RowCondition?
  /// The fields to group by.
  let fields: [RowCondition.Word]
  /// What the fields were written in.
  let fieldsText: String

  /// Reads both; nil where neither is there.
  ///
  /// - Parameters:
  ///   - condition: such as `role = mentee and site in (Boston, Ulm)`.
  ///   - fields: names with commas, such as `site, cohort`.
  /// - Throws: `QuestionError` with the place of the first mistake.
  package init?(where condition: String?, by fields: String?) throws {
    guard condition != nil || fields != nil else { return nil }
    self.condition = try condition.map { try RowCondition($0) }
    fieldsText = fields ?? ""
    self.fields = try fields.map(Self.names) ?? []
  }

  /// The names of the fields that it looks at, as they were written.
  package var fieldNames: [String] { (condition?.fieldNames ?? []) + fields.map(\.text) }

  init(condition: RowCondition?, fields: [RowCondition.Word], fieldsText: String) {
    self.condition = condition
    self.fields = fields
    self.fieldsText = fieldsText
  }

  private static func names(_ text: String) throws -> [RowCondition.Word] {
    var parser = ConditionParser(tokens: try QuestionLexer.tokens(of: text), text: text)
    let names = try parser.names()
    guard parser.next.kind == .end else {
      throw parser.error(
        "\(parser.next.shown) stands where a comma is expected; write names as in `site, cohort`")
    }
    return names
  }
}

extension ConditionParser {
  /// Names with commas between them.
  mutating func names() throws -> [RowCondition.Word] {
    var names = [try name("the name of a field, such as `site`")]
    while take(",") { names.append(try name("the name of another field")) }
    return names
  }
}
