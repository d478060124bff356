/// A point in time, whatever the clocks around it show.
package struct Moment: Hashable, Comparable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  package let secondsSince1970: Int

  /// The moment so many seconds after the beginning of 1970 in UTC.
  package init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// Earlier is less.
  package static func < (left: Moment, right: Moment) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  /// The moment some seconds later.
  package static func + (moment: Moment, seconds: Int) -> Moment {
    Moment(secondsSince1970: moment.secondsSince1970 + seconds)
  }

  /// The moment some seconds earlier.
  package static func - (moment: Moment, seconds: Int) -> Moment { moment + -seconds }

  /// Seconds from another moment to this one.
  package func seconds(since other: Moment) -> Int {
    secondsSince1970 - other.secondsSince1970
  }
}

extension Moment {
  /// The moment that `2026-03-28T12:00:00Z` names, or the same with a distance from UTC such as
  /// `+01:00` in place of the `Z`; nil for any other text.
  package init?(_ text: String) {
    let shape = text.map { $0.isASCII && $0.isNumber ? "0" : $0 }
    let zoned = String(shape.dropFirst(19))
    guard String(shape.prefix(19)) == "0000-00-00T00:00:00",
      ["Z", "+00:00", "-00:00"].contains(zoned)
    else { return nil }
    let fields = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard let date = CivilDate(year: fields[0], month: fields[1], day: fields[2]),
      fields[3] < 24, fields[4] < 60, fields[5] < 60
    else { return nil }
    var distance = 0
    if zoned != "Z" {
      guard fields[6] < 24, fields[7] < 60 else { return nil }
      distance = (fields[6] * 60 + fields[7]) * (zoned.first == "-" ? -60 : 60)
    }
    let clock = fields[3] * 3600 + fields[4] * 60 + fields[5]
    self.init(secondsSince1970: date.days * 86_400 + clock - distance)
  }
}

extension Moment: CustomStringConvertible {
  /// `2026-03-28T12:00:00Z`
  package var description: String {
    let local = LocalTime(self, offsetSeconds: 0)
    return "\(local.date)T\(local.clock):\(twoDigits(local.second))Z"
  }
}

/// A number with a leading zero where it has one digit.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
