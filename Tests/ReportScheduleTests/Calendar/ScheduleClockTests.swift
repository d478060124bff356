import Foundation
import ReportSchedule
import SurveyModel
import Testing

@Suite struct ScheduleClockTests {
  /// The changes are by hand from the rules of each zone: Berlin goes from 02:00 to 03:00 on
  /// 29 March and back from 03:00 to 02:00 on 25 October 2026, both at 01:00 UTC; New York on 8 March
  /// and 1 November at 02:00; Lord Howe goes back from 02:00 to 01:30 on 5 April and from 02:00 to 02:30
  /// on 4 October.
  @Test(arguments: [
    (
      "weekly on monday 07:00 Europe/Berlin", "2026-03-22T12:00:00Z",
      ["2026-03-23T06:00:00Z", "2026-03-30T05:00:00Z", "2026-04-06T05:00:00Z"]
    ),
    (
      "daily at 02:30 Europe/Berlin", "2026-03-28T00:00:00Z",
      ["2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"]
    ),
    (
      "daily at 02:30 Europe/Berlin", "2026-10-24T00:00:00Z",
      ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]
    ),
    (
      "*/30 * * * * Europe/Berlin", "2026-03-29T00:00:00Z",
      ["2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"]
    ),
    (
      "*/30 * * * * Europe/Berlin", "2026-10-25T00:00:00Z",
      ["2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z", "2026-10-25T02:30:00Z"]
    ),
    (
      "daily at 02:15 America/New_York", "2026-03-07T12:00:00Z",
      ["2026-03-08T07:00:00Z", "2026-03-09T06:15:00Z"]
    ),
    (
      "daily at 01:15 America/New_York", "2026-10-31T12:00:00Z",
      ["2026-11-01T05:15:00Z", "2026-11-02T06:15:00Z"]
    ),
    (
      "daily at 01:45 Australia/Lord_Howe", "2026-04-03T20:00:00Z",
      ["2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z"]
    ),
    (
      "daily at 02:15 Australia/Lord_Howe", "2026-10-02T20:00:00Z",
      ["2026-10-03T15:30:00Z", "2026-10-04T15:15:00Z"]
    ),
    // Samoa had no 30 December 2011: the day after begins at 10:00 UTC of the 30th.
    (
      "daily at 12:00 Pacific/Apia", "2011-12-29T00:00:00Z",
      ["2011-12-29T22:00:00Z", "2011-12-30T10:00:00Z", "2011-12-30T22:00:00Z"]
    ),
    (
      "0 0 29 2 *", "2026-01-01T00:00:00Z", ["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"]
    ),
    (
      "monthly on 31 07:00", "2026-03-31T07:00:00Z",
      ["2026-05-31T07:00:00Z", "2026-07-31T07:00:00Z", "2026-08-31T07:00:00Z"]
    ),
    (
      "monthly on the last day 07:00", "2028-01-31T07:00:00Z",
      ["2028-02-29T07:00:00Z", "2028-03-31T07:00:00Z", "2028-04-30T07:00:00Z"]
    ),
    (
      "0 7 13 * fri", "2026-02-06T07:00:00Z",
      ["2026-02-13T07:00:00Z", "2026-02-20T07:00:00Z"]
    ),
  ])
  func slotsFollow(text: String, start: String, slots: [String]) throws {
    let found = try clock(text).slots(after: moment(start), count: slots.count)
    #expect(found.map(\.description) == slots)
  }

  @Test func aSlotIsAfterAndNotAtTheMoment() throws {
    let daily = try clock("daily at 07:00")
    let seven = try moment("2026-01-05T07:00:00Z")
    #expect(daily.next(after: seven) == seven + 86_400)
    #expect(daily.next(after: seven - 1) == seven)
    #expect(daily.latest(atOrBefore: seven) == seven)
    #expect(daily.latest(atOrBefore: seven - 1) == seven - 86_400)
    #expect(daily.count(after: seven, through: seven + 3 * 86_400) == 3)
  }

  @Test func newDataHaveNoSlots() throws {
    let clock = try clock("when new data arrives")
    #expect(clock.next(after: Moment(secondsSince1970: 0)) == nil)
    #expect(clock.latest(atOrBefore: Moment(secondsSince1970: 0)) == nil)
    #expect(clock.slots(after: Moment(secondsSince1970: 0), count: 3) == [])
  }

  @Test func withoutAZoneItIsTheMachines() throws {
    let own = try ScheduleClock(Schedule("daily at 07:00"), machine: ClockZone(named: "Asia/Tokyo"))
    #expect(own.isMachineZone)
    #expect(
      own.next(after: try moment("2026-01-05T00:00:00Z"))
        == (try moment("2026-01-05T22:00:00Z")))
    #expect(try !clock("daily at 07:00 Asia/Tokyo").isMachineZone)
  }

  /// Every minute of some days, one by one: a slot is a minute whose local time the rule names and
  /// the clock shows for the first time, or the first minute after a gap that holds such a time.
  @Test(arguments: [
    ("Europe/Berlin", "2026-03-28T00:00:00Z"), ("Europe/Berlin", "2026-10-24T00:00:00Z"),
    ("America/New_York", "2026-03-07T00:00:00Z"), ("America/New_York", "2026-10-31T00:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-03T12:00:00Z"),
    ("Australia/Lord_Howe", "2026-10-02T12:00:00Z"), ("UTC", "2028-02-27T12:00:00Z"),
    ("America/Santiago", "2026-09-05T00:00:00Z"), ("Asia/Kathmandu", "2026-12-30T00:00:00Z"),
  ])
  func agreesWithAScanOfEveryMinute(zone: String, start: String) throws {
    let scan = try MinuteScan(zone: zone, start: moment(start), days: 4)
    for seed in UInt64(1)...12 {
      var random = SplitMix(state: seed)
      let text = Self.cron(&random) + " " + zone
      let clock = try clock(text)
      let rule = try #require(clock.rule)
      let expected = scan.slots(of: rule)
      var found: [Moment] = []
      while let slot = clock.next(after: found.last ?? scan.start - 1), slot < scan.end {
        found.append(slot)
      }
      #expect(found == expected, "\(text), seed \(seed)")
      for (earlier, later) in zip(expected, expected.dropFirst()) {
        guard clock.latest(atOrBefore: later - 1) == earlier,
          clock.latest(atOrBefore: later) == later
        else {
          Issue.record("\(text), seed \(seed): latest before \(later)")
          break
        }
      }
    }
  }

  private static func cron(_ random: inout SplitMix) -> String {
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "*" }
    let minute = pick(["*", "*/7", "0,30", "15", "\(Int.random(in: 0...59, using: &random))"])
    let hour = pick(["*", "1-3", "2", "*/3", "0", "23", "0-2"])
    let day = pick(["*", "*/2", "28-31", "\(Int.random(in: 1...31, using: &random))"])
    let month = pick(["*", "*", "2-4", "9-12"])
    let weekday = pick(["*", "*", "sun", "6,7", "mon-fri", "*/3"])
    return [minute, hour, day, month, weekday].joined(separator: " ")
  }
}

/// What the clocks of a zone show in each minute of some days.
private struct MinuteScan {
  let start: Moment
  let end: Moment
  /// Local seconds of each minute, from two days before the start on.
  private let local: [Int]
  private let first: Moment

  init(zone: String, start: Moment, days: Int) throws {
    let zone = try #require(TimeZone(identifier: zone))
    self.start = start
    end = start + days * 86_400
    first = start - 2 * 86_400
    local = (0..<(days + 2) * 1440).map { [first] minute in
      let seconds = first.secondsSince1970 + minute * 60
      return seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
  }

  func slots(of rule: CalendarRule) -> [Moment] {
    var slots: [Moment] = []
    var shown: Int?
    for (minute, local) in local.enumerated() {
      let last = shown ?? local - 60
      guard local > last else { continue }
      let isSlot = stride(from: last + 60, through: local, by: 60).contains {
        Self.is($0, in: rule)
      }
      shown = local
      let moment = first + minute * 60
      if isSlot, moment >= start { slots.append(moment) }
    }
    return slots
  }

  private static func `is`(_ local: Int, in rule: CalendarRule) -> Bool {
    guard rule.minutes.contains(local / 60 % 60), rule.hours.contains(local / 3600 % 24) else {
      return false
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = Date(timeIntervalSince1970: Double(local))
    let parts = calendar.dateComponents([.month, .day, .weekday], from: date)
    let tomorrow = calendar.component(.day, from: date + 86_400)
    return rule.includes(
      month: parts.month ?? 0, day: parts.day ?? 0, weekday: (parts.weekday ?? 1) - 1,
      isLast: tomorrow == 1)
  }
}
