import Glibc
import Testing

@testable import SurveyIngest

/// Public exports of real surveys, which lie beside the package; see their SOURCES.md.
@Suite(.enabled(if: RealData.isThere, "the real exports are not beside the package"))
struct RealExportTests {
  @Test func aGermanQualtricsExport() throws {
    let export = try ExportDialects.read(path: RealData.path("qualtrics-qualtRics/sample.csv"))
    #expect(export.dialect == "qualtrics")
    #expect(export.headerRecordCount == 3)
    #expect(export.table.rowCount == 1)
    #expect(export.facts.prefix(17).allSatisfy { $0.metadata != nil })
    #expect(export.facts[18].importID == "QID2_TEXT")
    #expect(export.facts[0].label == "Anfangsdatum")
    #expect(export.table.columns[18].text(0) == "Hello World!")
    #expect(
      export.identifyingColumns.map(\.name) == [
        "IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
        "ExternalReference", "LocationLatitude", "LocationLongitude",
      ])
  }

  @Test func aLegacyQualtricsExport() throws {
    let export = try ExportDialects.read(
      path: RealData.path("qualtrics-qualtRics/sample_legacy.csv"))
    #expect(export.dialect == "qualtrics-legacy")
    #expect(export.table.rowCount == 1)
    #expect(export.table.columns.count == 15)
    #expect(export.table.raggedRows == [])
    #expect(export.facts.filter { $0.metadata == nil }.map(\.name) == ["Q1", "Q2"])
    #expect(export.facts[11].label == "This is a free text question.")
  }

  @Test(arguments: [
    ("carpentries/20180908_post_clean.csv", 967, 41, ","),
    ("carpentries/data_20170701.csv", 476, 75, ","),
    ("carpentries/2020_carpentryconhome_raw.csv", 124, 17, ","),
    ("prepost-bucknell-cure/Year1.NoInstructor.tsv", 85, 156, "\t"),
    ("surveymonkey-blackstone/sm_data_clean.csv", 100, 58, ","),
    ("limesurvey/automotive-results-survey.csv", 46, 38, ";"),
    ("redcap-REDCapR/longitudinal/data.csv", 18, 125, ","),
  ])
  func plainTablesHaveTheirKnownSize(
    path: String, rows: Int, columns: Int, delimiter: Character
  ) throws {
    let file = try CSVReader(path: RealData.path(path))
    let export = try ExportDialects.read(file)
    #expect(file.preview.delimiter == delimiter.asciiValue)
    #expect(export.dialect == "plain")
    #expect(export.table.rowCount == rows)
    #expect(export.table.columns.count == columns)
    #expect(export.table.raggedRows == [])
  }

  @Test func quotedLineEndsAreNoRecords() throws {
    let table = try CSVReader.read(path: RealData.path("redcap-REDCapR/simple/data.csv"))
    #expect(table.rowCount == 5)
    #expect(table.columns[0].text(4) == "5")
    #expect(table.line(ofRecord: 1) == 4)
  }
}

/// The folder of real exports.
enum RealData {
  private static var folder: String {
    #filePath.split(separator: "/").dropLast(5).map { "/" + $0 }.joined() + "/shared/realdata/"
  }

  static var isThere: Bool { access(folder, R_OK) == 0 }

  static func path(_ name: String) -> String { folder + name }
}
