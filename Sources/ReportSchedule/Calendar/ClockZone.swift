import CTimeZone
import Glibc
import SurveyModel

/// The clocks of one time zone, with every change of theirs.
package struct ClockZone: Hashable, Sendable {
  /// The IANA name.
  package let name: String

  /// The zone that an IANA name stands for, as `Europe/Berlin`.
  ///
  /// - Throws: `ScheduleError.unknownZone` with the nearest name, `.noZones`.
  package init(named name: String) throws(ScheduleError) {
    guard name != "UTC" else {
      self = .universal
      return
    }
    let known = Self.known
    guard !known.isEmpty else { throw .noZones }
    guard known.contains(name) else {
      throw .unknownZone(name, nearest: Self.nearest(name, known))
    }
    self.init(name)
  }

  /// The machine's own, which `TZ` or `/etc/localtime` sets; UTC where neither names a zone.
  package static var machine: ClockZone {
    guard let variable = getenv("TZ") else {
      return time_zone_of_machine().map { ClockZone(String(cString: $0)) } ?? .universal
    }
    let name = String(cString: variable)
    return (try? ClockZone(named: name.hasPrefix(":") ? String(name.dropFirst()) : name))
      ?? .universal
  }

  private static let universal = ClockZone("UTC")

  private init(_ name: String) { self.name = ["GMT", "Etc/UTC"].contains(name) ? "UTC" : name }

  /// Names of a region and a place. The system also has `GMT+1`, `Etc/GMT-1` and `EST`, which other
  /// programs read differently or not at all.
  private static let known: [String] = (0..<time_zone_count()).compactMap { place in
    let name = time_zone_name(place).map { String(cString: $0) } ?? ""
    let isClear = name.contains("/") && !name.hasPrefix("Etc/")
    return isClear || ["Etc/UTC", "GMT"].contains(name) ? name : nil
  }

  /// What the clocks show at a moment.
  package func localTime(at moment: Moment) -> LocalTime {
    LocalTime(moment, offsetSeconds: offset(at: moment.secondsSince1970))
  }

  /// The first moment at which the clocks show `localSeconds` after 1970-01-01 00:00, or, where they
  /// skip it, the first moment after the gap.
  func moment(showing localSeconds: Int) -> Moment {
    // No zone is more than 14 hours ahead of UTC or 12 behind, and none changes twice in this time.
    let before = localSeconds - 15 * 3600
    let after = localSeconds + 13 * 3600
    let (first, last) = (offset(at: before), offset(at: after))
    if offset(at: localSeconds - first) == first {
      return Moment(secondsSince1970: localSeconds - first)
    }
    if offset(at: localSeconds - last) == last {
      return Moment(secondsSince1970: localSeconds - last)
    }
    return change(between: before, and: after)
  }

  /// The local times that the clocks skip in the days after a moment.
  func gaps(after moment: Moment, days: Int) -> [ClockGap] {
    let start = moment.secondsSince1970
    return stride(from: start, to: start + days * 86_400, by: 86_400).compactMap { day in
      let (old, new) = (offset(at: day), offset(at: day + 86_400))
      guard new > old else { return nil }
      let change = change(between: day, and: day + 86_400).secondsSince1970
      return ClockGap(localStart: change + old, localEnd: change + new)
    }
  }

  /// The first moment of a new distance from UTC, where two moments have different ones.
  private func change(between before: Int, and after: Int) -> Moment {
    var (before, after) = (before, after)
    let old = offset(at: before)
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if offset(at: middle) == old { before = middle } else { after = middle }
    }
    return Moment(secondsSince1970: after)
  }

  /// Seconds by which the clocks are ahead of UTC.
  func offset(at seconds: Int) -> Int {
    guard name != "UTC" else { return 0 }
    var offset: Int32 = 0
    // A zone that is gone since it was found has UTC's clocks.
    return time_zone_offset(name, Int64(seconds), &offset) == 1 ? Int(offset) : 0
  }

  /// Names of one part are near to the last part of a full one: `Berlin` to `Europe/Berlin`.
  private static func nearest(_ name: String, _ known: [String]) -> String? {
    if let whole = NearestName.of(name, among: known) { return whole }
    guard !name.contains("/") else { return nil }
    let cities = Dictionary(
      known.map { ($0.split(separator: "/").last.map(String.init) ?? $0, $0) }
    ) { first, _ in first }
    let lowered = cities.first { $0.key.lowercased() == name.lowercased() }?.key
    return (lowered ?? NearestName.of(name, among: cities.keys.sorted())).flatMap { cities[$0] }
  }
}

/// Local times that the clocks skip, in seconds after 1970-01-01 00:00.
struct ClockGap: Hashable, Sendable {
  /// The first time that is skipped.
  let localStart: Int
  /// The first that is shown again.
  let localEnd: Int
}
