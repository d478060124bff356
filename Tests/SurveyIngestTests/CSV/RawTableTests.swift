import Testing

@testable import SurveyIngest

@Suite struct RawTableTests {
  @Test func linesCountQuotedLineEndsBlankLinesAndEveryKindOfLineEnd() throws {
    let table = try CSVReader.read(text: "a,b\r\n\r\n\"x\r\ny\nz\",2\r\n3,4\n\n\n5,\"6\n\"\r7,8")
    #expect((0..<4).map { table.line(ofRecord: $0) } == [3, 6, 9, 11])
    #expect((0..<4).map { table.line(ofRecord: $0, column: 1) } == [5, 6, 9, 11])
  }

  @Test func aCellPastTheEndOfItsRecordHasTheLineOfTheLastOne() throws {
    let table = try CSVReader.read(text: "a,b,c\n1,\"x\ny\"\n")
    #expect(table.line(ofRecord: 0, column: 2) == 2)
  }

  @Test func linesAreFoundBehindManyRecords() throws {
    let text = "a,b\n" + (0..<5000).map { "\($0),\"x\ny\"\n" }.joined()
    let table = try CSVReader.read(text: text)
    for row in [0, 1, 1023, 1024, 1025, 4999] {
      #expect(table.line(ofRecord: row) == 2 + 2 * row)
    }
  }

  @Test func keptRowsStillKnowTheirPlaceInTheFile() throws {
    let table = try CSVReader.read(text: "a,b\n1,x\n2\n3,y\n4,x\n5\n")
    let kept = table.keeping(rows: [1, 2, 4])
    #expect(kept.texts == [["2", nil], ["3", "y"], ["5", nil]])
    #expect(kept.columns[1].texts == ["y"])
    #expect(kept.columns[1].cellState(0) == .absent)
    #expect(kept.line(ofRecord: 2) == 6)
    #expect(kept.recordNumber(ofRow: 1) == 3)
    #expect(kept.raggedRows.map(\.row) == [0, 2])
  }

  @Test func keptRowsOfATextColumnAreWhole() throws {
    let text = "a\n" + (0..<6000).map { "text \($0)\n" }.joined()
    let table = try CSVReader.read(text: text)
    #expect(table.columns[0].texts == nil)
    #expect(
      table.keeping(rows: [0, 4500, 5999]).texts == [["text 0"], ["text 4500"], ["text 5999"]])
  }
}
