/// A word, a sign or a value of a statement.
struct SQLToken: Hashable {
  enum Kind: Hashable {
    /// A keyword or a name without quotes.
    case word
    /// A name in double quotes, backquotes or brackets.
    case quotedName
    /// A text in single quotes.
    case string
    case number
    /// A place to fill in, such as `?` or `:site`.
    case parameter
    case sign
    /// A quote that nothing closes.
    case unclosed
  }

  let kind: Kind
  /// Its characters; of a name or a text, without the quotes.
  let text: String
  /// Where it begins, in bytes.
  let offset: Int
  /// Where it ends, in bytes.
  let end: Int

  /// True for this keyword, in whatever letters.
  func isWord(_ word: String) -> Bool { kind == .word && text.lowercased() == word }

  /// True for this sign.
  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

  /// True for what may name a table, a column or a function.
  var isName: Bool { kind == .word || kind == .quotedName }
}

/// Splits a statement into tokens, as SQLite does; comments and spaces go.
struct SQLScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ sql: String) { bytes = Array(sql.utf8) }

  /// The tokens, in order.
  static func tokens(of sql: String) -> [SQLToken] {
    var scanner = SQLScanner(sql)
    var tokens: [SQLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    place + ahead < bytes.count ? bytes[place + ahead] : nil
  }

  private mutating func next() -> SQLToken? {
    skipSpace()
    guard let first = byte() else { return nil }
    switch first {
    case UInt8(ascii: "'"): return quoted(.string, until: first)
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(.quotedName, until: first)
    case UInt8(ascii: "["): return quoted(.quotedName, until: UInt8(ascii: "]"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return run(.number, while: Self.isNumeric)
    case UInt8(ascii: "."):
      return byte(1).map(Self.isDigit) ?? false
        ? run(.number, while: Self.isNumeric) : token(.sign, length: 1)
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      return run(.parameter, while: Self.isWordByte)
    default:
      return Self.isWordByte(first) ? run(.word, while: Self.isWordByte) : sign()
    }
  }

  private mutating func skipSpace() {
    while let next = byte() {
      if next <= 0x20 {
        place += 1
      } else if next == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        while let next = byte(), next != 0x0A { place += 1 }
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        place += 2
        while let next = byte(), !(next == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
          place += 1
        }
        place = min(place + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: ".")
  }

  private mutating func token(_ kind: SQLToken.Kind, length: Int) -> SQLToken {
    let start = place
    place += length
    return SQLToken(
      kind: kind, text: String(decoding: bytes[start..<place], as: UTF8.self), offset: start,
      end: place)
  }

  private mutating func run(_ kind: SQLToken.Kind, while belongs: (UInt8) -> Bool) -> SQLToken {
    var length = 1
    while let next = byte(length), belongs(next) { length += 1 }
    return token(kind, length: length)
  }

  private mutating func sign() -> SQLToken {
    let pairs = ["<=", ">=", "<>", "!=", "==", "||", "->", "<<", ">>"]
    let two = String(decoding: bytes[place..<min(place + 2, bytes.count)], as: UTF8.self)
    return token(.sign, length: pairs.contains(two) ? 2 : 1)
  }

  private mutating func quoted(_ kind: SQLToken.Kind, until end: UInt8) -> SQLToken {
    let start = place
    var text: [UInt8] = []
    place += 1
    while let next = byte() {
      place += 1
      if next != end {
        text.append(next)
      } else if end != UInt8(ascii: "]"), byte() == end {
        text.append(next)
        place += 1
      } else {
        return SQLToken(
          kind: kind, text: String(decoding: text, as: UTF8.self), offset: start, end: place)
      }
    }
    return SQLToken(
      kind: .unclosed, text: String(decoding: bytes[start...], as: UTF8.self), offset: start,
      end: place)
  }
}
