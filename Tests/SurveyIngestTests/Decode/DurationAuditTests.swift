import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct DurationAuditTests {
  /// The findings of a Qualtrics export with these times and durations.
  func findings(_ rows: [String]) throws -> [Finding] {
    let names = ["StartDate", "EndDate", "Duration (in seconds)", "A"]
    let imports = ["startDate", "endDate", "duration", "QID1"].map { "{'ImportId': '\($0)'}" }
    let csv =
      [names.joined(separator: ","), names.joined(separator: ",")]
      + [imports.joined(separator: ",")] + rows.map { $0 + ",3" }
    return try SmallStudy.plain(csv.joined(separator: "\n") + "\n").findings()
  }

  @Test func aResponseThatEndsBeforeItStartsIsReported() throws {
    #expect(
      try findings([
        "2025-01-31 10:00:00,2025-01-31 10:05:00,300",
        "2025-01-31 10:00:00,2025-01-31 09:59:59,300", "2025-01-31 10:00:00,,",
      ]) == [
        Finding(
          .impossibleDuration, at: SmallStudy.at(5, 2),
          "1 response ends before it starts; check whether the file was changed")
      ])
  }

  @Test func aSpreadsheetsDatesAreComparedAsDates() throws {
    #expect(
      try findings([
        "10/31/2024 9:00,11/1/2024 9:05,300", "1/31/2025 10:00,1/31/2025 9:00,300",
      ]).map(\.location) == [SmallStudy.at(5, 2)])
    #expect(try findings(["5/6/2025 10:00,5/6/2025 9:00,300"]).isEmpty)
  }

  @Test func aNegativeDurationIsReported() throws {
    #expect(
      try findings([
        "2025-01-31 10:00:00,2025-01-31 10:05:00,-300",
        "2025-01-31 10:00:00,2025-01-31 10:00:00,0",
      ]) == [
        Finding(
          .impossibleDuration, at: SmallStudy.at(4, 3),
          "1 response has a duration below zero; they are counted, so check whether the file was changed"
        )
      ])
  }
}
