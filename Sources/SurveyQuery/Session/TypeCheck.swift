/// Looks for what SQLite would answer without a word and wrongly: codes compared with words, and means of
/// words.
struct TypeCheck {
  let tokens: [SQLToken]
  let catalogue: QueryCatalogue

  /// Throws at the first such place.
  ///
  /// - Throws: `QueryError`.
  func check() throws {
    let columns = catalogue.columns(namedBy: tokens)
    let renamed = Set(
      tokens.indices.dropFirst().filter { tokens[$0].isName && tokens[$0 - 1].isWord("as") }.map {
        tokens[$0].text.lowercased()
      })
    for place in tokens.indices where tokens[place].isName {
      let name = tokens[place].text.lowercased()
      // A name that the statement itself gives may stand for anything.
      guard let column = columns[name], !renamed.contains(name), token(place + 1) != "(" else {
        continue
      }
      try checkComparison(of: column, at: place)
      try checkAggregate(of: column, at: place)
    }
  }

  private func token(_ place: Int) -> String {
    tokens.indices.contains(place) && tokens[place].kind != .string
      ? tokens[place].text.lowercased() : ""
  }

  // MARK: Comparisons

  private static let comparisons: Set<String> = ["=", "==", "<>", "!=", "<", "<=", ">", ">=", "is"]

  private func checkComparison(of column: TableColumn, at place: Int) throws {
    guard column.type != .text else { return }
    let start = token(place - 1) == "." ? place - 2 : place
    guard !["||", "->"].contains(token(start - 1)), token(place + 1) != "||" else { return }
    var next = place + 1
    if token(next) == "not" { next += 1 }
    let operation = token(next)
    next += 1
    if operation == "is", token(next) == "not" { next += 1 }
    if Self.comparisons.contains(operation) || ["like", "glob"].contains(operation) {
      try refuse(tokenAt: next, beside: column, isPattern: ["like", "glob"].contains(operation))
    } else if operation == "in", token(next) == "(" {
      while tokens.indices.contains(next), token(next) != ")", token(next) != "select" {
        try refuse(tokenAt: next, beside: column, isPattern: false)
        next += 1
      }
    }
    if Self.comparisons.contains(token(start - 1)), start >= 2 {
      try refuse(tokenAt: start - 2, beside: column, isPattern: false)
    }
  }

  private func refuse(tokenAt place: Int, beside column: TableColumn, isPattern: Bool) throws {
    guard tokens.indices.contains(place), tokens[place].kind == .string else { return }
    // `'a' || x` is a text yet to be made.
    guard token(place + 1) != "||", token(place - 1) != "||" else { return }
    let text = tokens[place].text
    let rest = isPattern ? text.filter { !"%_*?".contains($0) } : text
    guard Double(rest.trimmingSpaces) == nil, !(isPattern && rest.isEmpty) else { return }
    throw QueryError(words(column, text), at: tokens[place].offset)
  }

  private func words(_ column: TableColumn, _ text: String) -> String {
    let quoted = "'\(text)'"
    guard let codes = column.codes else {
      return "`\(column.name)` holds numbers; compare it with a number in place of \(quoted)"
    }
    let holds = "`\(column.name)` holds codes \(codes)"
    if text.trimmingSpaces.isEmpty {
      return "\(holds), and NULL where there is no answer; write `\(column.name) IS NULL`"
    }
    guard let label = catalogue.labelColumn(of: column) else {
      return "\(holds); compare it with a code in place of \(quoted)"
    }
    return "\(holds); compare `\(label)` with \(quoted)"
  }

  // MARK: Aggregates

  private static let aggregates: Set<String> = ["avg", "sum", "total"]

  private func checkAggregate(of column: TableColumn, at place: Int) throws {
    guard column.type == .text, token(place + 1) == ")" else { return }
    var open = (token(place - 1) == "." ? place - 2 : place) - 1
    if token(open) == "distinct" { open -= 1 }
    guard token(open) == "(", Self.aggregates.contains(token(open - 1)) else { return }
    let function = token(open - 1)
    let what = function == "avg" ? "mean" : "sum"
    throw QueryError(
      "`\(column.name)` holds texts, which have no \(what); \(advice(column, function))",
      at: tokens[place].offset)
  }

  private func advice(_ column: TableColumn, _ function: String) -> String {
    if let code = catalogue.codeColumn(ofLabel: column) { return "write `\(function)(\(code))`" }
    return
      "count them by `count(*) … GROUP BY \(column.name)`, or write `\(function)(CAST(\(column.name) AS REAL))` where they are numbers"
  }
}

extension String {
  /// The text without outer spaces.
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
