import Testing

@testable import SurveyIngest

@Suite struct QualtricsDialectTests {
  @Test(arguments: [qualtricsJSON, qualtricsPython])
  func importIDsAreRecognisedInBothSpellings(text: String) throws {
    let export = try read(text)
    #expect(export.dialect == "qualtrics")
    #expect(export.headerRecordCount == 3)
    #expect(export.facts[0].metadata == .startDate)
    #expect(export.facts[4].importID?.hasPrefix("QID1") == true)
  }

  @Test func theHeaderMayLackTheWordings() throws {
    let export = try read(
      "Status,Q1\n\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n0,5\n")
    #expect(export.headerRecordCount == 2)
    #expect(export.facts[1].label == nil)
    #expect(export.table.texts == [["0", "5"]])
  }

  @Test func wordingsAreInTheLanguageOfTheSurveyAndWithoutTags() throws {
    let facts = try read(qualtricsJSON).facts
    #expect(facts[0].label == "Anfangsdatum")
    #expect(facts[4].label == "Mein Mentor hört zu.")
  }

  @Test func previewsTestsAndSpamAreLeftOutAndCounted() throws {
    let export = try read(qualtricsJSON)
    #expect(export.table.columns[4].texts == ["5", "-99"])
    #expect(export.table.rowCount == 2)
    #expect(
      export.droppedRows == [
        DroppedRows(kind: .preview, count: 2), DroppedRows(kind: .test, count: 1),
        DroppedRows(kind: .spam, count: 1),
      ])
    #expect(export.table.line(ofRecord: 1) == 9)
    #expect(export.seenUnansweredToken == "-99")
  }

  @Test(arguments: [
    ("0", QualtricsMetadata.Status.response), ("IP Address", .response), ("4", .response),
    ("Imported", .response), ("16", .response), ("offline response", .response),
    ("1", .dropped(.preview)), ("Survey Preview", .dropped(.preview)), ("17", .dropped(.preview)),
    ("Offline Survey Preview", .dropped(.preview)), ("2", .dropped(.test)),
    ("Survey Test", .dropped(.test)), ("8", .dropped(.spam)), ("Imported Spam", .dropped(.spam)),
    ("12", .dropped(.spam)), ("Umfragevorschau", .unknown), ("Survey Previw", .unknown),
    ("-1", .unknown), ("9999", .unknown),
  ])
  func aStatusTellsWhatARowIs(text: String, status: QualtricsMetadata.Status) {
    #expect(QualtricsMetadata.status(text) == status)
  }

  @Test func theImportIDGoesBeforeTheName() {
    #expect(QualtricsMetadata.kind(importID: "ipAddress", name: "Net") == .ipAddress)
    #expect(QualtricsMetadata.kind(importID: "QID7", name: "Status") == nil)
    #expect(QualtricsMetadata.kind(importID: nil, name: "Status") == .status)
    #expect(QualtricsMetadata.kind(importID: "cohort", name: "cohort") == nil)
  }

  @Test func columnsThatTellWhoAnsweredAreMarked() throws {
    let export = try read(qualtricsJSON)
    #expect(export.identifyingColumns.map(\.name) == ["IPAddress", "RecipientEmail"])
  }

  @Test func statementsOfAMatrixAreTheOwnPartOfTheirWordings() throws {
    let facts = try read(qualtricsJSON).facts
    #expect(facts[5...6].map(\.rowLabel) == ["Zeit", "Vier-Augen-Gespräche"])
    #expect(facts[4].rowLabel == nil)
  }

  @Test func anExportOfPreviewsOnlyHoldsNoResponse() {
    let text = "Status,Q1\n{'ImportId': 'status'},{'ImportId': 'QID1'}\n1,5\n"
    #expect(throws: IngestError.onlyTestRecords(path: "text", count: 1)) {
      try read(text)
    }
  }

  @Test func aPlainTableIsNoQualtricsExport() throws {
    let file = try CSVReader(bytes: "a,b\n1,2\n".utf8, name: "text")
    #expect(
      throws: IngestError.dialectMismatch(
        path: "text", dialect: "qualtrics", lacking: "a header record of `ImportId` cells")
    ) { try ExportDialects.read(file, dialect: "qualtrics") }
  }

  private func read(_ text: String) throws -> ExportTable {
    try ExportDialects.read(CSVReader(bytes: text.utf8, name: "text"))
  }
}

/// A current export: JSON identifiers, German wordings.
let qualtricsJSON = """
  StartDate,Status,IPAddress,RecipientEmail,Q1,Q2_1,Q2_2
  Anfangsdatum,Antworttyp,IP-Adresse,E-Mail,Mein Mentor <b>hört zu</b>.,Wie oft - je Monat? - Zeit,Wie oft - je Monat? - Vier-Augen-Gespräche
  "{""ImportId"":""startDate"",""timeZone"":""Europe/Berlin""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}"
  2024-01-01 09:00:00,0,192.0.2.1,,5,1,2
  2024-01-01 09:01:00,1,192.0.2.1,,4,1,2
  2024-01-01 09:02:00,Survey Preview,192.0.2.1,,4,1,2
  2024-01-01 09:03:00,2,,,3,1,2
  2024-01-01 09:04:00,8,,,3,1,2
  2024-01-01 09:05:00,IP Address,192.0.2.2,,-99,,

  """

/// The spelling of 2016 and 2017.
let qualtricsPython = """
  StartDate,Status,IPAddress,RecipientEmail,Q1,Q2_1
  Start Date,Response Type,IP Address,Email,Question,Stem - one
  "{'ImportId': 'startDate'}",{'ImportId': 'status'},{'ImportId': 'ipAddress'},{'ImportId': 'recipientEmail'},{'ImportId': 'QID1'},{'ImportId': 'QID2-1'}
  2017-01-01 09:00:00,0,192.0.2.1,,5,1
  """
