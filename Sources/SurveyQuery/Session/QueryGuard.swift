import CSurveyTable

/// What stops a question that takes too long or too much, or that nobody waits for any more.
final class QueryGuard: @unchecked Sendable {
  /// As the tables and SQLite know it.
  let pointer: OpaquePointer

  init() throws {
    guard let pointer = survey_guard_new() else {
      throw QueryError("memory is used up; close other programs")
    }
    self.pointer = pointer
  }

  deinit { survey_guard_free(pointer) }

  /// Has a connection ask.
  func watch(_ connection: OpaquePointer) { survey_guard_watch(pointer, connection) }

  /// Begins a question.
  func start(_ limits: QueryLimits) {
    survey_guard_start(pointer, limits.seconds, Int64(limits.byteCount))
  }

  /// Counts what the answer takes.
  func count(_ bytes: Int) { survey_guard_count(pointer, Int64(bytes)) }

  /// Stops the question; from any thread, which is why the C side is atomic.
  func interrupt() { survey_guard_interrupt(pointer) }

  /// True where the question is to stop.
  var isOver: Bool { survey_guard_check(pointer) != SURVEY_GOES_ON }

  /// Throws where the question is to stop.
  func check(_ limits: QueryLimits) throws {
    if isOver, let error = stopped(limits) { throw error }
  }

  /// Why the question was stopped; nil where it was not.
  func stopped(_ limits: QueryLimits) -> QueryError? {
    switch survey_guard_reason(pointer) {
    case SURVEY_INTERRUPTED: QueryError("stopped; nothing is lost, ask again")
    case SURVEY_TOO_LONG:
      QueryError(
        "no answer after \(Self.plain(limits.seconds)) seconds; ask for fewer rows, or look whether a join lacks its condition"
      )
    case SURVEY_TOO_LARGE:
      QueryError(
        "the answer would take more than \(limits.byteCount / 1_000_000) MB of memory; ask for fewer rows or columns"
      )
    default: nil
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

/// What a statement may do: read tables and call functions.
final class QueryAuthorizer {
  /// What was refused, for the message.
  private(set) var refusal: String?
  /// True while the session itself asks.
  var isOwn = false
  private let stopper: QueryGuard
  /// True where the study itself names something as SQLite names the number of a row, so that nobody is
  /// given the one for the other.
  private let guardsRowNumbers: Bool
  /// Tables with a column that is spelled as SQLite spells the number of a row.
  private let spelledAlike: Set<String>

  /// Decides on the statements of a study.
  ///
  /// - Parameter stopper: says when a statement has taken too long to be understood.
  init(_ catalogue: QueryCatalogue, _ stopper: QueryGuard) {
    self.stopper = stopper
    guardsRowNumbers = catalogue.tables.contains { table in
      !Self.rowNumberNames.isDisjoint(
        with: table.columns.map { $0.name.lowercased() } + Array(table.shared.keys))
    }
    spelledAlike = Set(
      catalogue.tables.filter { $0.columns.contains { $0.name == "ROWID" } }.map(\.name))
  }

  /// What SQLite calls the number of a row where no column has that name.
  static let rowNumberNames: Set<String> = ["rowid", "oid", "_rowid_"]

  /// Forgets what was refused.
  func reset() { refusal = nil }

  /// Has a connection ask before it does anything.
  func watch(_ connection: OpaquePointer) {
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        return Unmanaged<QueryAuthorizer>.fromOpaque(context).takeUnretainedValue()
          .decide(action, first, second)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func decide(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Int32 {
    if isOwn { return SQLITE_OK }
    if stopper.isOver { return SQLITE_DENY }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      // SQLite spells it so, however the statement does.
      guard guardsRowNumbers, let first, let second, String(cString: second) == "ROWID" else {
        return SQLITE_OK
      }
      return spelledAlike.contains(String(cString: first)) ? SQLITE_OK : SQLITE_DENY
    case SQLITE_FUNCTION:
      guard let second, Self.barredFunctions.contains(String(cString: second).lowercased()) else {
        return SQLITE_OK
      }
      let name = String(cString: second)
      refusal =
        name.lowercased().hasPrefix("json_")
        ? "`\(name)` changes JSON" : "`\(name)` loads or opens files"
    case SQLITE_PRAGMA: refusal = "PRAGMA changes settings"
    case SQLITE_ATTACH, SQLITE_DETACH: refusal = "ATTACH opens another file"
    // SQLite notes a table of its own, such as `pragma_table_info`, when it is first named.
    case SQLITE_UPDATE where first.map { String(cString: $0) } == "sqlite_master":
      refusal = "tables of SQLite itself are off"
    default: refusal = "the statement changes data"
    }
    return SQLITE_DENY
  }

  /// Functions of SQLite and its shell that reach outside, and those that go as deep as a path says,
  /// until the memory for that ends.
  static let barredFunctions: Set<String> = [
    "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "json_set",
    "json_insert", "json_replace", "json_patch",
  ]
}
