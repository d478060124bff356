import Testing

@testable import SurveyIngest

@Suite struct MomentTests {
  @Test(
    arguments: [
      ("1970-01-01", 0), ("1970-01-02 00:00:01", 86_401), ("2000-03-01", 951_868_800),
      ("2024-02-29 23:59", 1_709_251_140), ("2025-01-31T14:05:09Z", 1_738_332_309),
      ("2025-01-31T14:05:09.75+01:00", 1_738_332_309),
    ] as [(String, Int64)])
  func isRead(text: String, secondsSince1970: Int64) throws {
    let origin = try #require(Moment.seconds("1970-01-01"))
    #expect(Moment.seconds(text).map { $0 - origin } == secondsSince1970)
  }

  @Test(
    arguments: [
      "2025-02-29", "2025-02-30", "2025-13-01", "2025-00-10", "2025-04-31", "1900-02-29",
      "25-01-31",
      "6/20/24 14:45", "2025-01-31 25:00", "2025-01-31 14:60", "2025-01-31 14:05:61", "yesterday",
      "2025-01-31 2:05PM", "2025-01-31 14", "2025-01-31 14:05 UTC", "45000", "", "2025-+1-01",
    ])
  func anotherFormOrAnImpossibleDateIsNot(text: String) {
    #expect(Moment.seconds(text) == nil)
  }
}
