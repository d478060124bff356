/// Schedules as cron writes them: minute, hour, day of month, month, day of week.
extension ScheduleWords {
  /// Five fields.
  mutating func readCron() throws(ScheduleTextError) -> CalendarRule {
    let fields = CronField.all
    var read: [CronField.Values] = []
    for field in fields {
      guard let word = next, !CronField.isZone(word) else {
        throw ScheduleTextError(
          "cron's five fields are minute, hour, day of month, month and day of week, and here are only \(read.count); write it as `0 7 * * 1`"
        )
      }
      drop()
      read.append(try field.read(word))
    }
    if let more = next, more.first?.isLetter != true {
      throw ScheduleTextError(
        "`\(more)` stands behind cron's five fields; seconds and years are none of them: write it as `0 7 * * 1`, with a time zone or without"
      )
    }
    let rule = CalendarRule(
      minutes: read[0].numbers, hours: read[1].numbers, days: Self.days(read[2], read[4]),
      months: read[3].numbers)
    if rule.isNever {
      throw ScheduleTextError(
        "this schedule is never due: no month it names has such a day; correct the day of the month or the month"
      )
    }
    return rule
  }

  /// `@daily` and its like.
  mutating func readNickname() throws(ScheduleTextError) -> CalendarRule {
    let word = take() ?? ""
    let name = word.lowercased()
    guard let text = CronField.nicknames[name] else {
      let known = CronField.nicknames.keys.sorted()
      let advice =
        name == "@reboot"
        ? "a study is reported at times, or `when new data arrives`"
        : NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
          ?? "write one of \(known.joined(separator: ", "))"
      throw ScheduleTextError("`\(word)` is no schedule here; \(advice)")
    }
    var fields = ScheduleWords(text)
    return try fields.readCron()
  }

  /// Cron's own rule: where both fields name days, a day of either counts. A field that begins with
  /// `*` names none, but still leaves days out where it has steps.
  private static func days(
    _ daysOfMonth: CronField.Values, _ weekdays: CronField.Values
  ) -> CalendarRule.Days {
    let allDays = daysOfMonth.numbers.count == 31
    let allWeekdays = weekdays.numbers.count == 7
    if !daysOfMonth.isStar, !weekdays.isStar {
      return allDays || allWeekdays
        ? .every : .daysOfMonthOrWeekdays(daysOfMonth.numbers, weekdays.numbers)
    }
    switch (allDays, allWeekdays) {
    case (true, true): return .every
    case (false, true): return .daysOfMonth(daysOfMonth.numbers)
    case (true, false): return .weekdays(weekdays.numbers)
    case (false, false): return .daysOfMonthAndWeekdays(daysOfMonth.numbers, weekdays.numbers)
    }
  }
}

/// One of cron's fields.
struct CronField {
  /// What it says.
  let name: String
  /// Its numbers; both 0 and 7 are Sunday.
  let range: ClosedRange<Int>
  /// Words that stand for the numbers from the range's first on.
  var words: [String] = []

  /// What one field says.
  struct Values {
    /// Ascending.
    let numbers: [Int]
    /// True where it begins with `*`.
    let isStar: Bool
  }

  /// The five of them, in order.
  static let all = [
    CronField(name: "minute", range: 0...59),
    CronField(name: "hour", range: 0...23),
    CronField(name: "day of month", range: 1...31),
    CronField(
      name: "month", range: 1...12,
      words: [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
      ]),
    CronField(name: "day of week", range: 0...7, words: Weekdays.names),
  ]

  /// What cron calls some schedules.
  static let nicknames = [
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
  ]

  /// True for a word that is meant as a time zone and not as a field, such as `mon-fri/2`.
  static func isZone(_ word: String) -> Bool {
    guard word.first?.isLetter == true else { return false }
    guard word.contains("/") else { return ["UTC", "GMT"].contains(word) }
    let first = word.prefix { $0.isLetter }
    return !all.contains { $0.number(of: first) != nil }
  }

  /// A list of numbers, names, ranges and steps.
  func read(_ text: String) throws(ScheduleTextError) -> Values {
    var numbers: Set<Int> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      numbers.formUnion(try read(item: item, of: text))
    }
    // Sunday has two numbers.
    if range.upperBound == 7, numbers.remove(7) != nil { numbers.insert(0) }
    return Values(numbers: numbers.sorted(), isStar: text.first == "*")
  }

  private func read(item: Substring, of text: String) throws(ScheduleTextError) -> [Int] {
    guard !item.isEmpty else {
      throw error("`\(text)` has an empty element", "remove a comma")
    }
    let parts = item.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw error("`\(item)` has two steps", "write it as `*/15`") }
    let span = try self.span(parts[0], hasStep: parts.count == 2)
    guard parts.count == 2 else { return Array(span) }
    guard let step = Int(parts[1]), (1...range.upperBound).contains(step) else {
      throw error(
        "the step `\(parts[1])` is no number from 1 to \(range.upperBound)", "write it as `*/2`")
    }
    return Array(stride(from: span.lowerBound, through: span.upperBound, by: step))
  }

  private func span(_ text: Substring, hasStep: Bool) throws(ScheduleTextError) -> ClosedRange<Int>
  {
    // A step over every day of the week must not meet Sunday twice.
    if text == "*" { return range.upperBound == 7 ? 0...6 : range }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2 else { throw error("`\(text)` has two ends", "write it as `1-5`") }
    let first = try value(ends[0])
    guard ends.count == 2 else {
      guard !hasStep else {
        throw error(
          "`\(text)` has a step and no end", "write it as `\(text)-\(range.upperBound)/…`")
      }
      return first...first
    }
    var last = try value(ends[1])
    if last == 0, range.upperBound == 7, first > 0 { last = 7 }
    guard first <= last else {
      throw error("`\(text)` ends before it begins", "write two ranges with a comma between")
    }
    return first...last
  }

  private func value(_ text: Substring) throws(ScheduleTextError) -> Int {
    guard let number = number(of: text) else {
      if text == "?" { throw error("`?` is not cron's", "write it as `*`") }
      let advice =
        NearestName.of(String(text), among: words.map { String($0.prefix(3)) } + words).map {
          "did you mean `\($0)`?"
        }
        ?? "write a number\(words.isEmpty ? "" : " or a name")"
      throw error("`\(text)` is no \(name)", advice)
    }
    guard range.contains(number) else {
      throw error(
        "\(number) is outside \(range.lowerBound)–\(range.upperBound)", "correct the number")
    }
    return number
  }

  private func number(of text: Substring) -> Int? {
    if let number = Int(text) { return text.first?.isNumber == true ? number : nil }
    let word = text.lowercased()
    return words.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + range.lowerBound }
  }

  private func error(_ what: String, _ advice: String) -> ScheduleTextError {
    ScheduleTextError("in cron's field of the \(name), \(what); \(advice)")
  }
}
