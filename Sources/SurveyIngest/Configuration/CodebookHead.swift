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
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
    let start = "abacus.codebook/"
    return key == "schema" && value.hasPrefix(start)
      && (value.dropFirst(start.count).first.map { $0.isASCII && $0.isNumber } ?? false)
  }
}
