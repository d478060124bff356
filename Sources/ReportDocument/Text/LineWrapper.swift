/// Breaks text into lines at spaces; words that are too long, and scripts without spaces, break
/// between characters.
struct LineWrapper {
  /// Room on a line.
  let width: Double
  /// Width of a text, in the unit of `width`.
  let measure: (String) -> Double

  /// Wraps to columns of a fixed-width font.
  static func columns(_ width: Int) -> LineWrapper {
    LineWrapper(width: Double(max(1, width))) { Double($0.displayWidth) }
  }

  /// Wraps to a width in a proportional font.
  static func type(_ width: Double, fontSize: Double) -> LineWrapper {
    LineWrapper(width: width) { TypeWidth.of($0, fontSize: fontSize) }
  }

  /// All lines of a text; at least one.
  func lines(_ text: String) -> [String] {
    if text.hasSingleSpaces && measure(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      let spaced = line.isEmpty || !word.followsSpace ? line + word.text : line + " " + word.text
      if line.isEmpty || measure(spaced) <= width {
        line = spaced
      } else {
        lines.append(line)
        line = word.text
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// At most `count` lines; what does not fit is cut and ends with "…".
  func lines(_ text: String, atMost count: Int) -> [String] {
    let all = lines(text)
    guard all.count > count else { return all }
    var last = all[count - 1]
    while !last.isEmpty && measure(last + "…") > width { last.removeLast() }
    while last.hasSuffix(" ") { last.removeLast() }
    return all[..<(count - 1)] + [last + "…"]
  }

  private struct Word {
    var text: String
    var followsSpace: Bool
  }

  private func words(of text: String) -> [Word] {
    var words: [Word] = []
    for part in text.words where !part.isEmpty {
      let whole = String(part)
      let mayBreak = !whole.isPlainASCII && !whole.unicodeScalars.allSatisfy(\.isPlain)
      if measure(whole) <= width
        && !(mayBreak && whole.contains(where: { $0.displayWidth == 2 }))
      {
        words.append(Word(text: whole, followsSpace: true))
        continue
      }
      var piece = ""
      var isFirst = true
      for character in part {
        let isBreak = character.displayWidth == 2 || measure(piece + String(character)) > width
        if isBreak && !piece.isEmpty {
          words.append(Word(text: piece, followsSpace: isFirst))
          piece = ""
          isFirst = false
        }
        piece.append(character)
      }
      words.append(Word(text: piece, followsSpace: isFirst))
    }
    return words
  }
}
