import CSurveyTable
import SurveyAnalysis
import Testing

@testable import SurveyQuery

/// An ordinary SQLite database with the rows of a session's tables.
struct NativeCopy {
  private let connection: SQLConnection

  /// Copies tables with the types that they declare.
  init(of session: QuerySession, tables: [String]) throws {
    connection = try SQLConnection()
    for schema in session.tables where tables.contains(schema.name) {
      let columns = schema.columns.map { "\($0.name.quotedName) \($0.type)" }
      try connection.execute("CREATE TABLE \(schema.name) (\(columns.joined(separator: ", ")))")
      let places = schema.columns.map { _ in "?" }.joined(separator: ", ")
      let insert = try SQLStatement(
        "INSERT INTO \(schema.name) VALUES (\(places))", on: connection)
      for row in try session.run("SELECT * FROM \(schema.name)").rows {
        for (place, value) in row.enumerated() { bind(value, Int32(place + 1), insert) }
        while try insert.step() {}
        sqlite3_reset(insert.pointer)
      }
    }
  }

  /// The rows of an answer.
  func run(_ sql: String) throws -> [[QueryTable.Value]] {
    let statement = try SQLStatement(sql, on: connection)
    var rows: [[QueryTable.Value]] = []
    while try statement.step() {
      rows.append((0..<sqlite3_column_count(statement.pointer)).map { value(statement, $0) })
    }
    return rows
  }

  private func value(_ statement: SQLStatement, _ column: Int32) -> QueryTable.Value {
    switch sqlite3_column_type(statement.pointer, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement.pointer, column))
    case SQLITE_FLOAT: .number(sqlite3_column_double(statement.pointer, column))
    case SQLITE_TEXT: .text(statement.text(column))
    case SQLITE_BLOB: .text("blob")
    default: .null
    }
  }

  private func bind(_ value: QueryTable.Value, _ place: Int32, _ statement: SQLStatement) {
    switch value {
    case .null, .hidden: sqlite3_bind_null(statement.pointer, place)
    case .integer(let integer): sqlite3_bind_int64(statement.pointer, place, integer)
    case .number(let number): sqlite3_bind_double(statement.pointer, place, number)
    case .text(let text):
      // SQLite copies it.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statement.pointer, place, text, -1, copied)
    }
  }
}
