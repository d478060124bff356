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
      "use: submitted", ["2025-01-31", "2025-02-30", "yesterday", "", "2025-01-31 10:00:00"])
    #expect(
      try study.findings() == [
        Finding(
          .unreadableDate, at: at(3, 2), subject: "x", count: 2,
          "attribute `x` has 2 dates that can't be read (lines 3, 4); write them as 2025-01-31 14:05:00"
        )
      ])
  }

  @Test func aCategoryLikeAnOptionIsShownWithIt() throws {
    let study = try study("kind: category, options: [North, South]", ["North", "Nort", "Nort"])
    #expect(
      try study.findings() == [
        Finding(
          .unknownCategory, at: at(3, 2), subject: "x", count: 2,
          "attribute `x` has the value \"Nort\" 2 times, which its `options` do not list (lines 3, 4); did you mean \"North\"? Add it or correct the rows"
        )
      ])
  }

  @Test func aSpreadsheetsErrorIsNoCategoryAndNoNumber() throws {
    let message =
      "attribute `x` has 1 cell that a spreadsheet turned into a date, an error value or a shortened number; export the file again and don't save it in a spreadsheet"
    let damage = Finding(.spreadsheetDamage, at: at(3, 2), subject: "x", message)
    let categories = try study("kind: category", ["North", "#REF!"])
    #expect(try categories.findings() == [damage])
    #expect(
      try categories.responses()?.categories["x"]
        == CategoryColumn(categories: ["North"], cells: [0, -1]))
    let numbers = try study("kind: number", ["1", "#####"])
    #expect(try numbers.findings() == [damage])
    #expect(try numbers.responses()?.numbers["x"]?.cells == [1, nil])
  }

  @Test func aDecimalCommaIsReadWhereTheColumnProvesIt() throws {
    let study = try study("kind: number", ["\"1,5\"", "\"1,234\"", "2"])
    #expect(try study.responses()?.numbers["x"]?.cells == [1.5, 1.234, 2])
    #expect(try study.findings().isEmpty)
  }

  @Test func aCommaThatMayPartThousandsIsNotGuessed() throws {
    let study = try study("kind: number", ["\"1,234\"", "2"])
    #expect(try study.responses()?.numbers["x"]?.cells == [nil, 2])
    #expect(
      try study.findings() == [
        Finding(
          .ambiguousNumber, at: at(2, 2), subject: "x",
          "attribute `x` has 1 number such as 1,234, which may part thousands or a fraction; write them without a sign between the thousands"
        )
      ])
  }

  @Test func decimalCommasAndPointsInOneColumnAreReported() throws {
    let study = try study("kind: number", ["\"1,5\"", "1.5"])
    #expect(try study.responses()?.numbers["x"]?.cells == [1.5, 1.5])
    #expect(
      try study.findings() == [
        Finding(
          .mixedDecimals, at: at(nil, 2), subject: "x",
          "attribute `x` has decimal commas and decimal points; both are read as decimals, so check where the file was put together"
        )
      ])
  }

  @Test func aDateWhoseOrderNothingTellsIsNotGuessed() throws {
    let study = try study("use: submitted", ["5/6/2024 10:00", "2025-01-31"])
    #expect(
      try study.findings() == [
        Finding(
          .ambiguousDate, at: at(2, 2), subject: "x",
          "attribute `x` has 1 date that may begin with the day or the month; say `date_order: mdy`, `dmy` or `ymd` at this source, or write them as 2025-01-31 14:05:00"
        )
      ])
  }

  @Test func theCodebookOrTheColumnTellsTheOrderOfDates() throws {
    #expect(try study("use: submitted, date_order: dmy", ["5/6/24"]).findings().isEmpty)
    #expect(try study("use: submitted", ["5/6/2024", "6/20/2024"]).findings().isEmpty)
  }

  @Test func aDateThatNoResponseCanHaveIsReported() throws {
    let study = try study("use: submitted", ["1900-01-01", "2025-01-31", "2099-12-31"])
    let early = Finding(
      .implausibleDate, at: at(2, 2), subject: "x",
      "attribute `x` has 1 date before the year 2000 or after the day of the report; they count as unknown, so correct the rows"
    )
    #expect(try study.findings() == [early])
    let dated = try StudyLoader.load(path: study.folder.path("study.yaml"), today: "2025-06-23")
    #expect(dated.findings.filter { $0.code == .implausibleDate }.map(\.count) == [2])
  }

  @Test func whatNamesAPersonIsNotInTheDataset() throws {
    let study = try study("kind: category, identifying: true", ["Jane", "John"])
    #expect(try study.responses()?.categories["x"]?.cells == [-1, -1])
    #expect(try !String(describing: study.load().dataset).contains("Jane"))
  }
}
