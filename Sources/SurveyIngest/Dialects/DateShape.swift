/// Dates and times as programs write them, in whatever order.
enum DateShape {
  /// True for digits in groups, with a year of four digits or a time of day among them.
  static func matches(_ text: String) -> Bool {
    guard (4...40).contains(text.utf8.count), text.utf8.first.map(isDigit) == true else {
      return false
    }
    var groups: [(length: Int, after: UInt8)] = []
    var length = 0
    for byte in Array(text.utf8) + [0] {
      if isDigit(byte) {
        length += 1
      } else {
        if length > 0 { groups.append((length, byte)) }
        length = 0
      }
    }
    let words = text.split { !$0.isLetter }.map { $0.lowercased() }
    guard words.allSatisfy(["t", "z", "am", "pm", "utc", "gmt"].contains) else { return false }
    let hasDay =
      groups.count >= 3
      && (groups[0].length == 4 && groups[1].length <= 2
        || groups[0].length <= 2 && [2, 4].contains(groups[2].length))
      && [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(groups[0].after)
      && groups[0].after == groups[1].after
    let hasTime = groups.contains { $0.length <= 2 && $0.after == UInt8(ascii: ":") }
    return hasDay && (hasTime || groups[0].length == 4 || groups[2].length == 4)
      || hasTime && groups.count >= 2
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
