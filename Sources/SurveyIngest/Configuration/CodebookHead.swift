/// The beginning of a codebook, by which one is known before anything of it is shown.
enum CodebookHead {
  /// True where the first key of a text says that it is a codebook. Comments, blank lines and the
  /// marks of a document may stand before it.
  static func begins(_ text: String) -> Bool {
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.first == "\u{FEFF}" ? line.dropFirst() : line
      let isMark = line.hasPrefix("%") || line == "---" || line.hasPrefix("--- #")
      if isMark || line.drop(while: \.isWhitespace).hasPrefix("#") { continue }
      if line.allSatisfy(\.isWhitespace) { continue }
      return isSchema(line)
    }
    return false
  }

  private static func isSchema(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let key = line[..<colon].filter { $0 != "\"" && $0 != "'" && $0 != " " }
    return key == "schema" && isVersion(line[line.index(after: colon)...])
  }

  /// True for `abacus.codebook/` and digits, in quotes or not, with a comment at most behind it. Anything
  /// more could be somebody's secret, which a message about the schema would show.
  private static func isVersion(_ value: Substring) -> Bool {
    let comment = value.indices.first { value[$0] == "#" && value[..<$0].last == " " }
    var value = trimmed(comment.map { value[..<$0] } ?? value)
    for quote in ["\"", "'"] where value.count > 2 && value.hasPrefix(quote) {
      guard value.hasSuffix(quote) else { return false }
      value = value.dropFirst().dropLast()
    }
    let start = "abacus.codebook/"
    let digits = value.dropFirst(start.count)
    return value.hasPrefix(start) && !digits.isEmpty
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let text = text.drop(while: \.isWhitespace)
    let end = text.lastIndex { !$0.isWhitespace }
    return end.map { text[...$0] } ?? ""
  }
}
