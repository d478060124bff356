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

  /// The quote that closes line 3 is lost, and line 4 opens another.
  @Test func aRecordThatSwallowedAnotherIsLeftOut() throws {
    let text = """
      n,A,B,C,D,why
      1,3,4,5,1,because
      2,2,2,2,2,"well, it is so
      3,4,4,4,4,"and, so on"
      4,1,1,1,1,"first, line
      second, line"

      """
    // What is left of both has the cells of one.
    let swallowed = text.replacing("4,4,4,4,\"and", with: "4,4,4,4,and")
    #expect(
      try lines(swallowed) == [
        "a.csv:3: error: 1 record has other records inside a quoted cell and is left out; a quote is missing there or too many, and answers of several people stand in one record; export the file again [swallowed-record]"
      ])
    #expect(try read(swallowed).table.rowCount == 2)
  }

  @Test(arguments: [
    "1,1,1,1,\"a, b, c, d\ne, f, g, h\"", "1,1,1,1,\"1,5\n2,5\n3,5\"", "1,1,1,1,\"a,b,c,d,e,f\"",
  ])
  func anOpenAnswerOfSeveralLinesIsNone(record: String) throws {
    #expect(try lines("A,B,C,D,why\n" + record + "\n") == [])
  }

  @Test func ofFreeTextsTooEachIsLookedAt() throws {
    let others = (0..<6000).map { "\($0),1,1,1,1,answer \($0)\nof two, lines\n" }
    let rows = others.map {
      $0.replacing(",answer", with: ",\"answer").replacing("lines\n", with: "lines\"\n")
    }
    let text = "n,A,B,C,D,why\n" + rows.joined() + "x,1,1,1,1,\"so\ny,2,2,2,2,and so\"\n"
    let export = try read(text)
    #expect(export.table.columns[5].texts == nil)
    #expect(export.table.rowCount == 6000)
    #expect(export.findings.map(\.code) == [.swallowedRecord])
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
    #expect(export.findings.map(\.code) == [.repeatedHeader])
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

  @Test(arguments: ["PERSON,q1, Q2 ,q3", "Person,Q1,Q2,Q3"])
  func theHeaderInOtherCapitalsIsLeftOut(record: String) throws {
    let text = "person,Q1,Q2,Q3\na,1,2,3\n\(record)\nb,4,5,4\n"
    #expect(try read(text).table.rowCount == 2)
    #expect(try read(text).findings.map(\.code) == [.repeatedHeader])
  }

  @Test(arguments: ["person,Q3,Q2,Q1", "q3,q2,q1,person", "Q1,Q2,Q3,person"])
  func theHeaderInAnotherOrderStops(record: String) throws {
    let text = "person,Q1,Q2,Q3\na,1,2,3\n\(record)\nb,4,5,4\n"
    #expect(throws: IngestError.reorderedHeader(path: "a.csv", line: 3)) { try read(text) }
  }

  @Test func answersCalledAsColumnsAreAnswers() throws {
    let text = "A,B,C\nB,A,C\nC,C,A\nB,B,A\nA,B,C\n"
    #expect(try StrayRecords(of: plain(text)).export().table.rowCount == 3)
    let numbers = "x,1,2,3\na,3,2,1\nb,3,1,2\n"
    #expect(try StrayRecords(of: plain(numbers)).export().table.rowCount == 2)
  }

  private func plain(_ text: String) throws -> ExportTable {
    try PlainDialect.read(CSVReader(bytes: text.utf8, name: "a.csv"))
  }

  @Test func wordingsBelowTheHeaderAreLeftOut() throws {
    let wordings = ["Are you well?", "Do you sleep?", "What else?"]
    func kept(_ record: String) throws -> ExportTable {
      let text = "CASE,person,Q1,Q2,Q3\n\(record)\n1,a,1,2,3\n2,b,4,5,4\n"
      return try ExportDialects.read(
        CSVReader(bytes: text.utf8, name: "a.csv"), expected: ExpectedNames(wordings: wordings))
    }
    let export = try kept("Number,Person,Are you well?,do you sleep?,What else?")
    #expect(export.table.rowCount == 2)
    #expect(
      export.findings.map(\.description) == [
        "a.csv:2: error: 1 record describes the columns and is left out; look whether a wording or a unit stands in each cell, and remove such records from the file [repeated-header]"
      ])
    #expect(try kept("0,c,What else?,2,3").table.rowCount == 3)
  }

  @Test(
    arguments: [
      "id,1-5,1-5,1-5", ",points,points,points", "unit,cm,[kg],%", ",1 to 5,(1\u{2013}7),score",
    ])
  func unitsBelowTheHeaderAreLeftOut(record: String) throws {
    let text = "person,Q1,Q2,Q3\n\(record)\na,1,2,3\nb,4,5,4\n"
    #expect(try read(text).table.rowCount == 2)
    #expect(try read(text).findings.map(\.code) == [.repeatedHeader])
  }

  @Test(arguments: ["c,refused,refused,refused", "c,1-5,2,3", "c,Agree,Agree,Agree", "c,,,"])
  func textsOfAResponseAreNoUnits(record: String) throws {
    let text = "person,Q1,Q2,Q3\n\(record)\na,1,2,3\nb,4,5,4\n"
    #expect(try read(text).table.rowCount == 3)
  }

  @Test func theSecondLineOfSurveyMonkeyIsLeftOut() throws {
    let text =
      "Respondent ID,Q1,Which?,\n,Response,E-mail,Phone\n11,Agree,E-mail,\n12,Agree,,Phone\n"
    #expect(try read(text).table.rowCount == 2)
    #expect(try read(text).findings.map(\.code) == [.repeatedHeader])
  }

  @Test func countsAndDeviationsBelowTheResponsesAreTotals() throws {
    let text = "n,A,B\n1,3,4\n2,4,5\n3,1,\n"
    #expect(try read(text + "N,3,2\n").table.rowCount == 3)
    #expect(try read(text + "Mean,2.7,4.5\nSD,1.5,0.7\nN,3,2\n").table.rowCount == 3)
    // A person may be called so.
    #expect(try read(text + "N,4,2\n").table.rowCount == 4)
  }

  @Test func recordsWithOneCellMoreThanTheHeaderStop() throws {
    #expect(throws: IngestError.shiftedHeader(path: "a.csv")) {
      try read("person,Q1,Q2\n1,a,3,4\n2,b,4,5\n")
    }
    #expect(try read("person,Q1,Q2\na,3,4,\nb,4,5,\n").table.rowCount == 2)
    #expect(try read("person,Q1,Q2\na,3,4\nb,4,5,1\n").table.rowCount == 2)
  }
}
