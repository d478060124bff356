import CSurveyTable

/// The arguments of one call of a function.
struct SQLArguments {
  /// How many there are.
  let count: Int
  private let values: UnsafeMutablePointer<OpaquePointer?>?

  /// The arguments as SQLite hands them over.
  init(count: Int32, values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.count = Int(count)
    self.values = values
  }

  /// The kind of value an argument is.
  @inline(__always)
  func kind(_ position: Int) -> Int32 { sqlite3_value_type(value(position)) }

  /// An argument as a whole number.
  @inline(__always)
  func integer(_ position: Int) -> Int64 { sqlite3_value_int64(value(position)) }

  /// An argument as a number.
  @inline(__always)
  func number(_ position: Int) -> Double { sqlite3_value_double(value(position)) }

  /// True for a number.
  func isNumber(_ position: Int) -> Bool {
    let kind = kind(position)
    return kind == SQLITE_INTEGER || kind == SQLITE_FLOAT
  }

  /// True for a whole number.
  func isInteger(_ position: Int) -> Bool { kind(position) == SQLITE_INTEGER }

  /// True where there is no value.
  func isNull(_ position: Int) -> Bool { kind(position) == SQLITE_NULL }

  /// True for text.
  func isText(_ position: Int) -> Bool { kind(position) == SQLITE_TEXT }

  /// An argument as text; nil where it is no text.
  func text(_ position: Int) -> String? {
    guard isText(position), let start = sqlite3_value_text(value(position)) else { return nil }
    let count = Int(sqlite3_value_bytes(value(position)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// True where an argument is exactly this text.
  func isText(_ position: Int, _ bytes: [UInt8]) -> Bool {
    guard isText(position), let start = sqlite3_value_text(value(position)) else { return false }
    let count = Int(sqlite3_value_bytes(value(position)))
    return UnsafeBufferPointer(start: start, count: count).elementsEqual(bytes)
  }

  /// What an argument is, in words that tell nothing of what it holds.
  func words(_ position: Int) -> String {
    switch kind(position) {
    case SQLITE_INTEGER, SQLITE_FLOAT: "a number"
    case SQLITE_TEXT: "text"
    case SQLITE_NULL: "NULL"
    default: "bytes"
    }
  }

  @inline(__always)
  private func value(_ position: Int) -> OpaquePointer? { values.unsafelyUnwrapped[position] }
}
