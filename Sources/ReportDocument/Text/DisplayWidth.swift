extension Character {
  /// Columns the character takes in a fixed-width font: 0, 1 or 2.
  var displayWidth: Int {
    let scalars = unicodeScalars
    if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return scalars.map(\.displayWidth).max() ?? 0
  }
}

extension String {
  /// Columns the text takes in a fixed-width font.
  package var displayWidth: Int {
    if isPlainASCII { return utf8.count }
    var count = 0
    for scalar in unicodeScalars {
      guard scalar.isPlain else { return reduce(0) { $0 + $1.displayWidth } }
      count += 1
    }
    return count
  }
}

extension String {
  /// The text with spaces on one side, so that it takes at least `width` columns.
  func padded(to width: Int, _ alignment: Table.Column.Alignment) -> String {
    let space = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return alignment == .text ? self + space : space + self
  }
}

extension Unicode.Scalar {
  /// True for common characters of one column that never join a neighbour. They are known without
  /// a look into the tables of Unicode, which is slow.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: true  // Latin; AD is the soft hyphen
    case 0x2010...0x2027, 0x2030...0x205E, 0x2200...0x22FF, 0x2500...0x259F: true
    default: false
    }
  }

  /// True for characters that join the one before them or take no room.
  var isZeroWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: (0x1160...0x11FF).contains(value)  // vowels and finals of Hangul syllables
    }
  }

  /// True for characters as wide as they are high.
  var isWide: Bool {
    if properties.isEmojiPresentation { return true }
    return switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  fileprivate var displayWidth: Int {
    if isZeroWidth { return 0 }
    return isWide ? 2 : 1
  }
}
