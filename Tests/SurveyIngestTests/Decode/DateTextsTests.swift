import SurveyModel
import Testing

@testable import SurveyIngest

@Suite struct DateTextsTests {
  private func read(_ texts: [String], _ order: DateOrder? = nil) -> [DateTexts.Reading] {
    DateTexts(texts, order: order, latest: nil).readings
  }

  private func moment(_ text: String) throws -> DateTexts.Reading {
    .moment(try #require(Moment.seconds(text)))
  }

  @Test(
    arguments: [
      ("6/20/24 14:45", "2024-06-20 14:45"), ("6/20/2024", "2024-06-20"),
      ("20.06.2024 9:05", "2024-06-20 09:05"), ("20-6-2024", "2024-06-20"),
      ("6/20/2024 2:45:10 PM", "2024-06-20 14:45:10"),
      ("6/20/2024 12:05 AM", "2024-06-20 00:05"), ("6/20/2024, 12:05 pm", "2024-06-20 12:05"),
      ("2024/6/5", "2024-06-05"), ("2024/06/20 6:42:11 PM GMT+1", "2024-06-20 18:42:11"),
      ("Thu Jun 20 2024 13:58:23 GMT-0500 (Central Daylight Time)", "2024-06-20 13:58:23"),
      ("20-Jun-24", "2024-06-20"), ("6/20/24\u{A0}2:45\u{202F}PM", "2024-06-20 14:45"),
    ])
  func aDateThatHasOneReadingIsRead(text: String, same: String) throws {
    #expect(try read([text]) == [moment(same)])
  }

  @Test func aDayAboveTwelveProvesTheOrderOfTheColumn() throws {
    #expect(
      try read(["5/6/2024", "6/20/2024"]) == [moment("2024-05-06"), moment("2024-06-20")])
    #expect(
      try read(["5.6.2024", "20.6.2024"]) == [moment("2024-06-05"), moment("2024-06-20")])
  }

  @Test(arguments: [
    ["5/6/2024", "7/8/2024"], ["6/20/2024", "20/6/2024"],
    // With a year of two digits, 20 may be the day or the year.
    ["20/6/24"],
  ])
  func otherwiseNoDateIsGuessed(texts: [String]) {
    #expect(read(texts) == texts.map { _ in .ambiguous })
  }

  @Test func theOrderGivenOverrules() throws {
    #expect(try read(["5/6/2024"], .monthDayYear) == [moment("2024-05-06")])
    #expect(try read(["5/6/2024"], .dayMonthYear) == [moment("2024-06-05")])
    #expect(try read(["24/6/5"], .yearMonthDay) == [moment("2024-06-05")])
    #expect(read(["6/20/2024"], .dayMonthYear) == [.unreadable])
    #expect(try read(["2024-06-05"], .dayMonthYear) == [moment("2024-06-05")])
  }

  @Test func aDayThatDoesNotExistProvesNothing() throws {
    #expect(try read(["31/2/2024", "13/6/2024"]) == [.unreadable, moment("2024-06-13")])
    #expect(
      read(["2025-02-31", "45000", "6/20/2024 2:75 PM"]) == [
        .unreadable, .unreadable, .unreadable,
      ])
  }

  @Test(arguments: ["1900-01-01", "1999-12-31", "1/13/1970"]) func aDateOfAnotherAgeIsNone(
    text: String
  ) {
    #expect(read([text]) == [.implausible])
  }

  @Test func aDateAfterTheLatestIsNone() throws {
    let latest = try #require(Moment.seconds("2025-06-24"))
    let texts = ["2025-06-24", "2025-06-24 00:00:01"]
    #expect(
      try DateTexts(texts, order: nil, latest: latest).readings
        == [moment("2025-06-24"), .implausible])
  }
}
