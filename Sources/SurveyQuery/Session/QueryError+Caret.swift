extension QueryError {
  /// The line of a statement that the error is about, and below it a `^` at the place; nil where there
  /// is no place.
  ///
  /// - Parameter width: columns of the terminal; a longer line is cut on both sides.
  package func caret(in sql: String, width: Int = 78) -> String? {
    guard let offset, offset >= 0, offset <= sql.utf8.count else { return nil }
    var lines: [[Glyph]] = [[]]
    var place: (line: Int, column: Int)?
    var byte = 0
    for character in sql {
      if place == nil, byte + character.utf8.count > offset {
        place = (lines.count - 1, lines[lines.count - 1].count)
      }
      if character.isNewline {
        lines.append([])
      } else {
        lines[lines.count - 1].append(.init(character))
      }
      byte += character.utf8.count
    }
    let (line, column) = place ?? (lines.count - 1, lines[lines.count - 1].count)
    return Self.drawn(lines[line], caretAt: column, width: max(20, width))
  }

  private static func drawn(_ line: [Glyph], caretAt column: Int, width: Int) -> String {
    var first = 0
    var last = line.count
    func columns(_ range: Range<Int>) -> Int { line[range].reduce(0) { $0 + $1.width } }
    // Half of the width before the place, the rest behind it.
    if columns(0..<last) > width {
      while columns(first..<column) > width / 2 { first += 1 }
      while columns(first..<last) > width - 2, last > column + 1 { last -= 1 }
    }
    let front = first > 0 ? "…" : ""
    let back = last < line.count ? "…" : ""
    let text = front + String(line[first..<last].map(\.shown)) + back
    let space = String(repeating: " ", count: front.count + columns(first..<column))
    return text + "\n" + space + "^"
  }

  /// A character as a terminal shows it.
  private struct Glyph {
    let shown: Character
    let width: Int

    init(_ character: Character) {
      let isControl = character.unicodeScalars.contains {
        $0.properties.generalCategory == .control
      }
      shown = isControl ? " " : character
      let isMark = character.unicodeScalars.allSatisfy {
        [.nonspacingMark, .enclosingMark, .format].contains($0.properties.generalCategory)
      }
      width = isMark ? 0 : character.unicodeScalars.contains(where: Self.isWide) ? 2 : 1
    }

    /// East Asian wide characters and pictures.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        true
      default: false
      }
    }
  }
}
