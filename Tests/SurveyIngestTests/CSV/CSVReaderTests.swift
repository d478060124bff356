import Testing

@testable import SurveyIngest

@Suite struct CSVReaderTests {
  @Test func quotedCellsKeepLineEndsDelimitersAndQuotes() throws {
    let table = try CSVReader.read(text: "a,b\n\"one\ntwo\",\"say \"\"yes\"\", please\"\n")
    #expect(table.texts == [["one\ntwo", "say \"yes\", please"]])
  }

  @Test func emptyQuotedEmptyAndAbsentCellsDiffer() throws {
    let table = try CSVReader.read(text: "a,b,c\n,\"\"\n")
    #expect(table.columns.map { $0.cellState(0) } == [.empty, .quotedEmpty, .absent])
    #expect(table.columns.map { $0.text(0) } == [nil, nil, nil])
  }

  @Test func spacesAroundUnquotedCellsAreDropped() throws {
    let table = try CSVReader.read(text: "a,b,c\n  yes\t,   ,\" no \"\n")
    #expect(table.texts == [["yes", nil, " no "]])
    #expect(table.columns[1].cellState(0) == .empty)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    let table = try CSVReader.read(text: "\u{FEFF}a,b\n1,2\n")
    #expect(table.columns.map(\.name) == ["a", "b"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndEndsARecord(lineEnd: String) throws {
    let text = ["a,b", "1,2", "", "3,4"].joined(separator: lineEnd)
    #expect(try CSVReader.read(text: text).texts == [["1", "2"], ["3", "4"]])
    #expect(try CSVReader.read(text: text + lineEnd).texts == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: [",", ";", "\t", "|"]) func theHeaderTellsTheDelimiter(delimiter: String) throws
  {
    let text = ["id", "\"a,b;c\"", "d"].joined(separator: delimiter) + "\n1,1,1,1,1\n"
    let reader = try CSVReader(bytes: text.utf8, name: "text")
    #expect(reader.preview.delimiter == delimiter.utf8.first)
    #expect(reader.preview.records[0] == ["id", "a,b;c", "d"])
  }

  @Test func theCallerOverrulesTheDelimiter() throws {
    let options = CSVOptions(delimiter: ASCII.comma)
    let table = try CSVReader.read(text: "a;b;c,d\n1;2;3,4\n", options: options)
    #expect(table.columns.map(\.name) == ["a;b;c", "d"])
  }

  @Test func emptyTabCellsStayInPlace() throws {
    let table = try CSVReader.read(text: "a\tb\tc\n\t\t3\n1\t\t\n")
    #expect(table.texts == [[nil, nil, "3"], ["1", nil, nil]])
    #expect(table.raggedRows.isEmpty)
  }

  @Test func raggedRowsAreKeptAndCounted() throws {
    let table = try CSVReader.read(text: "a,b\n1\n1,2,3\n1,2\n")
    #expect(table.texts == [["1", nil], ["1", "2"], ["1", "2"]])
    #expect(
      table.raggedRows == [
        RaggedRow(row: 0, cellCount: 1, expected: 2), RaggedRow(row: 1, cellCount: 3, expected: 2),
      ])
  }

  @Test func repeatedAndEmptyNamesKeepTheirPlace() throws {
    let table = try CSVReader.read(text: "a,,a,\n1,2,3,4\n")
    #expect(table.columns.map(\.name) == ["a", "", "a", ""])
    #expect(table.columns(named: "a").map(\.index) == [0, 2])
  }

  @Test func aTableWithoutHeaderNumbersItsColumns() throws {
    let table = try CSVReader.read(text: "5,6\n7,8\n", options: CSVOptions(headerRecordCount: 0))
    #expect(table.columns.map(\.name) == ["1", "2"])
    #expect(table.texts == [["5", "6"], ["7", "8"]])
  }

  @Test func aHugeCellArrivesWhole() throws {
    let huge = String(repeating: "a \"\"quoted\"\" word, and\n", count: 250_000)
    let table = try CSVReader.read(text: "a,b\n\"\(huge)\",2\n")
    let expected = huge.replacing("\"\"", with: "\"")
    #expect(table.columns[0].text(0) == expected)
    #expect(table.line(ofRecord: 0, column: 1) == 250_002)
  }

  @Test func theFirstRecordsCanBeSeenBeforeReading() throws {
    let reader = try CSVReader(bytes: "a,b\n\"x\ny\",\n1,2\n3,4\n".utf8, name: "text")
    #expect(reader.preview.records == [["a", "b"], ["x\ny", ""], ["1", "2"]])
    #expect(try reader.table(headerRecordCount: 2).texts == [["1", "2"], ["3", "4"]])
  }
}

extension RawTable {
  /// Every cell's text, row by row.
  var texts: [[String?]] {
    (0..<rowCount).map { row in columns.map { $0.text(row) } }
  }
}
