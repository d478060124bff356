import SurveyModel

/// The dates of one column, read from its distinct texts: the column tells in which order they
/// name day and month.
struct DateTexts {
  /// What a text of the column is.
  enum Reading: Hashable {
    /// Seconds from a common origin.
    case moment(Int64)
    /// A date, and which one depends on an order that the column does not tell.
    case ambiguous
    /// No date, or none of the calendar.
    case unreadable
    /// A date before surveys were made with such tools, or after the day of the report.
    case implausible
  }

  /// One for each text, in the same order.
  let readings: [Reading]

  /// Surveys and their tools are younger than the year 2000; 1900 and 1970 stand for "no date".
  private static let earliest = Moment.days(year: 2000, month: 1, day: 1).map { $0 * 86_400 } ?? 0

  /// Reads texts without spaces around them.
  ///
  /// Texts with the year first are read as such. For all others one order is taken: the one given;
  /// else the only one in which each of them is a day of the calendar. Days that are in no order a
  /// day prove nothing.
  ///
  /// - Parameter latest: the last plausible moment; nil where the present is not known.
  init(_ texts: [String], order: DateOrder?, latest: Int64?) {
    var local: [Int: LocalDate] = [:]
    var readings = texts.enumerated().map { index, text -> Reading in
      if let moment = Moment.seconds(text) { return .moment(moment) }
      let plain = PlainDate.text(text)
      if let moment = Moment.seconds(plain) { return .moment(moment) }
      local[index] = LocalDate(plain)
      return .unreadable
    }
    let real = local.mapValues(\.orders).filter { !$0.value.isEmpty }
    let possible = real.values.reduce(Set(DateOrder.allCases)) { $0.intersection($1) }
    let decided = order ?? (possible.count == 1 ? possible.first : nil)
    for (index, date) in local {
      if let decided {
        readings[index] = date.seconds(decided).map { .moment($0) } ?? .unreadable
      } else if real[index] != nil {
        readings[index] = .ambiguous
      }
    }
    self.readings = readings.map { reading in
      guard case .moment(let moment) = reading, moment < Self.earliest || moment > latest ?? .max
      else { return reading }
      return .implausible
    }
  }
}
