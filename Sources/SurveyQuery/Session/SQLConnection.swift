import CSurveyTable

/// What SQLite says where it can't do something.
struct SQLFailure: Error {
  /// SQLite's own words.
  let message: String
  /// The byte of the statement at which it stopped; nil where it names none.
  let offset: Int?

  /// What a connection says of its last call.
  init(of connection: OpaquePointer?) {
    message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? "memory is used up"
    let place = connection.map(sqlite3_error_offset) ?? -1
    offset = place < 0 ? nil : Int(place)
  }
}

/// A database of SQLite in memory, for one thread at a time.
final class SQLConnection {
  /// As SQLite knows it.
  let pointer: OpaquePointer
  private var isClosed = false

  /// Opens an empty database.
  ///
  /// - Throws: `SQLFailure`.
  init() throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw SQLFailure(of: opened)
    }
    pointer = opened
  }

  deinit { close() }

  /// Ends the connection, once its last statement has gone; nothing may be asked of it afterwards.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    sqlite3_close_v2(pointer)
  }

  /// Runs a statement and reads no answer.
  func execute(_ sql: String) throws {
    let statement = try SQLStatement(sql, on: self)
    while try statement.step() {}
  }
}

/// A statement that SQLite has understood; it keeps its connection open.
final class SQLStatement {
  /// As SQLite knows it.
  let pointer: OpaquePointer
  private let connection: SQLConnection

  /// Prepares a single statement.
  ///
  /// - Throws: `SQLFailure`, with the place where SQLite does not understand it.
  init(_ sql: String, on connection: SQLConnection) throws {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection.pointer, sql, -1, &prepared, nil) == SQLITE_OK,
      let prepared
    else { throw SQLFailure(of: connection.pointer) }
    pointer = prepared
    self.connection = connection
  }

  deinit { sqlite3_finalize(pointer) }

  /// True where it changes nothing.
  var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  /// The names of the answer's columns.
  var columnNames: [String] {
    (0..<sqlite3_column_count(pointer)).map { place in
      sqlite3_column_name(pointer, place).map { String(cString: $0) } ?? ""
    }
  }

  /// Goes to the next row; false after the last one.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLFailure(of: connection.pointer)
    }
  }

  /// The text in a column of this row; empty for NULL.
  func text(_ column: Int32) -> String {
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(
      decoding: UnsafeBufferPointer(start: sqlite3_column_text(pointer, column), count: count),
      as: UTF8.self)
  }
}
