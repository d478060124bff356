import SurveyModel
import Testing

@testable import SurveyIngest

@Suite struct ExportDialectsTests {
  @Test func aPlainTableHasOneHeaderRecord() throws {
    let export = try ExportDialects.read(CSVReader(bytes: "a,b\n1,2\n".utf8, name: "text"))
    #expect(export.dialect == "plain")
    #expect(export.headerRecordCount == 1)
    #expect(export.facts == [ColumnFacts(index: 0, name: "a"), ColumnFacts(index: 1, name: "b")])
    #expect(export.table.texts == [["1", "2"]])
    #expect(export.droppedRows.isEmpty)
  }

  @Test func theCallerOverrulesDetection() throws {
    let file = try CSVReader(bytes: qualtricsJSON.utf8, name: "text")
    let export = try ExportDialects.read(file, dialect: "plain")
    #expect(export.dialect == "plain")
    // The record of import ids is no response, whatever the dialect.
    #expect(export.table.rowCount == 7)
    #expect(export.findings.map(\.code) == [.repeatedHeader])
  }

  @Test func aMisspeltDialectIsAnsweredWithTheNames() {
    #expect(
      throws: IngestError.unknownDialect(
        name: "quatrics", known: ["plain", "qualtrics", "qualtrics-legacy"])
    ) { try ExportDialects.named("quatrics") }
  }
}
