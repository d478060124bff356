/// Lengths of time as a user writes them: `90 seconds`, `10 minutes`, `2 hours`, `14 days`.
public enum DurationText {
  private static let units = [
    ("second", 1), ("minute", 60), ("hour", 3600), ("day", 86_400), ("week", 604_800),
  ]

  /// The seconds of a length of time; nil where the text is none, or longer than ten years.
  public static func seconds(_ text: String) -> Int? {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let count = Int(words[0]), words[0].first?.isNumber == true,
      let unit = units.first(where: { $0.0 == words[1] || $0.0 + "s" == words[1] })
    else { return nil }
    let (seconds, overflow) = count.multipliedReportingOverflow(by: unit.1)
    return overflow || seconds > 3660 * 86_400 ? nil : seconds
  }

  /// A length of time in its largest whole unit: 600 is `10 minutes`.
  public static func text(seconds: Int) -> String {
    let unit = units.last { seconds != 0 && seconds % $0.1 == 0 } ?? units[0]
    let count = seconds / unit.1
    return "\(count) \(unit.0)\(count == 1 ? "" : "s")"
  }
}

extension ConfigSection {
  /// A length of time within limits, in seconds.
  public func duration(_ key: String, within limits: ClosedRange<Int>) -> Int? {
    guard let text = string(key) else { return nil }
    guard let seconds = DurationText.seconds(text) else {
      report(
        .wrongType, key,
        "`\(key)` of \(name) can't be `\(text)`; write a number and a unit, as `10 minutes` (seconds, minutes, hours, days, weeks)"
      )
      return nil
    }
    guard limits.contains(seconds) else {
      report(
        .wrongValue, key,
        "`\(key)` of \(name) is \(text); write a time from \(DurationText.text(seconds: limits.lowerBound)) to \(DurationText.text(seconds: limits.upperBound))"
      )
      return nil
    }
    return seconds
  }
}
