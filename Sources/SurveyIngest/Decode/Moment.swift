/// Points in time as survey tools write them, compared and never shown.
enum Moment {
  /// Seconds from a common origin for `2025-01-31`, `2025-01-31 14:05`, `2025-01-31T14:05:09Z`.
  ///
  /// Time zones are not converted: all rows of one export carry the same one.
  static func seconds(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes in
      var digits = DigitReader(bytes)
      guard let year = digits.number(ofDigits: 4...4), digits.take("-"),
        let month = digits.number(ofDigits: 1...4), digits.take("-"),
        let day = digits.number(ofDigits: 1...4),
        let days = days(year: year, month: month, day: day)
      else { return nil }
      guard !digits.isAtEnd else { return days * 86_400 }
      guard digits.take(" ") || digits.take("T") else { return nil }
      while digits.take(" ") || digits.take("T") {}
      if digits.isAtEnd { return days * 86_400 }
      return clock(&digits).map { days * 86_400 + $0 }
    }
  }

  /// Seconds after midnight of `14:05` or `14:05:09.5`, perhaps with a time zone.
  static func clock(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes in
      var digits = DigitReader(bytes)
      return clock(&digits)
    }
  }

  private static func clock(_ digits: inout DigitReader) -> Int64? {
    guard let hour = digits.number(ofDigits: 1...4), digits.take(":"),
      let minute = digits.number(ofDigits: 1...4), hour < 24, minute < 60
    else { return nil }
    var second: Int64 = 0
    if digits.take(":") {
      guard let whole = digits.number(ofDigits: 1...4), whole < 61 else { return nil }
      second = whole
      if digits.take(".") { digits.skipDigits() }
    }
    return digits.isAtZone ? hour * 3600 + minute * 60 + second : nil
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
}

/// Reads numbers and the signs between them, one after the other.
private struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  /// The number that all digits from here make; `nil` where there are more or fewer than said.
  mutating func number(ofDigits count: ClosedRange<Int>) -> Int64? {
    let start = place
    var number: Int64 = 0
    while let digit, place - start < count.upperBound {
      number = number * 10 + Int64(digit)
      place += 1
    }
    return digit == nil && count.contains(place - start) ? number : nil
  }

  mutating func skipDigits() { while digit != nil { place += 1 } }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// True where nothing follows, or `Z`, or a distance from it such as `+01:00`; "pm" is none.
  var isAtZone: Bool {
    var rest = self
    if rest.isAtEnd { return true }
    if rest.take("Z") { return rest.isAtEnd }
    guard rest.take("+") || rest.take("-") else { return false }
    var count = 0
    while !rest.isAtEnd {
      if rest.digit != nil {
        count += 1
      } else if rest.bytes[rest.place] != UInt8(ascii: ":") {
        return false
      }
      rest.place += 1
    }
    return count == 2 || count == 4
  }

  private var digit: UInt8? {
    guard place < bytes.count else { return nil }
    let digit = bytes[place] &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }
}
