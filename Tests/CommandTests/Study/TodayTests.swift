import Testing

@testable import AbacusCommands

@Suite struct TodayTests {
  @Test(arguments: ["2025-06-23", "2024-02-29", "2000-02-29"]) func aDayOfTheCalendarIsADate(
    text: String
  ) {
    #expect(Today.isDate(text))
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-02-31", "2025-13-01", "2025-00-10", "2025-6-23", "23.06.2025",
    "2025-06-23T00:00", "2025-06-", "",
  ]) func anythingElseIsNone(text: String) {
    #expect(!Today.isDate(text))
  }

  @Test func theOptionIsTheDayAndItsMidnight() {
    #expect(Today.date(option: "2025-06-23") == "2025-06-23")
    #expect(Today.moment(option: "2025-06-23") == "2025-06-23T00:00:00Z")
  }

  @Test func withoutAnOptionTheClockGivesADay() {
    #expect(Today.isDate(Today.date(option: nil)))
  }
}
