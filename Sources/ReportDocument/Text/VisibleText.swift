/// Text from data, made safe to show: nothing in it steers a terminal, a browser or the
/// direction of reading.
package enum VisibleText {
  /// Makes text visible: white space becomes single-line spaces, harmless direction marks vanish,
  /// other control characters are shown as ‹U+202E›.
  package static func clean(_ text: String) -> String {
    if text.isPlainASCII { return text }
    guard text.unicodeScalars.contains(where: { !$0.isPlain && (isUnsafe($0) || isLineSpace($0)) })
    else {
      return text
    }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isLineSpace(scalar) {
        if !(scalar == "\n" && previous == "\r") { result.append(" ") }
      } else if isMark(scalar) {
        continue
      } else if isUnsafe(scalar) {
        result.append(contentsOf: shown(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// Makes text of several lines visible, keeping its line breaks.
  static func cleanLines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { clean(String($0)) }
  }

  /// True for characters that may not reach an output as they are.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true  // direction
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true  // noncharacters, invisible tags
    default: false
    }
  }

  private static func isLineSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Marks that honest right-to-left text contains and that reorder nothing but themselves.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [0x061C, 0x200E, 0x200F, 0xFEFF].contains(scalar.value)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
  }
}
