/// Bars and strips made of characters, for output without drawings.
enum TextBar {
  /// Characters in a full bar.
  static let length = 20
  static let negative: Character = "░"
  static let neutral: Character = "▒"
  static let positive: Character = "█"

  /// Shares one behind the other; every end is rounded to the nearest character.
  static func stacked(_ parts: [(share: Double, mark: Character)], length: Int = length) -> String {
    var bar = ""
    var sum = 0.0
    for part in parts where part.share.isFinite {
      sum += max(0, part.share)
      let end = Int((min(sum, 1) * Double(length)).rounded())
      bar += String(repeating: part.mark, count: max(0, end - bar.count))
    }
    return bar
  }

  /// Marks on a dotted line; `◈` where two of them meet.
  static func strip(_ marks: [(share: Double, mark: Character)]) -> String {
    var line = [Character](repeating: "·", count: length)
    for (share, mark) in marks {
      let place = place(share)
      line[place] = line[place] == "·" ? mark : bothMarks
    }
    return String(line)
  }

  /// Stands where two marks meet.
  static let bothMarks: Character = "◈"

  /// The character of a strip at which a share stands.
  static func place(_ share: Double) -> Int {
    Int((min(max(share, 0), 1) * Double(length - 1)).rounded())
  }
}
