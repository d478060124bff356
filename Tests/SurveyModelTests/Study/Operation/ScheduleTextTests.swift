import SurveyModel
import Testing

@Suite struct ScheduleTextTests {
  /// One time of day on some days.
  static func at(
    _ hour: Int, _ minute: Int, _ days: CalendarRule.Days, zone: String? = nil
  ) -> Schedule.Occasion {
    .calendar(CalendarRule(minutes: [minute], hours: [hour], days: days), zone: zone)
  }

  @Test(arguments: [
    ("daily at 06:30", at(6, 30, .every)),
    ("Daily 6:30 Europe/Berlin", at(6, 30, .every, zone: "Europe/Berlin")),
    ("weekly on monday 07:00 Europe/Berlin", at(7, 0, .weekdays([1]), zone: "Europe/Berlin")),
    ("weekly on monday and thursday at 07:00", at(7, 0, .weekdays([1, 4]))),
    ("weekly on Thu, sun and mon 07:00 UTC", at(7, 0, .weekdays([0, 1, 4]), zone: "UTC")),
    ("weekly monday,friday 00:00", at(0, 0, .weekdays([1, 5]))),
    ("monthly on 1 07:00", at(7, 0, .daysOfMonth([1]))),
    ("monthly on the 15th and 1st at 23:59", at(23, 59, .daysOfMonth([1, 15]))),
    ("monthly on 31 07:00", at(7, 0, .daysOfMonth([31]))),
    ("monthly on the last day 07:00", at(7, 0, .lastOfMonth)),
    ("when new data arrives", .newData),
    ("When new  data arrives", .newData),
  ])
  func readsWords(text: String, occasion: Schedule.Occasion) throws {
    let schedule = try Schedule(text)
    #expect(schedule.occasion == occasion)
    #expect(schedule.text == text)
  }

  @Test(arguments: [
    ("0 7 * * 1", at(7, 0, .weekdays([1]))),
    ("0 7 * * 7 Europe/Berlin", at(7, 0, .weekdays([0]), zone: "Europe/Berlin")),
    ("0 7 * * fri-sun UTC", at(7, 0, .weekdays([0, 5, 6]), zone: "UTC")),
    ("0 7 13 * fri", at(7, 0, .daysOfMonthOrWeekdays([13], [5]))),
    ("0 7 13 * *", at(7, 0, .daysOfMonth([13]))),
    // A field that begins with a star names no days of its own: both must hold (cron 3.0).
    ("0 7 */10 * 1", at(7, 0, .daysOfMonthAndWeekdays([1, 11, 21, 31], [1]))),
    ("0 7 1-31 * 1", at(7, 0, .every)),
    ("0 7 * * */2", at(7, 0, .weekdays([0, 2, 4, 6]))),
    (
      "*/20 9-17/4 1,15 JAN,mar-apr * America/New_York",
      .calendar(
        CalendarRule(
          minutes: [0, 20, 40], hours: [9, 13, 17], days: .daysOfMonth([1, 15]), months: [1, 3, 4]),
        zone: "America/New_York")
    ),
    (
      "0 0 29 2 *",
      .calendar(
        CalendarRule(minutes: [0], hours: [0], days: .daysOfMonth([29]), months: [2]), zone: nil)
    ),
    // Never by its day of the month, but on Mondays.
    (
      "0 0 30 2 1",
      .calendar(
        CalendarRule(
          minutes: [0], hours: [0], days: .daysOfMonthOrWeekdays([30], [1]), months: [2]),
        zone: nil)
    ),
    ("@daily", at(0, 0, .every)),
    ("@weekly Asia/Tokyo", at(0, 0, .weekdays([0]), zone: "Asia/Tokyo")),
    ("@monthly", at(0, 0, .daysOfMonth([1]))),
  ])
  func readsCron(text: String, occasion: Schedule.Occasion) throws {
    #expect(try Schedule(text).occasion == occasion)
  }

  @Test(arguments: [
    ("", "the schedule is empty; write it as `weekly on monday 07:00`"),
    ("montly on 1 07:00", "no schedule begins with `montly`; did you mean `monthly`?"),
    (
      "every monday",
      "no schedule begins with `every`; write it as `daily at 07:00`, `weekly on monday 07:00`, `monthly on 1 07:00`, five fields of cron, or `when new data arrives`"
    ),
    (
      "when data change",
      "`when data change` is not understood; write it as `when new data arrives`"
    ),
    ("daily", "the schedule has no time; write it as `daily at 07:00`"),
    (
      "daily at 25:00",
      "no day has a time 25:00: hours end at 23, minutes at 59; write it as `07:00`"
    ),
    ("daily 24:00", "no day has a time 24:00: hours end at 23, minutes at 59; midnight is `00:00`"),
    ("daily at 7am", "`7am` is no time of day; write it as `07:00`"),
    ("daily at 7:5", "`7:5` is no time of day; write it as `07:00`"),
    ("weekly 07:00", "the schedule names no day; write it as `weekly on monday 07:00`"),
    ("weekly on mnoday 07:00", "`mnoday` is no day of the week; did you mean `monday`?"),
    ("weekly on x 07:00", "`x` is no day of the week; write it as `monday`"),
    (
      "monthly on 32 07:00",
      "`32` is no day of a month; write a number from 1 to 31, or `the last day` alone"
    ),
    (
      "monthly on 1 and last day 07:00",
      "`last` is no day of a month; write a number from 1 to 31, or `the last day` alone"
    ),
    (
      "daily at 07:00 Europe/Berlin please",
      "`Europe/Berlin please` behind the time is no time zone; write one name such as `Europe/Berlin`, or nothing for the machine's own"
    ),
    (
      "daily at 07:00 +01:00",
      "`+01:00` behind the time is no time zone; write one name such as `Europe/Berlin`, or nothing for the machine's own"
    ),
    (
      "0 7 * * Europe/Berlin",
      "cron's five fields are minute, hour, day of month, month and day of week, and here are only 4; write it as `0 7 * * 1`"
    ),
    (
      "0 0 7 * * 1",
      "`1` stands behind cron's five fields; seconds and years are none of them: write it as `0 7 * * 1`, with a time zone or without"
    ),
    (
      "60 7 * * 1",
      "in cron's field of the minute, 60 is outside 0–59; correct the number"
    ),
    (
      "0 7,,8 * * 1",
      "in cron's field of the hour, `7,,8` has an empty element; remove a comma"
    ),
    (
      "0 7 * * mno",
      "in cron's field of the day of week, `mno` is no day of week; did you mean `mon`?"
    ),
    ("0 7 ? * 1", "in cron's field of the day of month, `?` is not cron's; write it as `*`"),
    (
      "*/0 7 * * 1",
      "in cron's field of the minute, the step `0` is no number from 1 to 59; write it as `*/2`"
    ),
    (
      "5/15 7 * * 1",
      "in cron's field of the minute, `5` has a step and no end; write it as `5-59/…`"
    ),
    (
      "0 17-9 * * 1",
      "in cron's field of the hour, `17-9` ends before it begins; write two ranges with a comma between"
    ),
    (
      "0 0 30 2 *",
      "this schedule is never due: no month it names has such a day; correct the day of the month or the month"
    ),
    (
      "@reboot",
      "`@reboot` is no schedule here; a study is reported at times, or `when new data arrives`"
    ),
    ("@dayly", "`@dayly` is no schedule here; did you mean `@daily`?"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: ScheduleTextError.self) { try Schedule(text) }
    #expect(error?.description == message)
  }

  @Test func knowsItsDays() {
    let rule = CalendarRule(
      minutes: [0], hours: [7], days: .daysOfMonthOrWeekdays([13], [5]), months: [2])
    #expect(rule.includes(month: 2, day: 13, weekday: 0, isLast: false))
    #expect(rule.includes(month: 2, day: 6, weekday: 5, isLast: false))
    #expect(!rule.includes(month: 2, day: 6, weekday: 4, isLast: false))
    #expect(!rule.includes(month: 3, day: 13, weekday: 5, isLast: false))
  }
}
