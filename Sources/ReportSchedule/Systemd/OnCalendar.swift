import SurveyModel

/// The slots of a schedule as systemd's calendar events (`man systemd.time`).
enum OnCalendar {
  /// Events that together come at every slot; some may come at other times, too.
  ///
  /// systemd leaves out a time that the clocks skip. So where a clock change of the coming years
  /// skips a time of the rule, an event of its own stands for the end of the gap.
  static func events(of rule: CalendarRule, on clock: ScheduleClock, asOf now: Moment) -> [String] {
    let zone = clock.isMachineZone ? "" : " " + clock.zone.name
    let time = "\(list(rule.hours, of: 24)):\(list(rule.minutes, of: 60)):00"
    let own = dates(of: rule).map { "\($0) \(time)\(zone)" }
    var ends: [String] = []
    for gap in clock.zone.gaps(after: now, days: years * 366) where gap.holdsTime(of: rule) {
      let end = LocalTime(Moment(secondsSince1970: gap.localEnd), offsetSeconds: 0)
      let event = "*-\(twoDigits(end.date.month))-* \(end.clock):00\(zone)"
      if !ends.contains(event) { ends.append(event) }
    }
    return own + ends
  }

  /// Years in which clock changes are looked for; they come in every year, or in none.
  private static let years = 3

  private static func dates(of rule: CalendarRule) -> [String] {
    let months = list(rule.months, of: 12)
    func date(_ days: [Int]) -> String { "*-\(months)-\(list(days, of: 31))" }
    func names(_ weekdays: [Int]) -> String {
      weekdays.map { LocalTime.weekdays[$0] }.joined(separator: ",")
    }
    switch rule.days {
    case .every: return ["*-\(months)-*"]
    case .lastOfMonth: return ["*-\(months)~01"]
    case .daysOfMonth(let days): return [date(days)]
    case .weekdays(let weekdays): return ["\(names(weekdays)) *-\(months)-*"]
    case .daysOfMonthOrWeekdays(let days, let weekdays):
      return [date(days), "\(names(weekdays)) *-\(months)-*"]
    case .daysOfMonthAndWeekdays(let days, let weekdays):
      return ["\(names(weekdays)) \(date(days))"]
    }
  }

  private static func list(_ numbers: [Int], of count: Int) -> String {
    numbers.count == count ? "*" : numbers.map(twoDigits).joined(separator: ",")
  }
}

extension ClockGap {
  /// True where the clocks skip a time of day that the rule names, on whatever day.
  func holdsTime(of rule: CalendarRule) -> Bool {
    let days = Set([localStart, localEnd - 1].map { $0 - ($0 % 86_400 + 86_400) % 86_400 })
    return rule.hours.contains { hour in
      rule.minutes.contains { minute in
        days.contains { (localStart..<localEnd).contains($0 + hour * 3600 + minute * 60) }
      }
    }
  }
}
