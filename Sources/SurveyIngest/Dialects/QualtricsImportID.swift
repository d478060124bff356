/// The cell of a Qualtrics header that names a column for re-import.
///
/// Current exports write JSON, `{"ImportId":"QID2_TEXT"}`; those of 2016 and 2017 write it as Python
/// does, `{'ImportId': 'QID2-TEXT'}`, which is no JSON. Both are flat objects of texts.
struct QualtricsImportID: Hashable {
  /// The identifier as written.
  let id: String

  /// Reads a header cell; `nil` where it holds no such object.
  init?(cell: String) {
    let trimmed = cell.drop(while: \.isWhitespace)
    guard trimmed.first == "{" else { return nil }
    let strings = Self.quotedStrings(in: trimmed)
    guard let key = strings.firstIndex(of: "ImportId"), key + 1 < strings.count else { return nil }
    id = strings[key + 1]
  }

  /// The question's identifier, `QID2` of `QID2_TEXT`, `QID2-1` and `QID2#1_1`; `nil` for metadata
  /// and embedded data.
  var question: String? {
    guard id.hasPrefix("QID"), id.dropFirst(3).first?.isNumber == true else { return nil }
    return String(id.prefix { $0 != "_" && $0 != "-" && $0 != "#" })
  }

  private static func quotedStrings(in text: Substring) -> [String] {
    var strings: [String] = []
    // Quotes are ASCII, so that bytes can be compared.
    var rest = text.utf8
    while let start = rest.firstIndex(where: { $0 == ASCII.quote || $0 == UInt8(ascii: "'") }) {
      let content = rest[rest.index(after: start)...]
      guard let end = content.firstIndex(of: rest[start]) else { break }
      strings.append(String(Substring(content[..<end])))
      rest = content[content.index(after: end)...]
    }
    return strings
  }
}
