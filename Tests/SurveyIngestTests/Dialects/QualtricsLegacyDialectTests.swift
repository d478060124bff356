import SurveyModel
import Testing
import TestSupport

@testable import SurveyIngest

@Suite struct QualtricsLegacyDialectTests {
  /// A small invented export of the shape that Qualtrics wrote until 2017.
  static let text = """
    \u{FEFF}V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,Q2_1,Q2_2,Q3,Q3_TEXT,LocationLatitude,LocationLongitude,LocationAccuracy,
    ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,I like <b>A</b>,Roles-Coach,"Roles-Guide, friend",How?,How?-TEXT,LocationLatitude,LocationLongitude,LocationAccuracy,
    R_1,Default Response Set,Anonymous,M1,a@example.org,192.0.2.1,0,2016-05-27 10:45:04,2016-05-27 10:46:04,1,3,1,,2,"by
    hand",0,0,-1,
    R_2,Default Response Set,Anonymous,M2,,192.0.2.2,1,2016-05-27 10:45:04,2016-05-27 10:46:04,1,3,,1,2,,0,0,-1,
    R_3,Default Response Set,Anonymous,M3,,192.0.2.3,2,2016-05-27 10:45:04,2016-05-27 10:46:04,1,3,,1,2,,0,0,-1,
    R_4,Default Response Set,Anonymous,M4,,192.0.2.4,0,2016-05-28 10:45:04,2016-05-28 10:46:04,0,2,,1,1,,0,0,-1,

    """

  private func read(_ text: String = text, dialect: String? = nil) throws -> ExportTable {
    try ExportDialects.read(CSVReader(bytes: text.utf8, name: "text"), dialect: dialect)
  }

  @Test func itIsRecognisedByTheNumberedColumnsAndTheirMeanings() throws {
    let export = try read()
    #expect(export.dialect == "qualtrics-legacy")
    #expect(export.headerRecordCount == 2)
    #expect(
      export.facts.prefix(10).map(\.metadata) == [
        .responseID, .responseSet, .name, .externalReference, .email, .ipAddress, .status,
        .startDate, .endDate, .finished,
      ])
    #expect(export.facts[10...14].allSatisfy { $0.metadata == nil })
    #expect(export.facts[10].label == "I like A")
  }

  @Test func theCommaAtTheEndOfEveryLineMakesNoColumn() throws {
    let export = try read()
    #expect(export.table.columns.count == 18)
    #expect(export.facts.count == 18)
    #expect(export.table.raggedRows == [])
  }

  @Test func aLineWithoutTheLastCommaIsWhole() throws {
    let text = Self.text.split(separator: "\n").map { $0.hasSuffix("-1,") ? $0.dropLast() : $0 }
    #expect(try read(text.joined(separator: "\n")).table.raggedRows == [])
    let short = Self.text.replacing("0,0,-1,\nR_2", with: "0,0\nR_2")
    #expect(
      try read(short).table.raggedRows == [RaggedRow(row: 0, cellCount: 17, expected: 19)])
  }

  @Test func previewsAndTestsAreLeftOutAndLinesAreThoseOfTheFile() throws {
    let export = try read()
    #expect(export.table.rowCount == 2)
    #expect(
      export.droppedRows == [
        DroppedRows(kind: .preview, count: 1), DroppedRows(kind: .test, count: 1),
      ])
    #expect(export.table.line(ofRecord: 1) == 7)
  }

  @Test func columnsThatTellWhoAnsweredAreMarked() throws {
    #expect(
      try read().identifyingColumns.map(\.name) == [
        "V3", "V4", "V5", "V6", "LocationLatitude", "LocationLongitude", "LocationAccuracy",
      ])
  }

  @Test func optionsAreTheOwnPartOfTheirWordings() throws {
    let facts = try read().facts
    #expect(facts[11...12].map(\.rowLabel) == ["Coach", "Guide, friend"])
    #expect(facts[10].rowLabel == nil)
  }

  @Test func multiSelectColumnsAreFoundByTheirWordings() throws {
    let question =
      "multi_select: [{id: Q2, stem: Roles, options: [{code: g, label: \"Guide, friend\"}, {code: c, label: Coach}]}]"
    let study = try SmallStudy.plain(Self.text, codebook: SmallStudy.codebook(more: question))
    #expect(try study.responses()?.multiSelects["Q2"]?.ticks == [0b10, 0b01])
  }

  @Test(arguments: [
    "V1,V2,Q1\nResponseID,Name,Question\n", "V1,V7,V9,Q1,\nResponseID,Status,EndDate,Question,\n",
  ])
  func anExportMayLackSomeOfItsColumns(header: String) throws {
    #expect(try read(header + "R_1,0,5,6\n").dialect == "qualtrics-legacy")
  }

  @Test(arguments: [
    "V1,V2,V3\n1,2,3\n", "V1,Q1\nResponseID,Question\nR_1,2\n", "a,b\nName,Status\nx,y\n",
    "V1,V2,V3,V4,V5\nName,Status,3,4,5\n",
  ])
  func anotherTableIsPlain(text: String) throws {
    #expect(try read(text).dialect == "plain")
    #expect(
      throws: IngestError.dialectMismatch(
        path: "text", dialect: "qualtrics-legacy",
        lacking: "columns `V1`, `V2`, … whose second record says what they hold")
    ) { try read(text, dialect: "qualtrics-legacy") }
  }

  @Test func aStudyNamesTheToolsColumnsByWhatTheyRecord() throws {
    let study = try SmallStudy.plain(
      Self.text,
      codebook: SmallStudy.codebook(
        attributes:
          "{id: who, use: respondent, columns: [ExternalDataReference]}, {id: when, use: submitted, columns: [EndDate]}, {id: done, use: finished, columns: [Finished]}"
      ))
    #expect(try study.answers() == ["3", "2"])
    #expect(try study.responses()?.personCount == 2)
    #expect(try study.findings(unread: true).map(\.code) == [.unusedColumn, .testResponse])
    let unused = try #require(try study.findings(unread: true).first)
    #expect(unused.message.contains(": `Q2_1`, `Q2_2`, `Q3`, `Q3_TEXT`"))
  }
}
