import CSurveyTable
package import SurveyAnalysis
import Synchronization

/// A study opened for SQL; one question at a time.
///
/// A question from another thread waits until the one before is answered. Nothing else is shared but the
/// guard, which is made for it.
package final class QuerySession: @unchecked Sendable {
  /// Opens a dataset; nothing of it is copied or computed before a question needs it.
  ///
  /// - Parameter watchdog: what is done where a question can't be stopped in its time.
  /// - Throws: `QueryError`.
  package init(
    _ data: QueryData, limits: QueryLimits = .default, watchdog: QueryWatchdog? = nil
  ) throws {
    self.limits = limits
    self.watchdog = watchdog
    catalogue = QueryCatalogue(data)
    let guarding = try QueryGuard()
    let authorizer = QueryAuthorizer(catalogue, guarding)
    stopper = guarding
    self.authorizer = authorizer
    virtualTables = try catalogue.tables.map {
      try VirtualTable($0, guardedBy: guarding.pointer, authorizer: authorizer)
    }
    do {
      connection = try SQLConnection()
      try prepare(data)
    } catch let error as SQLFailure {
      throw QueryError("SQLite can't be opened: \(error.message); report this")
    }
  }

  // The connection reads from the tables, so it is closed before they go.
  deinit { connection.close() }

  private let limits: QueryLimits
  private let watchdog: QueryWatchdog?
  private let catalogue: QueryCatalogue
  private let stopper: QueryGuard
  private let authorizer: QueryAuthorizer
  private let connection: SQLConnection
  private let virtualTables: [VirtualTable]
  private let turn = Mutex(())

  private func prepare(_ data: QueryData) throws {
    // Answers of people do not go to temporary files.
    try connection.execute("PRAGMA temp_store = MEMORY")
    // The only tables of SQLite itself that a question may name; others are noted too late.
    try connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")
    survey_confine(connection.pointer)
    for table in virtualTables {
      let status = table.register(on: connection.pointer)
      guard status == SQLITE_OK else {
        throw QueryError(
          "SQLite does not take the table `\(table.definition.name)` (status \(status)); report this"
        )
      }
    }
    let status = survey_bound_functions(connection.pointer)
    guard status == SQLITE_OK else {
      throw QueryError("SQLite does not take functions (status \(status)); report this")
    }
    try StatisticFunctions.register(on: connection.pointer, data: data)
    stopper.watch(connection.pointer)
    authorizer.watch(connection.pointer)
  }

  /// The answer to one statement.
  ///
  /// - Throws: `QueryError`.
  package func run(_ sql: String) throws -> QueryTable {
    try watchdog.map { try $0.watching(limits) { try runWatched(sql) } } ?? runWatched(sql)
  }

  private func runWatched(_ sql: String) throws -> QueryTable {
    let check = StatementCheck(sql)
    let statement = try check.statement()
    return try turn.withLock { _ in
      stopper.start(limits)
      authorizer.reset()
      do {
        return try answer(statement, check.tokens)
      } catch let error as SQLFailure {
        throw stopper.stopped(limits) ?? Diagnosis.whileRunning(error.message)
      }
    }
  }

  private func answer(_ sql: String, _ tokens: [SQLToken]) throws -> QueryTable {
    let statement: SQLStatement
    do {
      statement = try SQLStatement(sql, on: connection)
    } catch let error as SQLFailure {
      if let error = stopper.stopped(limits) { throw error }
      throw diagnosis(sql, tokens).error(error.message, at: error.offset)
    }
    guard statement.isReadOnly else {
      throw QueryError("the statement changes data; a question may only read, so ask with SELECT")
    }
    try TypeCheck(tokens: tokens, catalogue: catalogue).check()
    let columns = statement.columnNames.map { QueryTable.Column($0) }
    return QueryTable(columns: columns, rows: try rows(of: statement, count: columns.count))
  }

  private func rows(of statement: SQLStatement, count: Int) throws -> [[QueryTable.Value]] {
    var rows: [[QueryTable.Value]] = []
    let rowSize = count * MemoryLayout<QueryTable.Value>.stride + 32
    while try statement.step() {
      guard rows.count < limits.rowCount else {
        throw QueryError(
          "the answer has more than \(limits.rowCount) rows; add LIMIT or a condition")
      }
      let row = (0..<count).map { Self.value(statement, Int32($0)) }
      let texts = row.reduce(0) { sum, value in
        if case .text(let text) = value, text.utf8.count > 15 { sum + text.utf8.count } else { sum }
      }
      rows.append(row)
      stopper.count(rowSize + texts)
      if rows.count % 1024 == 0 { try stopper.check(limits) }
    }
    return rows
  }

  private static func value(_ statement: SQLStatement, _ column: Int32) -> QueryTable.Value {
    switch sqlite3_column_type(statement.pointer, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement.pointer, column))
    case SQLITE_FLOAT:
      let number = sqlite3_column_double(statement.pointer, column)
      return number.isFinite ? .number(number) : .null
    case SQLITE_TEXT: return .text(statement.text(column))
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(statement.pointer, column))
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement.pointer, column), count: count)
      return .text("x'" + bytes.map(hexadecimal).joined() + "'")
    default: return .null
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private func diagnosis(_ sql: String, _ tokens: [SQLToken]) -> Diagnosis {
    Diagnosis(
      sql: sql, tokens: tokens, catalogue: catalogue, functions: functions,
      functionNames: functionNames, refusal: authorizer.refusal)
  }

  /// All functions that SQLite knows; none where it does not tell.
  private var functionNames: [String] {
    authorizer.isOwn = true
    defer { authorizer.isOwn = false }
    let sql = "SELECT DISTINCT name FROM pragma_function_list ORDER BY name"
    guard let statement = try? SQLStatement(sql, on: connection) else { return [] }
    var names: [String] = []
    while (try? statement.step()) == true { names.append(statement.text(0)) }
    return names
  }

  /// True where a question calls a function that answers with an end of an interval.
  package func asksForInterval(_ sql: String) -> Bool {
    SQLScanner.tokens(of: sql).contains { $0.isName && FunctionCatalogue.isOfInterval($0.text) }
  }

  /// Stops the question that runs in another thread; it throws.
  package func interrupt() { stopper.interrupt() }

  /// What may be named in a question, for completion and `.tables`, `.schema`.
  package var tables: [QueryTableSchema] { catalogue.tables.map(\.schema) }

  /// The functions of statistics, for completion and documentation.
  package var functions: [QueryFunction] { StatisticFunctions.all }
}
