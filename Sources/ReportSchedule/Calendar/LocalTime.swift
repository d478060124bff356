/// What a clock shows at a moment, and how far it is from UTC.
package struct LocalTime: Hashable, Sendable {
  /// The day.
  package let date: CivilDate
  /// The hour, 0–23.
  package let hour: Int
  /// The minute, 0–59.
  package let minute: Int
  /// The second, 0–59.
  package let second: Int
  /// Seconds by which the clock is ahead of UTC.
  package let offsetSeconds: Int

  /// What a clock so many seconds ahead of UTC shows.
  init(_ moment: Moment, offsetSeconds: Int) {
    let seconds = moment.secondsSince1970 + offsetSeconds
    let clock = ((seconds % 86_400) + 86_400) % 86_400
    date = CivilDate(days: (seconds - clock) / 86_400)
    hour = clock / 3600
    minute = clock / 60 % 60
    second = clock % 60
    self.offsetSeconds = offsetSeconds
  }

  /// Hour and minute: `07:00`.
  package var clock: String { "\(twoDigits(hour)):\(twoDigits(minute))" }

  /// The day of the week in three letters: `Mon`.
  package var weekday: String { Self.weekdays[date.weekday] }

  /// Distance from UTC: `+01:00`.
  package var offset: String {
    let minutes = abs(offsetSeconds) / 60
    return
      "\(offsetSeconds < 0 ? "-" : "+")\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  /// Short English names from Sunday on, as systemd writes them.
  static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
}

extension LocalTime: CustomStringConvertible {
  /// `Mon 2026-03-30 07:00 +02:00`
  package var description: String { "\(weekday) \(date) \(clock) \(offset)" }
}
