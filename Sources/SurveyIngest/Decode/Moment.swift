/// Points in time as survey tools write them, compared and never shown.
enum Moment {
  /// Seconds from a common origin for `2025-01-31`, `2025-01-31 14:05`, `2025-01-31T14:05:09Z`.
  ///
  /// Time zones are not converted: all rows of one export carry the same one.
  static func seconds(_ text: String) -> Int64? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" }).map(String.init)
    guard let date = parts.first, parts.count <= 2, let days = days(date) else { return nil }
    guard parts.count == 2 else { return days * 86_400 }
    return clock(parts[1]).map { days * 86_400 + $0 }
  }

  private static func days(_ text: String) -> Int64? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count == 4, text.allSatisfy({ $0 != "+" }),
      let year = Int64(fields[0]), let month = Int64(fields[1]), let day = Int64(fields[2])
    else { return nil }
    return days(year: year, month: month, day: day)
  }

  /// Days from a common origin; `nil` where the calendar has no such day.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...12).contains(month), (1...length(ofMonth: month, year: year)).contains(day) else {
      return nil
    }
    // Days from the civil calendar, years beginning in March so that leap days come last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  private static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Nothing, `Z`, or a distance from it such as `+01:00`; "pm" is none.
  private static func isZone(_ text: Substring) -> Bool {
    guard let sign = text.first, text != "Z" else { return true }
    let digits = text.dropFirst().filter { $0 != ":" }
    return (sign == "+" || sign == "-") && (digits.count == 2 || digits.count == 4)
      && digits.allSatisfy(\.isWholeNumber)
  }

  /// Seconds after midnight of `14:05` or `14:05:09.5`, perhaps with a time zone.
  static func clock(_ text: String) -> Int64? {
    let bare = text.prefix { $0.isWholeNumber || $0 == ":" || $0 == "." }
    guard isZone(text[bare.endIndex...]) else { return nil }
    let fields = bare.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2 || fields.count == 3, let hour = Int64(fields[0]),
      let minute = Int64(fields[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    guard fields.count == 3 else { return hour * 3600 + minute * 60 }
    guard let second = Double(fields[2]), (0..<61).contains(second) else { return nil }
    return hour * 3600 + minute * 60 + Int64(second)
  }
}
