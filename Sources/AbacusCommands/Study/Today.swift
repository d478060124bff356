import Glibc

/// The clock, read in the command layer only.
enum Today {
  /// The day a report names: the option, else `SOURCE_DATE_EPOCH`, else today in local time.
  static func date(option: String?) -> String {
    if let option { return option }
    return format("%Y-%m-%d", seconds, isUTC: sourceDate != nil)
  }

  /// When the run began, ISO 8601 in UTC; midnight of the option where it is given.
  static func moment(option: String?) -> String {
    option.map { $0 + "T00:00:00Z" } ?? format("%Y-%m-%dT%H:%M:%SZ", seconds, isUTC: true)
  }

  /// True for a day such as `2025-06-23`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int32(parts[0]),
      let month = Int32(parts[1]), let day = Int32(parts[2])
    else { return false }
    // The C library turns 31 February into a day of March; a real day comes back unchanged.
    var date = tm()
    (date.tm_year, date.tm_mon, date.tm_mday, date.tm_hour) = (year - 1900, month - 1, day, 12)
    guard timegm(&date) != -1 else { return false }
    return (date.tm_year, date.tm_mon, date.tm_mday) == (year - 1900, month - 1, day)
  }

  /// Microseconds that have passed of the present second.
  static var microseconds: Int {
    now.tv_nsec / 1000
  }

  /// The clock, to the nanosecond. `time` lags behind it by some milliseconds, and may still be in the
  /// second before.
  private static var now: timespec {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time
  }

  private static var sourceDate: time_t? {
    getenv("SOURCE_DATE_EPOCH").flatMap { time_t(String(cString: $0)) }
  }

  private static var seconds: time_t { sourceDate ?? now.tv_sec }

  private static func format(_ pattern: String, _ seconds: time_t, isUTC: Bool) -> String {
    var seconds = seconds
    var parts = tm()
    if isUTC { gmtime_r(&seconds, &parts) } else { localtime_r(&seconds, &parts) }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let start = buffer.baseAddress, strftime(start, 64, pattern, &parts) > 0 else {
        return ""
      }
      return String(cString: start)
    }
  }
}
