import CSurveyTable
import SurveyIngest

/// A file as an ordinary SQLite table in memory.
final class NativeTable {
  private var connection: OpaquePointer?

  struct Failure: Error { let message: String }

  init(csv path: String) throws {
    let file = try CSVReader.read(path: path)
    sqlite3_open(":memory:", &connection)
    let columns = file.columns.map { "\($0.name) \(Self.type($0.name))" }
    try run("CREATE TABLE responses (\(columns.joined(separator: ", ")))")
    try run("BEGIN")
    var insert: OpaquePointer?
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    sqlite3_prepare_v2(connection, "INSERT INTO responses VALUES (\(places))", -1, &insert, nil)
    let isTransient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for row in 0..<file.rowCount {
      for (place, column) in file.columns.enumerated() {
        if let text = column.text(row), !text.isEmpty {
          sqlite3_bind_text(insert, Int32(place + 1), text, -1, isTransient)
        } else {
          sqlite3_bind_null(insert, Int32(place + 1))
        }
      }
      sqlite3_step(insert)
      sqlite3_reset(insert)
    }
    sqlite3_finalize(insert)
    try run("COMMIT")
  }

  deinit { sqlite3_close(connection) }

  private static func type(_ name: String) -> String {
    if ["role", "site", "pair_id", "submitted", "comment"].contains(name) { return "TEXT" }
    return name == "weight" ? "REAL" : "INTEGER"
  }

  private func run(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
      throw Failure(message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  /// How many rows an answer has.
  func rowCount(of sql: String) throws -> Int {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failure(message: String(cString: sqlite3_errmsg(connection)))
    }
    defer { sqlite3_finalize(statement) }
    var count = 0
    while sqlite3_step(statement) == SQLITE_ROW { count += 1 }
    return count
  }
}
