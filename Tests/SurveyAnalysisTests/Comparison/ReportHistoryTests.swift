import Testing

@testable import SurveyAnalysis

@Suite struct ReportHistoryTests {
  @Test func withoutAnEarlierReportThereIsNone() {
    #expect(
      ReportHistory(
        earlier: [], present: numbers("2025-01-01"), overlap: .unknown, previousFindings: [:])
        == nil)
  }

  /// An item has a lowest answer beside its mean; a scale's mean alone is a trend.
  @Test func trendsAreOfResponsesAndScales() throws {
    let history = try #require(
      ReportHistory(
        earlier: [numbers("2023-01-01"), numbers("2024-01-01")], present: numbers("2025-01-01"),
        overlap: .unknown, previousFindings: ["ragged-row": 2]))
    #expect(history.previousDate == "2024-01-01")
    #expect(history.trends.map(\.key.subjectID) == [nil, "S"])
    #expect(history.trends.allSatisfy { $0.points.count == 3 })
  }

  private func numbers(_ date: String) -> PublishedNumbers {
    let shown = ShownNumber(3)
    return Compared.numbers(
      [
        PublishedNumber(
          key: NumberKey(.responses, form: "mentee"), label: "mentees", n: nil, personCount: nil,
          content: .shown(shown)),
        Compared.number("a", shown, n: 30),
        Compared.number("a", shown, n: 30, kind: .floor),
        Compared.number("S", shown, n: 30),
      ], responses: 30, date: date)
  }
}
