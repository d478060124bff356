/// Why a text is no schedule: what is wrong, and what to do.
public struct ScheduleTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; then what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Schedule {
  /// The schedule that a text describes.
  ///
  /// Forms: `daily at 06:30`, `weekly on monday and thursday 07:00`, `monthly on 1 07:00`, `monthly
  /// on the last day 07:00`, five fields of cron, `@daily` and its like, each with the IANA name of
  /// a time zone behind it or without; `when new data arrives`.
  public init(_ text: String) throws(ScheduleTextError) {
    var words = ScheduleWords(text)
    let first = words.next?.lowercased() ?? ""
    let rule: CalendarRule
    switch first {
    case "":
      throw ScheduleTextError("the schedule is empty; write it as `weekly on monday 07:00`")
    case "when":
      try words.expectNewData()
      self.init(text: text, occasion: .newData)
      return
    case "daily":
      words.drop()
      rule = try words.readTime(on: .every, of: "daily at 07:00")
    case "weekly": rule = try words.readWeekly()
    case "monthly": rule = try words.readMonthly()
    case _ where first.hasPrefix("@"): rule = try words.readNickname()
    case _ where first.first == "*" || first.first?.isNumber == true: rule = try words.readCron()
    default: throw Self.unknown(first)
    }
    self.init(text: text, occasion: .calendar(rule, zone: try words.readZone()))
  }

  private static func unknown(_ word: String) -> ScheduleTextError {
    let advice =
      NearestName.of(word, among: ["daily", "weekly", "monthly", "when"])
      .map { "did you mean `\($0)`?" }
      ?? "write it as `daily at 07:00`, `weekly on monday 07:00`, `monthly on 1 07:00`, five fields of cron, or `when new data arrives`"
    return ScheduleTextError("no schedule begins with `\(word)`; \(advice)")
  }
}

/// The words of a schedule while they are read.
struct ScheduleWords {
  private var rest: ArraySlice<String>

  /// The words of `text`.
  init(_ text: String) {
    rest = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
  }

  /// The word to be read next.
  var next: String? { rest.first }

  /// Passes over the next word.
  mutating func drop() { rest = rest.dropFirst() }

  /// The next word, passed over.
  mutating func take() -> String? { rest.popFirst() }

  /// Passes over the next word where it is one of `words`.
  mutating func skip(_ words: String...) -> Bool {
    guard let next, words.contains(next.lowercased()) else { return false }
    drop()
    return true
  }

  /// Passes nothing but `when new data arrives`.
  func expectNewData() throws(ScheduleTextError) {
    let words = rest.map { $0.lowercased() }
    guard words == ["when", "new", "data", "arrives"] else {
      throw ScheduleTextError(
        "`\(rest.joined(separator: " "))` is not understood; write it as `when new data arrives`")
    }
  }

  /// The time zone, which is the last word; nil where there is none.
  mutating func readZone() throws(ScheduleTextError) -> String? {
    guard let zone = take() else { return nil }
    guard rest.isEmpty, zone.first?.isLetter == true,
      zone.utf8.allSatisfy({ Self.isOfZone($0) })
    else {
      let words = ([zone] + rest).joined(separator: " ")
      throw ScheduleTextError(
        "`\(words)` behind the time is no time zone; write one name such as `Europe/Berlin`, or nothing for the machine's own"
      )
    }
    return zone
  }

  private static func isOfZone(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
    }
  }
}
