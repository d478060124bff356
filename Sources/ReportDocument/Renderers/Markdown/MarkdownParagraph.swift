/// Running text that is broken into lines at spaces only: words must not be broken, so a long one,
/// such as an address, gets a line of its own.
struct MarkdownParagraph {
  /// The text, escaped within the line.
  let text: String
  /// What stands before the first line.
  let prefix: String
  /// What stands before the other lines.
  let nextPrefix: String
  /// Columns that something else takes on the first line.
  let indent: Int
  /// Columns of a line.
  let room: Int

  /// Writes the lines, the last one without its line break.
  func write(to output: inout TextBuffer) {
    MarkdownText.write(prefix, to: &output)
    var text = text
    text.withUTF8 { bytes in
      var used = indent
      var isLineEmpty = true
      var place = 0
      while let word = Self.unit(in: bytes, from: place) {
        let width = Self.width(of: bytes[word])
        if !isLineEmpty && used + 1 + width > room {
          output.append(ascii: UInt8(ascii: "\n"))
          MarkdownText.write(nextPrefix, to: &output)
          used = width
        } else {
          if !isLineEmpty { output.append(ascii: UInt8(ascii: " ")) }
          used += width + (isLineEmpty ? 0 : 1)
        }
        if place == 0 && Self.mayBeMarker(bytes[word]) {
          // Only the first word can look like a mark, and it begins a line.
          let word = String(decoding: bytes[word], as: UTF8.self)
          MarkdownText.write(MarkdownText.escapedLine(word), to: &output)
        } else {
          MarkdownText.write(UnsafeBufferPointer(rebasing: bytes[word]), to: &output)
        }
        isLineEmpty = false
        place = word.upperBound
      }
    }
  }

  /// The next word, and with it the words behind it that look like the mark of a list or a
  /// heading: these may not begin a line. Nil at the end.
  private static func unit(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    guard var unit = word(in: bytes, from: start) else { return nil }
    while let next = word(in: bytes, from: unit.upperBound), mayBeMarker(bytes[next]),
      MarkdownText.looksLikeMarker(String(decoding: bytes[next], as: UTF8.self))
    {
      unit = unit.lowerBound..<next.upperBound
    }
    return unit
  }

  private static func word(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var first = start
    while first < bytes.count && bytes[first] == UInt8(ascii: " ") { first += 1 }
    guard first < bytes.count else { return nil }
    var end = first
    while end < bytes.count && bytes[end] != UInt8(ascii: " ") { end += 1 }
    return first..<end
  }

  private static func width(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    if UnsafeBufferPointer(rebasing: bytes).isPlainASCII { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).displayWidth
  }

  /// False for most words, without a look at their characters.
  private static func mayBeMarker(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    switch (first, last) {
    case (UInt8(ascii: ">"), _), (UInt8(ascii: "-"), _), (UInt8(ascii: "+"), _),
      (UInt8(ascii: "="), _), (UInt8(ascii: "#"), _), (_, UInt8(ascii: ".")),
      (_, UInt8(ascii: ")")):
      return true
    default: return false
    }
  }
}
