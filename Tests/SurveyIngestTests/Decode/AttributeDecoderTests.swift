import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct AttributeDecoderTests {
  private func at(_ line: Int?, _ column: Int? = nil) -> SurveyModel.SourceLocation {
    SmallStudy.at(line, column)
  }

  /// A study with one attribute and these cells of it.
  func study(_ attribute: String, _ cells: [String]) throws -> StudyFolder {
    try SmallStudy.plain(
      "A,x\n" + cells.map { "3,\($0)\n" }.joined(),
      codebook: SmallStudy.codebook(attributes: "{id: x, \(attribute)}"))
  }

  @Test func categoriesOfAListComeInItsOrderHoweverTheyAreWritten() throws {
    let study = try study(
      "kind: category, options: [in_progress, done]", ["Done", "In progress", "", "in-progress"])
    #expect(
      try study.responses()?.categories["x"]
        == CategoryColumn(categories: ["in_progress", "done"], cells: [1, 0, -1, 0]))
  }

  @Test func categoriesWithoutAListComeInTheOrderOfTheFile() throws {
    let study = try study("kind: category", ["North", " South ", "North", "NA"])
    #expect(
      try study.responses()?.categories["x"]
        == CategoryColumn(categories: ["North", "South"], cells: [0, 1, 0, -1]))
  }

  @Test func aCategoryOutsideTheListIsReportedAndNotShown() throws {
    let study = try study("kind: category, options: [a, b]", ["a", "Jane", "c"])
    #expect(try study.responses()?.categories["x"]?.cells == [0, -1, -1])
    #expect(
      try study.findings() == [
        Finding(
          .unknownCategory, at: at(3, 2), subject: "x", count: 2,
          "attribute `x` has 2 values that its `options` do not list (lines 3, 4); add them or correct the rows"
        )
      ])
  }

  @Test func numbersKeepTheirLimits() throws {
    let study = try study(
      "kind: number, minimum: 0, maximum: 12", ["0", "12", "13", "-1", "x", "1.5", ""])
    #expect(try study.responses()?.numbers["x"]?.cells == [0, 12, nil, nil, nil, 1.5, nil])
    #expect(
      try study.findings() == [
        Finding(
          .outOfRange, at: at(4, 2), subject: "x", count: 3,
          "attribute `x` has 3 values that are no number from 0 to 12 (lines 4, 5, 6); correct the rows or the limits"
        )
      ])
  }

  @Test func datesThatCanNotBeAreReported() throws {
    let study = try study(
      "use: submitted", ["2025-01-31", "2025-02-30", "6/20/24 14:45", "", "2025-01-31 10:00:00"])
    #expect(
      try study.findings() == [
        Finding(
          .unreadableDate, at: at(3, 2), subject: "x", count: 2,
          "attribute `x` has 2 dates that can't be read (lines 3, 4); write them as 2025-01-31 14:05:00"
        )
      ])
  }

  @Test func whatNamesAPersonIsNotInTheDataset() throws {
    let study = try study("kind: category, identifying: true", ["Jane", "John"])
    #expect(try study.responses()?.categories["x"]?.cells == [-1, -1])
    #expect(try !String(describing: study.load().dataset).contains("Jane"))
  }
}
