/// One word, number, text or sign of a condition.
struct QuestionToken: Hashable {
  /// What it is.
  enum Kind: Hashable {
    /// A bare word, a number among them: `site`, `2023`, `-1.5`.
    case word
    /// A text in single or double quotes, without them.
    case quoted
    /// A name in back quotes, without them: never a keyword.
    case name
    /// An operator, a parenthesis or a comma.
    case sign
    /// The end of what was written.
    case end
  }

  let kind: Kind
  let text: String
  /// Where it begins, in bytes of UTF-8.
  let offset: Int

  /// True for this keyword, in whatever case.
  func isKeyword(_ word: String) -> Bool { kind == .word && text.lowercased() == word }

  /// True for this sign.
  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

  /// Words that mean something to the grammar and are names only in back quotes.
  static let keywords: Set<String> = [
    "and", "or", "not", "in", "is", "between", "missing", "where", "by",
  ]

  /// True for a word that may name a field.
  var isName: Bool {
    kind == .name || (kind == .word && !Self.keywords.contains(text.lowercased()))
  }

  /// How an error shows it.
  var shown: String { kind == .end ? "the end" : "`\(text)`" }
}

/// Cuts a condition into tokens.
struct QuestionLexer {
  private let text: String
  private let bytes: [UInt8]
  private var place = 0

  /// The tokens of a text, `.end` last.
  ///
  /// - Throws: `QuestionError` at a sign the grammar does not have or a quote without its end.
  static func tokens(of text: String) throws -> [QuestionToken] {
    var lexer = QuestionLexer(text)
    var tokens: [QuestionToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(QuestionToken(kind: .end, text: "", offset: lexer.bytes.count))
    return tokens
  }

  private init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  private mutating func next() throws -> QuestionToken? {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    guard place < bytes.count else { return nil }
    let start = place
    switch bytes[place] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return QuestionToken(kind: .quoted, text: try quoted(), offset: start)
    case UInt8(ascii: "`"): return QuestionToken(kind: .name, text: try quoted(), offset: start)
    case let byte where Self.isOfWord(byte):
      while place < bytes.count, Self.isOfWord(bytes[place]) { place += 1 }
      return QuestionToken(kind: .word, text: string(start..<place), offset: start)
    default: return try sign()
    }
  }

  /// A text up to its closing quote; the quote itself is written twice.
  private mutating func quoted() throws -> String {
    let start = place
    let quote = bytes[place]
    var content: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte != quote {
        content.append(byte)
      } else if place < bytes.count, bytes[place] == quote {
        content.append(quote)
        place += 1
      } else {
        return String(decoding: content, as: UTF8.self)
      }
    }
    let shown = String(UnicodeScalar(quote))
    throw QuestionError("a quote opens and has no end; close it with \(shown)", in: text, at: start)
  }

  private mutating func sign() throws -> QuestionToken {
    let start = place
    for sign in ["<=", ">=", "<>", "!=", "==", "=", "<", ">", "(", ")", ","] {
      let end = place + sign.utf8.count
      guard end <= bytes.count, bytes[place..<end].elementsEqual(sign.utf8) else { continue }
      place = end
      return QuestionToken(kind: .sign, text: sign, offset: start)
    }
    let advice =
      switch bytes[place] {
      case UInt8(ascii: "&"): "write `and`"
      case UInt8(ascii: "|"): "write `or`"
      case UInt8(ascii: "!"): "write `not`, or `!=` for unequal"
      case UInt8(ascii: ";"): "leave it out; one condition is asked at a time"
      default: "put a text with such signs in quotes"
      }
    throw QuestionError(
      "`\(string(place..<(place + 1)))` means nothing here; \(advice)", in: text, at: start)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Letters, digits, `_`, `.`, `-`, `+`, `/` and everything beyond ASCII.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: [0x5F, 0x2E, 0x2D, 0x2B, 0x2F].contains(byte)
    }
  }
}
