/// Looks at a statement before SQLite does: that there is one, and that it only asks.
struct StatementCheck {
  let sql: String
  let tokens: [SQLToken]

  init(_ sql: String) {
    self.sql = sql
    tokens = SQLScanner.tokens(of: sql)
  }

  /// The one statement, without what ends it.
  ///
  /// - Throws: `QueryError`.
  func statement() throws -> String {
    guard let first = tokens.first, !first.isSign(";") else {
      throw QueryError("there is no statement; write one such as `SELECT * FROM responses LIMIT 5`")
    }
    if let zero = sql.utf8.firstIndex(of: 0) {
      throw QueryError(
        "the statement holds a zero byte; remove it",
        at: sql.utf8.distance(from: sql.utf8.startIndex, to: zero))
    }
    if let open = tokens.first(where: { $0.kind == .unclosed }) { throw unclosed(open) }
    try checkBeginning(first)
    if let parameter = tokens.first(where: { $0.kind == .parameter }) {
      throw QueryError(
        "`\(parameter.text)` stands for a value that nobody gives; write the value itself",
        at: parameter.offset)
    }
    guard let end = tokens.firstIndex(where: { $0.isSign(";") }) else { return sql }
    if let next = tokens[end...].first(where: { !$0.isSign(";") }) {
      throw QueryError(
        "another statement follows the first; ask one after the other", at: next.offset)
    }
    return String(decoding: Array(sql.utf8).prefix(tokens[end].offset), as: UTF8.self)
  }

  private func unclosed(_ token: SQLToken) -> QueryError {
    let quote = token.text.first.map(String.init) ?? ""
    return QueryError(
      "a quote is opened and never closed; add \(quote == "[" ? "]" : quote) where the \(quote == "'" ? "text" : "name") ends",
      at: token.offset)
  }

  private func checkBeginning(_ first: SQLToken) throws {
    let beginnings = ["select", "with", "values", "explain", "("]
    let word = first.text.lowercased()
    guard !beginnings.contains(word) else { return }
    let shown = first.text.uppercased()
    if let what = Self.refusals[word] {
      throw QueryError(
        "\(shown) \(what), and a question may only read; begin with SELECT or WITH",
        at: first.offset)
    }
    throw QueryError(
      "a question can't begin with `\(first.text)`; begin with SELECT or WITH", at: first.offset)
  }

  private static let refusals = [
    "insert": "writes data", "update": "writes data", "delete": "removes data",
    "replace": "writes data", "create": "makes tables", "drop": "removes tables",
    "alter": "changes tables", "attach": "opens another file", "detach": "closes a file",
    "pragma": "changes settings", "vacuum": "writes files", "reindex": "writes data",
    "analyze": "writes data", "begin": "starts a change", "commit": "ends a change",
    "end": "ends a change", "rollback": "ends a change", "savepoint": "starts a change",
    "release": "ends a change",
  ]
}
