import ReportSchedule
import Testing

@Suite struct ClockZoneTests {
  @Test(arguments: [
    ("Europe/Berln", "Europe/Berlin"), ("Berlin", "Europe/Berlin"), ("berlin", "Europe/Berlin"),
    ("new_york", "America/New_York"), ("Europe/berlin", "Europe/Berlin"),
  ])
  func anUnknownNameHasANearOne(name: String, nearest: String) {
    #expect(throws: ScheduleError.unknownZone(name, nearest: nearest)) {
      try ClockZone(named: name)
    }
  }

  @Test(arguments: [
    "Mars/Olympus_Mons_Base", "GMT+1", "Etc/GMT-3", "EST", "CEST", "../etc/passwd",
    "posix/Europe/Rome",
    "localtime", "", "Europe",
  ])
  func anotherHasNoneOrIsRefused(name: String) {
    #expect(throws: ScheduleError.self) { try ClockZone(named: name) }
  }

  @Test func saysWhatToDo() {
    #expect(
      ScheduleError.unknownZone("Berln", nearest: "Europe/Berlin").description
        == "there is no time zone `Berln`; did you mean `Europe/Berlin`?")
    #expect(
      ScheduleError.unknownZone("X", nearest: nil).description
        == "there is no time zone `X`; write a name such as `Europe/Berlin`, or none for the machine's own"
    )
    #expect(
      ScheduleError.noZones.description
        == "the system knows no time zones; install its package `tzdata`, or write no zone for UTC")
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-29T00:59:59Z", "Sun 2026-03-29 01:59 +01:00"),
    ("Europe/Berlin", "2026-03-29T01:00:00Z", "Sun 2026-03-29 03:00 +02:00"),
    ("America/New_York", "2026-11-01T06:00:00Z", "Sun 2026-11-01 01:00 -05:00"),
    ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", "Sun 2026-10-04 02:30 +11:00"),
    ("Asia/Kathmandu", "2026-01-01T00:00:00Z", "Thu 2026-01-01 05:45 +05:45"),
    // Zone files end in 2037.
    ("Europe/Berlin", "2044-07-01T00:00:00Z", "Fri 2044-07-01 02:00 +02:00"),
    ("America/New_York", "2099-12-24T12:00:00Z", "Thu 2099-12-24 07:00 -05:00"),
    ("UTC", "2026-01-01T00:00:00Z", "Thu 2026-01-01 00:00 +00:00"),
  ])
  func showsTheLocalTime(zone: String, at: String, local: String) throws {
    #expect(try ClockZone(named: zone).localTime(at: moment(at)).description == local)
  }
}
