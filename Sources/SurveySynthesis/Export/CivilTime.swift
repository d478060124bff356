/// A moment of the calendar, without a time zone, as survey tools write it.
///
/// Days are turned into dates by Hinnant's `civil_from_days`
/// (https://howardhinnant.github.io/date_algorithms.html).
struct CivilTime: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00:00, not negative.
  let seconds: Int

  /// The given second of a day, counted in days from 1970-01-01.
  init(day: Int, second: Int) { seconds = day * 86_400 + second }

  /// This moment and some seconds.
  func adding(_ more: Int) -> CivilTime { CivilTime(day: 0, second: seconds + more) }

  /// `yyyy-MM-dd`
  var date: String {
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// `yyyy-MM-dd HH:mm:ss`
  var dateAndTime: String {
    let second = seconds % 86_400
    let clock = [second / 3_600, second / 60 % 60, second % 60].map(Self.twoDigits)
    return "\(date) \(clock.joined(separator: ":"))"
  }

  static func < (left: CivilTime, right: CivilTime) -> Bool { left.seconds < right.seconds }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
