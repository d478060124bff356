import CSurveyTable
import NumericCore
import SurveyModel

/// Puts what SQLite says of a statement into the words of a study.
struct Diagnosis {
  let sql: String
  let tokens: [SQLToken]
  let catalogue: QueryCatalogue
  let functions: [QueryFunction]
  /// The names of all functions that SQLite knows.
  let functionNames: [String]
  /// What the authorizer refused.
  let refusal: String?

  /// The error behind a message.
  ///
  /// - Parameter offset: where SQLite sees it; nil where it does not say.
  func error(_ message: String, at offset: Int?) -> QueryError {
    if let refusal {
      return QueryError(
        "\(refusal), and a question may only read; ask with SELECT or WITH", at: offset)
    }
    if message.hasSuffix(" may not be modified") {
      return QueryError(
        "the statement changes data, and a question may only read; ask with SELECT or WITH",
        at: offset)
    }
    for (beginning, make) in readings where message.hasPrefix(beginning) {
      return make(String(message.dropFirst(beginning.count)), offset)
    }
    return QueryError("\(message); correct the statement", at: offset)
  }

  /// The error behind a message of a statement that SQLite understood; functions say it in their own
  /// words.
  static func whileRunning(_ message: String) -> QueryError {
    switch message {
    case "string or blob too big":
      QueryError(
        "a single value would be longer than \(SURVEY_LONGEST_VALUE >> 20) MB; make it shorter")
    case "out of memory":
      QueryError(
        "the question takes more memory than a question may; ask for fewer rows or columns")
    case "": QueryError("SQLite gives no reason; report this")
    default: QueryError(message.contains(";") ? message : "\(message); correct the statement")
    }
  }

  /// How messages begin, and what reads the rest of them.
  private var readings: [(String, (String, Int?) -> QueryError)] {
    [
      ("no such column: ", unknownColumn), ("no such table: ", unknownTable),
      ("no such function: ", unknownFunction), ("near \"", syntax),
      ("incomplete input", incomplete), ("unrecognized token: ", unknownSign),
      ("ambiguous column name: ", ambiguous), ("access to ", rowNumber),
      ("wrong number of arguments to function ", wrongCount),
      ("too many arguments on function ", tooManyArguments),
      ("misuse of aggregate", misusedAggregate), ("misuse of window function ", misusedWindow),
      ("no tables specified", noTables),
    ]
  }

  // MARK: Names

  private func unknownColumn(_ name: String, _ offset: Int?) -> QueryError {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    // Of `r.site` SQLite means the whole.
    let place = self.offset(of: last, from: offset ?? 0) ?? offset
    let token = tokens.first { $0.offset == place }
    if let error = catalogue.sharedName(last, in: tokens, at: place) { return error }
    if let reason = catalogue.withheld[last.lowercased()] {
      return QueryError(
        "`\(last)` \(reason), which is shown only with `--identifying`; ask again with it where you may see it",
        at: place)
    }
    if token?.kind == .quotedName, sqlByte(at: place) == UInt8(ascii: "\"") {
      return QueryError(
        "no column is called \"\(last)\"; a text stands in single quotes, as in '\(last)'",
        at: place)
    }
    let tables = catalogue.tables(namedBy: tokens)
    let known = tables.flatMap { $0.columns.filter { !$0.isHidden }.map(\.name) }
    return QueryError(
      "no column is called `\(name)`; \(advice(last, known, else: elsewhere(last, tables)))",
      at: place)
  }

  private func elsewhere(_ name: String, _ tables: [TableDefinition]) -> String {
    let others = catalogue.tables.filter { table in
      table.columns.contains { $0.name.lowercased() == name.lowercased() }
    }
    if let other = others.first { return "the table `\(other.name)` has it" }
    let names = tables.map { "`\($0.name)`" }.joined(separator: ", ")
    return "look at the columns of \(names)"
  }

  private func unknownTable(_ name: String, _ offset: Int?) -> QueryError {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let names = catalogue.tables.map(\.name)
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return QueryError(
      "no table is called `\(name)`; \(advice(last, names, else: "there are \(list)"))",
      at: offset ?? self.offset(of: last))
  }

  private func unknownFunction(_ name: String, _ offset: Int?) -> QueryError {
    let place = offset ?? self.offset(of: name)
    if QueryAuthorizer.barredFunctions.contains(name.lowercased()) {
      return QueryError(
        "`\(name)` is off, because a question may not touch files; leave it out", at: place)
    }
    if let ambiguous = StatisticRegistry.ambiguousName(name) {
      return QueryError("`\(name)`: \(ambiguous.advice)", at: place)
    }
    let known = functions.map(\.name) + functionNames
    return QueryError(
      "no function is called `\(name)`; \(advice(name, known, else: "look at the list of functions"))",
      at: place)
  }

  private func advice(_ name: String, _ known: [String], else other: String) -> String {
    NearestName.of(name, among: known).map { "did you mean `\($0)`?" } ?? other
  }

  private func ambiguous(_ name: String, _ offset: Int?) -> QueryError {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let tables = catalogue.tables(namedBy: tokens).filter { table in
      table.columns.contains { $0.name.lowercased() == last.lowercased() }
    }
    let example = tables.first.map(\.name) ?? "TABLE"
    return QueryError(
      "several tables have a column `\(last)`; say which, as in `\(example).\(last)`",
      at: offset ?? self.offset(of: last))
  }

  /// SQLite would answer with its own number of the row.
  private func rowNumber(_ name: String, _ offset: Int?) -> QueryError {
    let token = tokens.first {
      $0.isName && QueryAuthorizer.rowNumberNames.contains($0.text.lowercased())
    }
    let asked = token?.text ?? "rowid"
    return catalogue.sharedName(asked, in: tokens, at: token?.offset)
      ?? QueryError(
        "no column of these tables is called `\(asked)`, which SQLite takes for its number of a row; look at the columns with `.schema`",
        at: token?.offset)
  }

  // MARK: Syntax

  private func syntax(_ rest: String, _ offset: Int?) -> QueryError {
    let word = rest.components(before: "\": ") ?? rest
    let place = offset ?? self.offset(of: word)
    let before = tokens.last { $0.offset < (place ?? 0) }
    let suspects = [word, before?.text ?? ""]
    let isKnown = Set(SQLKeywords.all)
    if isKnown.contains(word.uppercased()), let column = column(called: word) {
      return QueryError(
        "`\(word)` is a word of SQL, too; write the column in double quotes, as in \(column.quotedName)",
        at: place)
    }
    for suspect in suspects where !isKnown.contains(suspect.uppercased()) && suspect.count > 2 {
      if let keyword = NearestName.of(suspect, among: SQLKeywords.all) {
        let at = suspect == word ? place : before?.offset
        return QueryError(
          "the statement makes no sense at `\(suspect)`; did you mean `\(keyword)`?", at: at)
      }
    }
    return QueryError(
      "the statement makes no sense at `\(word)`; a comma, an operator or a keyword may lack before it",
      at: place)
  }

  private func column(called name: String) -> String? {
    catalogue.tables(namedBy: tokens).lazy.flatMap(\.columns).map(\.name).first {
      $0.lowercased() == name.lowercased()
    }
  }

  private func incomplete(_ rest: String, _ offset: Int?) -> QueryError {
    QueryError(
      "the statement ends too early; close its parentheses and complete its last part",
      at: tokens.last?.end)
  }

  private func unknownSign(_ rest: String, _ offset: Int?) -> QueryError {
    let sign = rest.filter { $0 != "\"" }
    return QueryError(
      "`\(sign)` means nothing in SQL; remove it", at: offset ?? self.offset(of: sign))
  }

  private func noTables(_ rest: String, _ offset: Int?) -> QueryError {
    QueryError("`*` stands for the columns of a table, and none is named; add `FROM responses`")
  }

  // MARK: Functions

  private func wrongCount(_ rest: String, _ offset: Int?) -> QueryError {
    let name = rest.components(before: "(") ?? rest
    let usage = functions.first { $0.name.lowercased() == name.lowercased() }?.usage
    let advice = usage.map { "call it as `\($0)`" } ?? "look up what it takes"
    return QueryError(
      "`\(name)` does not take so many arguments, or so few; \(advice)",
      at: offset ?? self.offset(of: name))
  }

  private func tooManyArguments(_ name: String, _ offset: Int?) -> QueryError {
    QueryError(
      "`\(name)` has more than 127 arguments, which SQLite does not allow; name a scale of the codebook instead, as in `\(name)(responses, 'SCALE')`",
      at: offset ?? self.offset(of: name))
  }

  private func misusedAggregate(_ rest: String, _ offset: Int?) -> QueryError {
    let name =
      rest.split(whereSeparator: { " :()".contains($0) })
      .first { $0 != "function" }.map(String.init) ?? "it"
    return QueryError(
      "`\(name)` looks at many rows, and here one row is asked for; put it behind SELECT or HAVING, not into WHERE or another such function",
      at: offset ?? self.offset(of: name))
  }

  private func misusedWindow(_ rest: String, _ offset: Int?) -> QueryError {
    let name = rest.components(before: "(") ?? rest
    return QueryError(
      "`\(name)` looks at other rows; write `\(name)(…) OVER (…)`, behind SELECT",
      at: offset ?? self.offset(of: name))
  }

  // MARK: Places

  private func offset(of name: String, from start: Int = 0) -> Int? {
    tokens.first {
      $0.offset >= start && $0.kind != .string && $0.text.lowercased() == name.lowercased()
    }?.offset
  }

  private func sqlByte(at offset: Int?) -> UInt8? {
    offset.flatMap { Array(sql.utf8).indices.contains($0) ? Array(sql.utf8)[$0] : nil }
  }
}

extension String {
  /// What stands before a text; nil where it does not occur.
  func components(before end: String) -> String? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(end) { return String(self[..<place]) }
      place = index(after: place)
    }
    return nil
  }
}

/// Words that a misspelt one may stand for.
enum SQLKeywords {
  static let all = [
    "SELECT", "DISTINCT", "FROM", "WHERE", "GROUP", "BY", "HAVING", "ORDER", "LIMIT", "OFFSET",
    "JOIN", "LEFT", "INNER", "CROSS", "ON", "USING", "AS", "AND", "OR", "NOT", "IN", "IS", "NULL",
    "LIKE", "BETWEEN", "CASE", "WHEN", "THEN", "ELSE", "END", "UNION", "ALL", "EXCEPT",
    "INTERSECT", "WITH", "RECURSIVE", "VALUES", "EXISTS", "CAST", "FILTER", "OVER", "PARTITION",
    "ASC", "DESC", "NULLS", "FIRST", "LAST", "EXPLAIN",
  ]
}
