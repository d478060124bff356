import SurveyModel

/// A date as spreadsheets and forms write it, `6/20/24 14:45` or `20.06.2024`: three numbers whose
/// order is not yet known.
struct LocalDate: Hashable {
  private let first: Int
  private let second: Int
  private let third: Int
  /// How many digits the outer numbers have: a year has two or four.
  private let firstDigits: Int
  private let thirdDigits: Int
  /// Seconds after midnight.
  private let clock: Int64

  /// Reads three numbers with one sign between them, `/`, `.` or `-`, and perhaps a time of day.
  init?(_ text: String) {
    let trimmed = text.trimmed
    let end = trimmed.firstIndex { $0 == " " || $0 == "," || $0 == "T" } ?? trimmed.endIndex
    let date = trimmed[..<end]
    guard let sign = date.first(where: { $0 == "/" || $0 == "." || $0 == "-" }) else { return nil }
    let parts = date.split(separator: sign, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil }
    guard parts.count == 3, numbers.count == 3, parts.allSatisfy({ $0.utf8.count <= 4 }),
      let clock = Self.clock(trimmed[end...])
    else { return nil }
    (first, second, third) = (numbers[0], numbers[1], numbers[2])
    (firstDigits, thirdDigits) = (parts[0].utf8.count, parts[2].utf8.count)
    self.clock = clock
  }

  /// The point in time where the numbers are read in an order; `nil` where they are no day then.
  ///
  /// A year of two digits is one of this century.
  func seconds(_ order: DateOrder) -> Int64? {
    let (year, digits, month, day) =
      switch order {
      case .monthDayYear: (third, thirdDigits, first, second)
      case .dayMonthYear: (third, thirdDigits, second, first)
      case .yearMonthDay: (first, firstDigits, second, third)
      }
    guard digits == 4 || digits == 2 else { return nil }
    let days = Moment.days(
      year: Int64(digits == 2 ? 2000 + year : year), month: Int64(month), day: Int64(day))
    return days.map { $0 * 86_400 + clock }
  }

  /// The orders in which the numbers are a day of the calendar.
  var orders: Set<DateOrder> { Set(DateOrder.allCases.filter { seconds($0) != nil }) }

  /// Seconds after midnight of nothing, ` 14:45`, ` 2:45:10 PM`.
  private static func clock(_ text: Substring) -> Int64? {
    let time = text.drop { $0 == " " || $0 == "," || $0 == "T" }
    guard !time.isEmpty else { return 0 }
    let upper = time.uppercased()
    guard upper.hasSuffix("AM") || upper.hasSuffix("PM") else { return Moment.clock(String(time)) }
    guard let seconds = Moment.clock(String(upper.dropLast(2)).trimmed) else { return nil }
    let hour = seconds / 3600
    guard (1...12).contains(hour) else { return nil }
    return seconds % 3600 + (hour % 12 + (upper.hasSuffix("PM") ? 12 : 0)) * 3600
  }
}

extension Character {
  /// True for 0 to 9.
  var isASCIIDigit: Bool { isASCII && isNumber }
}
