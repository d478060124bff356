/// Schedules in words: which days, then a time.
extension ScheduleWords {
  /// `weekly on monday and thursday at 07:00`, from its first word.
  mutating func readWeekly() throws(ScheduleTextError) -> CalendarRule {
    let example = "weekly on monday 07:00"
    drop()
    var weekdays: Set<Int> = []
    for name in try takeList(of: example) {
      guard let weekday = Weekdays.number(of: name) else { throw Weekdays.unknown(name) }
      weekdays.insert(weekday)
    }
    return try readTime(on: .weekdays(weekdays.sorted()), of: example)
  }

  /// `monthly on 1 07:00` or `monthly on the last day 07:00`, from its first word.
  mutating func readMonthly() throws(ScheduleTextError) -> CalendarRule {
    let example = "monthly on 1 07:00"
    drop()
    let names = try takeList(of: example)
    if names.map({ $0.lowercased() }) == ["last"] {
      _ = skip("day")
      return try readTime(on: .lastOfMonth, of: example)
    }
    var days: Set<Int> = []
    for name in names {
      guard let day = Int(name.prefix { $0.isNumber }), (1...31).contains(day),
        ["", "st", "nd", "rd", "th", "."].contains(name.drop { $0.isNumber }.lowercased())
      else {
        throw ScheduleTextError(
          "`\(name)` is no day of a month; write a number from 1 to 31, or `the last day` alone")
      }
      days.insert(day)
    }
    return try readTime(on: .daysOfMonth(days.sorted()), of: example)
  }

  /// The time, which a word `at` may announce.
  mutating func readTime(
    on days: CalendarRule.Days, of example: String
  ) throws(ScheduleTextError) -> CalendarRule {
    _ = skip("at")
    guard let word = take() else {
      throw ScheduleTextError("the schedule has no time; write it as `\(example)`")
    }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour >= 0, minute >= 0
    else {
      throw ScheduleTextError("`\(word)` is no time of day; write it as `07:00`")
    }
    guard hour < 24, minute < 60 else {
      let advice = hour == 24 && minute == 0 ? "midnight is `00:00`" : "write it as `07:00`"
      throw ScheduleTextError(
        "no day has a time \(word): hours end at 23, minutes at 59; \(advice)")
    }
    return CalendarRule(minutes: [minute], hours: [hour], days: days)
  }

  /// The days, up to the time: joined by `and` or commas.
  private mutating func takeList(of example: String) throws(ScheduleTextError) -> [String] {
    _ = skip("on")
    var names: [String] = []
    repeat {
      _ = skip("the", "day")
      guard let word = next, !word.contains(":"), word.lowercased() != "at" else { break }
      drop()
      names += word.split(separator: ",").map(String.init)
      if word.hasSuffix(",") { continue }
      guard skip("and", ",") else { break }
    } while true
    guard !names.isEmpty else {
      throw ScheduleTextError("the schedule names no day; write it as `\(example)`")
    }
    return names
  }
}

/// The names of the days of the week.
enum Weekdays {
  /// From Sunday on.
  static let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  /// 0 for Sunday to 6 for Saturday; nil for any other word.
  static func number(of name: String) -> Int? {
    let name = name.lowercased()
    return names.firstIndex { $0 == name || $0.prefix(3) == name }
  }

  /// What to say of a word that is none of them.
  static func unknown(_ name: String) -> ScheduleTextError {
    let advice =
      NearestName.of(name, among: names).map { "did you mean `\($0)`?" }
      ?? "write it as `monday`"
    return ScheduleTextError("`\(name)` is no day of the week; \(advice)")
  }
}
