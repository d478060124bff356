/// How SQL is cut into statements: by semicolons outside quotes and comments.
enum SQLText {
  /// What a place of a text lies within.
  enum Context: Equatable {
    /// Nothing.
    case plain
    /// A literal or a quoted name, up to this byte.
    case quote(UInt8)
    /// A comment up to the end of its line.
    case lineComment
    /// A comment up to its closing mark.
    case blockComment
  }

  /// True where the last statement ends with a semicolon, or nothing is asked.
  static func isComplete(_ text: String) -> Bool {
    let parts = parts(of: text)
    guard let last = parts.last, !last.isEnded else { return true }
    return last.start == nil && last.context != .blockComment
  }

  /// What the end of a text lies within.
  static func context(atEndOf text: String) -> Context { parts(of: text).last?.context ?? .plain }

  /// The statements of a text, the last one with or without a semicolon.
  static func questions(in text: String) -> [Question] {
    let bytes = Array(text.utf8)
    return parts(of: text).compactMap { part in
      guard let start = part.start else { return nil }
      let words = bytes[start..<part.end]
      let lines = bytes[..<start].count { $0 == UInt8(ascii: "\n") }
      return Question(text: String(decoding: words, as: UTF8.self), lineOffset: lines)
    }
  }

  /// A statement with its semicolon, or what follows the last one.
  private struct Part {
    /// The first byte that is neither space nor comment; nil where there is none.
    var start: Int?
    /// Behind its last byte.
    var end = 0
    var isEnded = false
    var context = Context.plain
  }

  private static func parts(of text: String) -> [Part] {
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var part = Part()
    var place = 0
    while place < bytes.count {
      let length = step(bytes, place, &part)
      place += length
      part.end = place
      if part.isEnded {
        parts.append(part)
        part = Part(end: place)
      }
    }
    return parts + [part]
  }

  /// Reads one byte, or the two of a mark.
  private static func step(_ bytes: [UInt8], _ place: Int, _ part: inout Part) -> Int {
    let byte = bytes[place]
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch part.context {
    case .quote(let closing):
      // A doubled quote closes one literal and opens the next, which comes to the same.
      if byte == closing { part.context = .plain }
    case .lineComment:
      if byte == UInt8(ascii: "\n") { part.context = .plain }
    case .blockComment:
      guard byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") else { return 1 }
      part.context = .plain
      return 2
    case .plain: return plainStep(byte, next, place, &part)
    }
    return 1
  }

  private static func plainStep(
    _ byte: UInt8, _ next: UInt8, _ place: Int, _ part: inout Part
  ) -> Int {
    switch (byte, next) {
    case (UInt8(ascii: "-"), UInt8(ascii: "-")):
      part.context = .lineComment
      return 2
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      part.context = .blockComment
      return 2
    case (UInt8(ascii: ";"), _): part.isEnded = true
    case (0x09...0x0D, _), (0x20, _): break
    default:
      part.start = part.start ?? place
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): part.context = .quote(byte)
      case UInt8(ascii: "["): part.context = .quote(UInt8(ascii: "]"))
      default: break
      }
    }
    return 1
  }

  /// The words of SQLite's language that a question uses.
  static let keywords = [
    "ALL", "AND", "AS", "ASC", "BETWEEN", "BY", "CASE", "CAST", "COLLATE", "CROSS", "DESC",
    "DISTINCT", "ELSE", "END", "ESCAPE", "EXCEPT", "EXISTS", "EXPLAIN", "FILTER", "FOLLOWING",
    "FROM", "FULL", "GLOB", "GROUP", "HAVING", "IN", "INNER", "INTERSECT", "IS", "JOIN", "LEFT",
    "LIKE", "LIMIT", "NATURAL", "NOT", "NULL", "NULLS", "OFFSET", "ON", "OR", "ORDER", "OUTER",
    "OVER", "PARTITION", "PRECEDING", "RANGE", "RECURSIVE", "RIGHT", "ROWS", "SELECT", "THEN",
    "UNION", "USING", "VALUES", "WHEN", "WHERE", "WINDOW", "WITH",
  ]
}
