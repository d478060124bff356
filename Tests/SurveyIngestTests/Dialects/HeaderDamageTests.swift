import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

/// Qualtrics exports whose header somebody has changed.
@Suite struct HeaderDamageTests {
  private static let names = "StartDate,Status,Finished,ResponseId,A,B"
  private static let wordings = "Start Date,Response Type,Finished,Response ID,I like A,I like B"
  private static let rows = """
    2025-01-01 10:00:00,IP Address,True,R_1,3,1
    2025-01-02 10:00:00,Survey Preview,True,R_2,1,1
    2025-01-03 10:00:00,0,True,R_3,-99,2

    """
  private static let codebook = SmallStudy.codebook(
    items: """
      {id: A, stem: "I like A", response_scale: ag}, {id: B, stem: "I like B", response_scale: ag}
      """)
  private static let whole = [
    ("StartDate", "Start Date"), ("Status", "Response Type"), ("Finished", "Finished"),
    ("ResponseId", "Response ID"), ("A", "I like A"), ("B", "I like B"),
  ]

  private func lines(_ csv: String, source: String = "") throws -> [String] {
    try SmallStudy.plain(csv, codebook: Self.codebook, source: source).findings()
      .map(\.description)
  }

  private static let incomplete =
    "a.csv:1: warning: the header lacks the record of `ImportId` cells that Qualtrics writes, so that columns are told by their names alone; export the file again, or state `dialect: plain` if it is none of Qualtrics [incomplete-header]"
  private static let preview =
    "a.csv: note: 1 response that the survey tool marks as no respondent's is left out (1 preview) [test-response]"

  @Test(arguments: [names + "\n" + rows, names + "\n" + wordings + "\n" + rows])
  func withoutImportIDsPreviewsAreStillLeftOut(csv: String) throws {
    #expect(try lines(csv) == [Self.incomplete, Self.preview])
    #expect(
      try SmallStudy.plain(csv, codebook: Self.codebook).answers(to: "A") == ["3", "skipped"])
  }

  @Test func aStudyMaySayThatItIsNoneOfQualtrics() throws {
    let study = try SmallStudy.plain(
      Self.names + "\n" + Self.rows, codebook: Self.codebook, source: ", dialect: plain")
    #expect(try study.answers(to: "A") == ["3", "1", "skipped"])
    #expect(try study.findings().isEmpty)
  }

  @Test func aColumnWithTheWordingOfAnotherItemIsNamed() throws {
    let rows = ["2025-01-01 10:00:00,0,True,R_1,3,1"]
    let good = SmallStudy.qualtrics(Self.whole, rows: rows)
    #expect(try lines(good) == [])
    var columns = Self.whole
    columns[4].1 = "I like B"
    let exchanged = SmallStudy.qualtrics(columns, rows: rows)
    #expect(
      try lines(exchanged) == [
        "a.csv:1:5: warning: column `A` has in this file the wording of item `B`; compare the export with the codebook, and name the columns with `columns` at this source [another-wording]"
      ])
    #expect(try lines(exchanged, source: ", columns: {A: A}") == [])
    columns[4].1 = "I like A much"
    #expect(try lines(SmallStudy.qualtrics(columns, rows: rows)) == [])
  }

  @Test func aStatusThatIsNotKnownIsNamed() throws {
    let csv = SmallStudy.qualtrics(
      Self.whole,
      rows: [
        "2025-01-01 10:00:00,IP-Adresse,True,R_1,3,1",
        "2025-01-01 10:00:00,Umfragevorschau,True,R_2,3,1", "2025-01-01 10:00:00,,True,R_3,3,1",
      ])
    #expect(
      try lines(csv) == [
        "a.csv:4:2: warning: 2 responses have a status that is not known, and count although the survey tool may mean a preview, a test or spam; export the file in English [unknown-status]"
      ])
  }

  /// A cell is missing, so that a test's number stands for the status.
  @Test func aRecordThatIsLeftOutAndLacksACellIsNamed() throws {
    let header = "A,StartDate,Status\nA,Start Date,Response Type\n"
    let imports =
      "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\"\n"
    let rows = "3,2025-01-01 10:00:00,IP Address\n3,2025-01-01 10:00:00,2,IP Address\n"
    let export = try ExportDialects.read(
      CSVReader(bytes: (header + imports + rows).utf8, name: "a.csv"))
    #expect(export.table.rowCount == 1)
    #expect(
      export.findings.map(\.description) == [
        "a.csv:5: error: 1 record is left out by its status and has another number of cells than the header's 3, so that the status may be another column's; check the quotes in these lines [ragged-row]"
      ])
  }

  @Test(arguments: ["IP\u{3000}Address", "\u{2009}Survey Preview\u{A0}", " 2\u{A0}"])
  func spacesOfOtherKindsChangeNoStatus(text: String) {
    #expect(QualtricsMetadata.status(text) != .unknown)
  }

  /// Where most records end with a delimiter, one without it may lack another cell.
  @Test func aRecordWithoutTheDelimiterThatAllOthersEndWithIsRagged() throws {
    func ragged(_ text: String) throws -> [Int] {
      try ExportDialects.read(CSVReader(bytes: text.utf8, name: "a.csv")).table.raggedRows
        .map(\.row)
    }
    #expect(try ragged("n,A,B,\n1,2,3,\n2,4,\n3,4,5,\n") == [1])
    #expect(try ragged("n,A,B,\n1,2,3\n2,4,5\n3,4,5,\n") == [])
    #expect(try ragged("n,A,B,\n1,2,3,\n2,4,5,\n") == [])
  }

  @Test func attributesWithoutAColumnAreNamedTogether() throws {
    let codebook = SmallStudy.codebook(attributes: "{id: site}, {id: year}")
    #expect(
      try SmallStudy.plain("A\n3\n", codebook: codebook).findings().map(\.description) == [
        "a.csv:1: warning: no column for the attributes `site`, `year`, which are unknown in all responses of this file; write `columns: {site: NAME}` at this source if it is there by another name [missing-attribute]"
      ])
    #expect(
      try SmallStudy.plain("A,SYTE\n3,x\n", codebook: codebook).findings().first?.description
        == "a.csv:1: warning: no column for the attributes `site`, `year`, which are unknown in all responses of this file; write `columns: {site: SYTE}` at this source if `SYTE` is it [missing-attribute]"
    )
  }
}
