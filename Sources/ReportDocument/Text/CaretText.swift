/// A place in what somebody wrote, as a terminal shows it: the line, and a caret below the place.
package enum CaretText {
  /// The longest part of a line that is shown, in columns.
  private static let widest = 76

  /// Two lines; a long line is cut at both ends.
  ///
  /// - Parameter offset: in bytes of UTF-8; one behind the end stands for the end.
  package static func lines(_ text: String, at offset: Int) -> [String] {
    let bytes = Array(text.utf8)
    let place = min(max(0, offset), bytes.count)
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let start = bytes[..<place].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: isBreak) ?? bytes.count
    // Whole characters: a place inside of one is its beginning.
    var before = clean(bytes[start..<place])
    var after = clean(bytes[place..<end])
    if before.displayWidth > widest / 2 {
      while before.displayWidth > widest / 2 { before.removeFirst() }
      before = "…" + before
    }
    if (before + after).displayWidth > widest {
      while !after.isEmpty, (before + after).displayWidth > widest { after.removeLast() }
      after += "…"
    }
    let spaces = String(repeating: " ", count: before.displayWidth)
    return ["  " + before + after, "  " + spaces + "^"]
  }

  private static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    VisibleText.clean(
      String(decoding: bytes, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false
      )
      .joined(separator: " "))
  }
}
