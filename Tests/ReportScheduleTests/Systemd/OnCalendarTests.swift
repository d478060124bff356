import Foundation
import ReportSchedule
import SurveyModel
import Testing

/// Holds the calendar events of timers against systemd's own reading of them.
@Suite(.enabled(if: SystemdCalendar.isThere, "systemd-analyze or its time zones are not installed"))
struct OnCalendarTests {
  @Test(arguments: [
    "daily at 06:30 Europe/Berlin", "weekly on monday and thursday at 07:00 America/New_York",
    "monthly on 31 07:00", "monthly on the last day 07:00 Australia/Lord_Howe",
    "0 7 13 * fri Europe/Berlin", "0 7 */10 2-6 1 UTC", "*/20 9-17/4 1,15 jan,mar * Asia/Tokyo",
    "30 4-23 * * * Europe/Berlin", "0 0 29 2 *", "* 3 1 1 *",
  ])
  func comesAtEverySlotAndAtNoOtherTime(schedule: String) throws {
    for start in ["2026-03-25T00:00:00Z", "2026-10-20T00:00:00Z"] {
      let slots = try clock(schedule).slots(after: moment(start), count: 12)
      let events = try SystemdCalendar.events(of: schedule, asOf: moment(start))
      let times = try SystemdCalendar.moments(of: events, after: start, count: 12)
      #expect(Array(times.prefix(12)) == slots, "\(events)")
    }
  }

  /// Where the clocks skip the time, systemd alone would wait for the next day.
  @Test(arguments: [
    ("daily at 02:30 Europe/Berlin", "2026-03-26T00:00:00Z"),
    ("weekly on sunday 02:00 America/New_York", "2026-03-01T12:00:00Z"),
    ("daily at 02:15 Australia/Lord_Howe", "2026-10-01T00:00:00Z"),
    ("daily at 00:00 America/Santiago", "2026-09-03T00:00:00Z"),
    ("30 * * * * Europe/Berlin", "2026-03-28T23:00:00Z"),
    ("*/10 2 * * * Europe/Berlin", "2026-03-28T12:00:00Z"),
  ])
  func comesAtTheEndOfAGap(schedule: String, start: String) throws {
    let slots = try clock(schedule).slots(after: moment(start), count: 6)
    let events = try SystemdCalendar.events(of: schedule, asOf: moment(start))
    #expect(events.count == 2)
    let times = try SystemdCalendar.moments(of: events, after: start, count: 30)
    #expect(Set(slots).isSubset(of: times), "\(events): \(slots), \(times)")
    let alone = try SystemdCalendar.moments(of: [events[0]], after: start, count: 30)
    #expect(!Set(slots).isSubset(of: alone), "the event of its own is not needed")
  }

  @Test func aUnitFileIsUnderstood() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for schedule in ["daily at 02:30 Europe/Berlin", "when new data arrives"] {
      let study = try ScheduledStudy(
        path: "/srv/50 % of \"é\" $x\\/study.yaml",
        options: ScheduleOptions(
          schedule: Schedule(schedule), jitterSeconds: 600, location: .init(file: "s")),
        dataFolders: ["/srv/50 % é"], machine: ClockZone(named: "UTC"))
      let units = try SystemdUnits(
        of: study, program: "/bin/true", asOf: moment("2026-01-01T00:00:00Z"))
      for file in units.files {
        try file.text.write(
          to: folder.appending(path: file.name), atomically: true, encoding: .utf8)
      }
      let paths = units.files.map { folder.appending(path: $0.name).path }
      let (status, output) = try SystemdCalendar.run(["verify", "--user", "--man=no"] + paths)
      #expect(status == 0, "\(output)")
      #expect(!output.contains(folder.path), "\(output)")
    }
  }
}

/// `systemd-analyze`.
enum SystemdCalendar {
  static let program = "/usr/bin/systemd-analyze"
  static var isThere: Bool {
    FileManager.default.isExecutableFile(atPath: program)
      && FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")
  }

  /// The events of the timer of a schedule.
  static func events(of schedule: String, asOf now: Moment) throws -> [String] {
    let study = try ScheduledStudy(
      path: "/srv/study.yaml",
      options: ScheduleOptions(schedule: Schedule(schedule), location: .init(file: "s")),
      dataFolders: [], machine: ClockZone(named: "UTC"))
    let timer = try SystemdUnits(of: study, program: "/usr/bin/abacus", asOf: now).files[1]
    return timer.text.split(separator: "\n").filter { $0.hasPrefix("OnCalendar=") }
      .map { String($0.dropFirst("OnCalendar=".count)) }
  }

  /// When the events come, together and in order.
  static func moments(of events: [String], after start: String, count: Int) throws -> [Moment] {
    let base = start.replacing("T", with: " ").replacing("Z", with: " UTC")
    var moments: Set<Moment> = []
    for event in events {
      let (status, output) = try run(
        ["calendar", "--iterations=\(count)", "--base-time=\(base)", event])
      try #require(status == 0, "\(output)")
      for match in output.matches(of: /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/) {
        moments.insert(try moment("\(match.1)T\(match.2)Z"))
      }
    }
    return moments.sorted()
  }

  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = [
      "TZ": "UTC", "LC_ALL": "C", "PATH": "/usr/bin:/bin",
      "XDG_RUNTIME_DIR": FileManager.default.temporaryDirectory.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
