/// Which rows are meant, as it was written: `role = mentee and cohort >= 2023`.
///
/// `docs/reference/conditions.md` has the grammar.
package struct RowCondition: Hashable, Sendable {
  /// What was written; the offsets of its parts count its bytes.
  package let text: String
  let root: Node

  /// Reads a condition.
  ///
  /// - Throws: `QuestionError` with the place of the first mistake.
  package init(_ text: String) throws {
    var parser = ConditionParser(tokens: try QuestionLexer.tokens(of: text), text: text)
    let root = try parser.condition()
    try parser.expectEnd()
    self.init(text: text, root: root)
  }

  init(text: String, root: Node) {
    self.text = text
    self.root = root
  }

  /// The names of the fields it looks at, as they were written.
  var fieldNames: [String] { Self.fieldNames(in: root) }

  private static func fieldNames(in node: Node) -> [String] {
    switch node {
    case .all(let parts), .any(let parts): parts.flatMap(fieldNames)
    case .not(let part): fieldNames(in: part)
    case .comparison(let field, _, _), .isOneOf(let field, _), .isMissing(let field, _):
      [field.text]
    }
  }

  /// One part of a condition.
  indirect enum Node: Hashable, Sendable {
    /// All of them hold.
    case all([Node])
    /// One of them holds at least.
    case any([Node])
    /// It does not hold.
    case not(Node)
    /// A field compared with a value.
    case comparison(Word, Comparison, Word)
    /// A field that has one of some values.
    case isOneOf(Word, [Word])
    /// A field without a value: for a reason, or for any.
    case isMissing(Word, reason: Word?)
  }

  /// How a field is compared with a value.
  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// True where the order of values matters, and not only whether they are equal.
    var needsOrder: Bool { self != .equal && self != .unequal }

    /// Whether it holds between two values.
    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .equal: left == right
      case .unequal: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
  }

  /// A name or value with its place.
  struct Word: Hashable, Sendable {
    let text: String
    let offset: Int
  }
}
