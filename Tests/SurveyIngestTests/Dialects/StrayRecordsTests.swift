import SurveyModel
import Testing

@testable import SurveyIngest

/// Records that are no responses are left out and named; records that only look like it are not.
@Suite struct StrayRecordsTests {
  private func read(_ text: String) throws -> ExportTable {
    try ExportDialects.read(CSVReader(bytes: text.utf8, name: "a.csv"))
  }

  private func lines(_ text: String) throws -> [String] {
    try read(text).findings.map(\.description)
  }

  @Test func recordsOfDelimitersOnlyAreLeftOut() throws {
    let text = "n,A\n1,3\n,\n2,4\n\"\",\n ,\n"
    #expect(try read(text).table.columns[0].distinctTexts == ["1", "2"])
    #expect(
      try lines(text) == [
        "a.csv:3: warning: 3 records hold delimiters only and are left out (lines 3, 5, 6); give such responses an identifier if they should count [empty-record]"
      ])
    // A response with an identifier skipped everything and counts.
    #expect(try read("n,A\n1,\n2,4\n").table.rowCount == 2)
  }

  @Test func aFileOfSuchRecordsHoldsNoResponse() {
    #expect(throws: IngestError.noDataRecords(path: "a.csv", headerRecordCount: 1)) {
      try read("n,A\n,\n,\n")
    }
  }

  @Test func theHeaderOnceMoreIsLeftOut() throws {
    let text = "n,A,B\n1,3,4\nn,A,B\n2,4,5\n"
    #expect(try read(text).table.rowCount == 2)
    #expect(
      try lines(text) == [
        "a.csv:3: error: 1 record repeats the header and is left out; look whether parts of the file were pasted together [repeated-header]"
      ])
    #expect(try read(text).table.line(ofRecord: 1) == 4)
  }

  @Test func allHeaderRecordsOfQualtricsOnceMore() throws {
    let header = qualtricsJSON.split(separator: "\n").prefix(3).joined(separator: "\n")
    let export = try read(qualtricsJSON + header + "\n2024-01-02 09:00:00,0,192.0.2.7,,5,1,2\n")
    #expect(export.table.rowCount == 3)
    #expect(export.findings.map(\.code) == [.unknownStatus, .repeatedHeader])
    #expect(export.findings.last?.count == 3)
  }

  @Test func optionsNamedAsTheirColumnsAreAnswers() throws {
    let text = "n,Exams,Jobs,Life\n1,Exams,Jobs,Life\n2,Exams,,\n"
    #expect(try read(text).table.rowCount == 2)
    #expect(try read("A\nA\nB\n").table.rowCount == 2)
  }

  @Test(arguments: [
    "Total,2,7", "MEAN:,1.5,\"3,5\"", "Summe,,", "Average,50%,3.5", ",7,9", ",3.5,4.5",
  ])
  func totalsBelowTheResponsesAreLeftOut(record: String) throws {
    let text = "n,A,B\n1,3,4\n2,4,5\n\(record)\n"
    #expect(try read(text).table.rowCount == 2)
    #expect(
      try lines(text) == [
        "a.csv:4: error: 1 record below the responses holds totals and is left out; remove it from the file [summary-row]"
      ])
  }

  @Test(arguments: [
    "n,A\nTotal,3\n2,4\n", "n,A\n1,3\nTotal,Agree\n", "n,A\n1,3\nTotalitarian,4\n",
    "n,A\n1,3\n3,Total\n", "n,A\n1,3\n,3\n", "A,B\n3,4\n3,4\n", "n,A,B\n1,3,4\n,3,5\n",

  ])
  func otherRecordsCount(text: String) throws {
    #expect(try read(text).table.rowCount == 2)
    #expect(try read(text).findings.isEmpty)
  }

  @Test func theyAreFoundInBareFilesAndBelowBlankOnes() throws {
    let export = try read("n,A\n1,3\n,\nMean,3\n,\n")
    #expect(export.table.rowCount == 1)
    #expect(export.findings.map(\.code) == [.emptyRecord, .summaryRow])
  }
}
