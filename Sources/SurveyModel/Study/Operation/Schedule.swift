/// When something is due, as a study file writes it.
public struct Schedule: Hashable, Sendable {
  /// What makes it due.
  public enum Occasion: Hashable, Sendable {
    /// Exports that are not those of the last run.
    case newData
    /// Times of a calendar, in the time zone of this IANA name; nil for the machine's own.
    case calendar(CalendarRule, zone: String?)
  }

  /// As the study file writes it.
  public let text: String
  /// What makes it due.
  public let occasion: Occasion

  /// A schedule that `text` describes.
  public init(text: String, occasion: Occasion) {
    self.text = text
    self.occasion = occasion
  }
}

/// Days, and the times of each of them: every hour of `hours` with every minute of `minutes`.
public struct CalendarRule: Hashable, Sendable {
  /// Which days.
  public enum Days: Hashable, Sendable {
    /// Each of them.
    case every
    /// Days of the month, 1–31; a month that lacks one goes without.
    case daysOfMonth([Int])
    /// The last day of the month.
    case lastOfMonth
    /// Days of the week, 0 (Sunday) to 6 (Saturday).
    case weekdays([Int])
    /// Days that are one or the other.
    case daysOfMonthOrWeekdays([Int], [Int])
    /// Days that are both.
    case daysOfMonthAndWeekdays([Int], [Int])
  }

  /// Minutes, 0–59, ascending.
  public let minutes: [Int]
  /// Hours, 0–23, ascending.
  public let hours: [Int]
  /// Which days of those months.
  public let days: Days
  /// Months, 1–12, ascending.
  public let months: [Int]

  /// Times of a calendar.
  public init(minutes: [Int], hours: [Int], days: Days, months: [Int] = Array(1...12)) {
    self.minutes = minutes
    self.hours = hours
    self.days = days
    self.months = months
  }

  /// True for a day of the rule.
  ///
  /// - Parameters:
  ///   - day: the day of the month, from 1.
  ///   - weekday: the day of the week, 0 for Sunday.
  ///   - isLast: true for the last day of its month.
  public func includes(month: Int, day: Int, weekday: Int, isLast: Bool) -> Bool {
    guard months.contains(month) else { return false }
    switch days {
    case .every: return true
    case .lastOfMonth: return isLast
    case .daysOfMonth(let days): return days.contains(day)
    case .weekdays(let weekdays): return weekdays.contains(weekday)
    case .daysOfMonthOrWeekdays(let days, let weekdays):
      return days.contains(day) || weekdays.contains(weekday)
    case .daysOfMonthAndWeekdays(let days, let weekdays):
      return days.contains(day) && weekdays.contains(weekday)
    }
  }

  /// True where no month of the rule has any of its days, as 30 February.
  public var isNever: Bool {
    guard case .daysOfMonth(let days) = days, let first = days.min() else { return false }
    return months.allSatisfy { first > Self.longest(month: $0) }
  }

  /// Days of a month in a year that has the most of them.
  private static func longest(month: Int) -> Int {
    switch month {
    case 2: 29
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
