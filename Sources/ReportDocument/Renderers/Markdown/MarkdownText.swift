/// Escapes text from data, so that Markdown shows it as it is.
///
/// Only what would be read as markup is escaped, because the source is read too.
enum MarkdownText {
  /// Escapes a text within a line.
  ///
  /// - Parameter inCell: whether the text stands in a table, where a bar ends the cell.
  static func escaped(_ text: String, inCell: Bool = false) -> String {
    var clean = VisibleText.clean(text)
    guard mayHoldMarkup(clean) else { return clean }
    return clean.withUTF8 { bytes in
      var result = TextBuffer(capacity: bytes.count + 16)
      var start = 0
      for place in bytes.indices where isMarkup(bytes, place, inCell: inCell) {
        result.append(bytes[start..<place])
        result.append(ascii: UInt8(ascii: "\\"))
        start = place
      }
      result.append(bytes[start...])
      return result.text
    }
  }

  /// False for most texts: nothing in them needs a closer look.
  private static func mayHoldMarkup(_ text: String) -> Bool {
    var previous = Unicode.Scalar(UInt8(ascii: " "))
    for byte in text.utf8 {
      let next = Unicode.Scalar(byte)
      switch next {
      case "\\", "`", "*", "[", "]", "~", "$", "_", "<", "&", "|": return true
      case "#" where previous == " ", "/" where previous == ":": return true
      case "." where previous == "w" || previous == "W": return true
      default: previous = next
      }
    }
    return false
  }

  /// Escapes a text that begins a line, where list, quote and heading marks count too.
  static func escapedLine(_ line: String) -> String {
    let word = line.prefix { $0 != " " }
    guard looksLikeMarker(word) else { return line }
    // In "1." the point is the mark; a backslash before a digit would be shown.
    let place = word.firstIndex { !$0.isNumber } ?? word.startIndex
    return line[..<place] + "\\" + line[place...]
  }

  /// True for a word that begins a list, a quote, a heading or a line at the start of a line.
  static func looksLikeMarker(_ word: some StringProtocol) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    if first == ">" { return true }
    if "-+=#".contains(first) && word.allSatisfy({ $0 == first }) { return true }
    return ".)".contains(last) && word.count > 1
      && word.dropLast().allSatisfy { ("0"..."9").contains($0) }
  }

  /// Writes a text of lines already wrapped. A space that may not break has done its work there,
  /// and is written as a common one.
  static func write(_ text: String, to output: inout TextBuffer) {
    var text = text
    text.withUTF8 { write($0, to: &output) }
  }

  /// Writes the bytes of a text of lines already wrapped.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout TextBuffer) {
    guard !bytes.isPlainASCII else { return output.append(bytes) }
    var start = 0
    // U+00A0 is C2 A0, and C2 begins a character wherever it stands.
    for place in bytes.indices.dropLast() where bytes[place] == 0xC2 && bytes[place + 1] == 0xA0 {
      output.append(bytes[start..<place])
      output.append(ascii: UInt8(ascii: " "))
      start = place + 2
    }
    output.append(bytes[start...])
  }

  /// A name in a fixed-width font, within as many backticks as it needs.
  static func code(_ text: String, inCell: Bool = false) -> String {
    let clean = VisibleText.clean(text)
    guard clean.contains(where: { $0 != " " }) else { return "" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: clean) + 1)
    let pad = clean.hasPrefix("`") || clean.hasSuffix("`") ? " " : ""
    let content =
      inCell
      ? clean.split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|") : clean
    return fence + pad + content + pad + fence
  }

  /// Length of the longest run of a character.
  static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for candidate in text {
      run = candidate == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// True for a byte, always one of ASCII, that would be read as markup where it stands.
  private static func isMarkup(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, inCell: Bool
  ) -> Bool {
    switch Unicode.Scalar(bytes[place]) {
    case "|": inCell
    case "\\", "`", "*", "[", "]", "~", "$": true
    case "_": !(isWord(scalar(before: place, in: bytes)) && isWord(scalar(after: place, in: bytes)))
    case "<": isMarkupName(scalar(after: place, in: bytes))
    case "&":
      scalar(after: place, in: bytes).properties.isAlphabetic
        || scalar(after: place, in: bytes) == "#"
    case "#": scalar(before: place, in: bytes) == " "
    // A bare address would become a link.
    case ":": bytes[(place + 1)...].starts(with: "//".utf8)
    case ".": bytes[..<place].suffix(3).map { $0 | 0x20 } == Array("www".utf8)
    default: false
    }
  }

  private static func isMarkupName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || "/!?".unicodeScalars.contains(scalar)
  }

  private static func scalar(
    before place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar {
    String(decoding: bytes[max(0, place - 4)..<place], as: UTF8.self).unicodeScalars.last ?? " "
  }

  private static func scalar(
    after place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar {
    let next = bytes[(place + 1)...].prefix(4)
    return String(decoding: next, as: UTF8.self).unicodeScalars.first ?? " "
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
