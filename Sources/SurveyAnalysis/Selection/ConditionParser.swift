/// Reads tokens by the grammar of conditions; `or` binds weaker than `and`, `and` than `not`.
struct ConditionParser {
  let tokens: [QuestionToken]
  let text: String
  private var place = 0
  private var depth = 0

  /// How deep parentheses and `not` may be nested.
  private static let deepest = 100

  init(tokens: [QuestionToken], text: String) {
    self.tokens = tokens
    self.text = text
  }

  /// The token to be read next.
  var next: QuestionToken { tokens[place] }

  /// A mistake at the next token.
  func error(_ message: String) -> QuestionError {
    QuestionError(message, in: text, at: next.offset)
  }

  /// Reads one token.
  mutating func take() -> QuestionToken {
    let token = next
    if token.kind != .end { place += 1 }
    return token
  }

  /// Reads a sign or keyword where it stands next.
  mutating func take(_ word: String) -> Bool {
    guard next.isSign(word) || next.isKeyword(word) else { return false }
    place += 1
    return true
  }

  /// The whole text must be read.
  func expectEnd() throws {
    guard next.kind == .end else {
      let advice =
        next.kind == .word || next.kind == .quoted
        ? "join conditions with `and` or `or`, and put texts of several words in quotes"
        : next.isSign(")") ? "it closes nothing" : "take it out"
      throw error("\(next.shown) follows a whole condition; \(advice)")
    }
  }

  /// A whole condition.
  mutating func condition() throws -> RowCondition.Node {
    var parts = [try conjunction()]
    while take("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws -> RowCondition.Node {
    var parts = [try negation()]
    while take("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws -> RowCondition.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw error("parentheses are nested more than \(Self.deepest) deep; write it shorter")
    }
    if take("not") { return .not(try negation()) }
    if next.isSign("(") {
      let open = take()
      let inner = try condition()
      guard take(")") else {
        throw QuestionError("this parenthesis has no end; add `)`", in: text, at: open.offset)
      }
      return inner
    }
    return try test()
  }

  private mutating func test() throws -> RowCondition.Node {
    let field = try name("the name of a field, such as `site`")
    if let comparison = try comparison() {
      return .comparison(field, comparison, try value())
    }
    if take("is") { return try state(of: field) }
    let isNegated = take("not")
    if take("in") {
      let node = RowCondition.Node.isOneOf(field, try list())
      return isNegated ? .not(node) : node
    }
    if take("between") {
      let low = try value()
      guard take("and") else { throw error("`between` needs two values; write `between 1 and 3`") }
      let node = RowCondition.Node.all([
        .comparison(field, .greaterOrEqual, low), .comparison(field, .lessOrEqual, try value()),
      ])
      return isNegated ? .not(node) : node
    }
    throw error(
      "after `\(field.text)` \(next.shown) stands where one of = != < <= > >= in, between, is is expected; write a whole condition, such as `\(field.text) = value`"
    )
  }

  private mutating func comparison() throws -> RowCondition.Comparison? {
    guard next.kind == .sign else { return nil }
    let spelled = ["==": "=", "<>": "!="][next.text] ?? next.text
    guard let comparison = RowCondition.Comparison(rawValue: spelled) else { return nil }
    place += 1
    return comparison
  }

  /// What follows `is`: `missing`, `not missing`, or a reason such as `skipped`.
  private mutating func state(of field: RowCondition.Word) throws -> RowCondition.Node {
    let isNegated = take("not")
    let token = take()
    guard token.kind == .word else {
      throw QuestionError(
        "after `is` stands \(token.shown); write `is missing` or `is not missing`, and `=` for a value",
        in: text, at: token.offset)
    }
    let reason =
      token.isKeyword("missing")
      ? nil : RowCondition.Word(text: token.text, offset: token.offset)
    let node = RowCondition.Node.isMissing(field, reason: reason)
    return isNegated ? .not(node) : node
  }

  private mutating func list() throws -> [RowCondition.Word] {
    guard take("(") else {
      throw error("`in` needs a list in parentheses; write `in (Boston, Ulm)`")
    }
    var values = [try value()]
    while take(",") { values.append(try value()) }
    guard take(")") else {
      throw error(
        "\(next.shown) stands in a list where `,` or `)` is expected; put texts of several words in quotes"
      )
    }
    return values
  }

  private mutating func value() throws -> RowCondition.Word {
    let token = next
    guard token.kind == .word || token.kind == .quoted || token.kind == .name else {
      throw error("a value is missing before \(token.shown); write a number, a word or 'a text'")
    }
    place += 1
    return RowCondition.Word(text: token.text, offset: token.offset)
  }

  /// Reads a name.
  mutating func name(_ expected: String) throws -> RowCondition.Word {
    guard next.isName || next.kind == .quoted else {
      let advice =
        next.kind == .word
        ? "a field of that name goes in back quotes" : "a name of several words goes in quotes"
      throw error("\(next.shown) stands where \(expected) is expected; \(advice)")
    }
    let token = take()
    return RowCondition.Word(text: token.text, offset: token.offset)
  }
}
