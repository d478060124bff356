import CSurveyTable
import GRDB
package import SurveyAnalysis

/// A study opened for SQL; one question at a time.
///
/// A question from another thread waits until the one before is answered; GRDB's queue sees to that, and
/// nothing else is shared but the guard, which is made for it.
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
    let authorizer = QueryAuthorizer(guarding)
    stopper = guarding
    self.authorizer = authorizer
    virtualTables = try catalogue.tables.map {
      try VirtualTable($0, guardedBy: guarding.pointer, authorizer: authorizer)
    }
    var configuration = Configuration()
    configuration.label = "abacus"
    configuration.foreignKeysEnabled = false
    do {
      queue = try DatabaseQueue(configuration: configuration)
      try queue.inDatabase { try prepare($0, data) }
    } catch let error as DatabaseError {
      throw QueryError("SQLite can't be opened: \(error.message ?? "?"); report this")
    }
  }

  // The connection reads from the tables, so it is closed before they go.
  deinit { try? queue.close() }

  private let limits: QueryLimits
  private let watchdog: QueryWatchdog?
  private let catalogue: QueryCatalogue
  private let stopper: QueryGuard
  private let authorizer: QueryAuthorizer
  private let virtualTables: [VirtualTable]
  private let queue: DatabaseQueue

  private func prepare(_ database: Database, _ data: QueryData) throws {
    // Answers of people do not go to temporary files.
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    // The only tables of SQLite itself that a question may name; others are noted too late.
    try database.execute(sql: "SELECT 1 FROM json_each('[]'), json_tree('[]')")
    guard let connection = database.sqliteConnection else { return }
    survey_confine(connection)
    for table in virtualTables {
      let status = table.register(on: connection)
      guard status == SQLITE_OK else {
        throw QueryError(
          "SQLite does not take the table `\(table.definition.name)` (status \(status)); report this"
        )
      }
    }
    let status = survey_bound_functions(connection)
    guard status == SQLITE_OK else {
      throw QueryError("SQLite does not take functions (status \(status)); report this")
    }
    try StatisticFunctions.register(on: connection, data: data)
    stopper.watch(connection)
    // GRDB's own authorizer only looks at what a statement changes, which none does.
    authorizer.watch(connection)
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
    return try queue.inDatabase { database in
      stopper.start(limits)
      authorizer.reset()
      do {
        return try answer(statement, check.tokens, database)
      } catch let error as DatabaseError {
        throw stopper.stopped(limits) ?? Diagnosis.whileRunning(error.message ?? "")
      }
    }
  }

  private func answer(
    _ sql: String, _ tokens: [SQLToken], _ database: Database
  ) throws -> QueryTable {
    let statement: Statement
    do {
      statement = try database.makeStatement(sql: sql)
    } catch let error as DatabaseError {
      // The place is lost with the next call of SQLite.
      let offset = database.sqliteConnection.map(sqlite3_error_offset) ?? -1
      if let error = stopper.stopped(limits) { throw error }
      throw diagnosis(sql, tokens, database).error(
        error.message ?? "", at: offset < 0 ? nil : Int(offset))
    }
    guard statement.isReadonly else {
      throw QueryError("the statement changes data; a question may only read, so ask with SELECT")
    }
    try TypeCheck(tokens: tokens, catalogue: catalogue).check()
    let columns = statement.columnNames.map { QueryTable.Column($0) }
    return QueryTable(columns: columns, rows: try rows(of: statement, count: columns.count))
  }

  private func rows(of statement: Statement, count: Int) throws -> [[QueryTable.Value]] {
    var rows: [[QueryTable.Value]] = []
    let cursor = try Row.fetchCursor(statement)
    let rowSize = count * MemoryLayout<QueryTable.Value>.stride + 32
    while try cursor.next() != nil {
      guard rows.count < limits.rowCount else {
        throw QueryError(
          "the answer has more than \(limits.rowCount) rows; add LIMIT or a condition")
      }
      let row = (0..<count).map { Self.value(statement.sqliteStatement, Int32($0)) }
      let texts = row.reduce(0) { sum, value in
        if case .text(let text) = value, text.utf8.count > 15 { sum + text.utf8.count } else { sum }
      }
      rows.append(row)
      stopper.count(rowSize + texts)
      if rows.count % 1024 == 0 { try stopper.check(limits) }
    }
    return rows
  }

  private static func value(_ statement: OpaquePointer, _ column: Int32) -> QueryTable.Value {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT:
      let number = sqlite3_column_double(statement, column)
      return number.isFinite ? .number(number) : .null
    case SQLITE_TEXT:
      let count = Int(sqlite3_column_bytes(statement, column))
      let bytes = UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: count)
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let count = Int(sqlite3_column_bytes(statement, column))
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(statement, column), count: count)
      return .text("x'" + bytes.map(hexadecimal).joined() + "'")
    default: return .null
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private func diagnosis(
    _ sql: String, _ tokens: [SQLToken], _ database: Database
  ) -> Diagnosis {
    authorizer.isOwn = true
    defer { authorizer.isOwn = false }
    let names = try? String.fetchAll(
      database, sql: "SELECT DISTINCT name FROM pragma_function_list ORDER BY name")
    return Diagnosis(
      sql: sql, tokens: tokens, catalogue: catalogue, functions: functions,
      functionNames: names ?? [], refusal: authorizer.refusal)
  }

  /// Stops the question that runs in another thread; it throws.
  package func interrupt() { stopper.interrupt() }

  /// What may be named in a question, for completion and `.tables`, `.schema`.
  package var tables: [QueryTableSchema] { catalogue.tables.map(\.schema) }

  /// The functions of statistics, for completion and documentation.
  package var functions: [QueryFunction] { StatisticFunctions.all }
}
