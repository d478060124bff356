import Glibc
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct CSVReaderErrorTests {
  @Test(arguments: [
    ("", IngestError.emptyFile(path: "text")),
    ("\u{FEFF}\n\n", .emptyFile(path: "text")),
    ("a,b\n", .noDataRecords(path: "text", headerRecordCount: 1)),
    ("a,b", .noDataRecords(path: "text", headerRecordCount: 1)),
    ("a,b\n1,2\n\n3,\"four\n5,6\n", .unterminatedQuote(path: "text", line: 4)),
    ("\n\"a,b\n1,2\n", .unterminatedQuote(path: "text", line: 2)),
    ("a\n1\n2\n\u{0}\n", .binaryFile(path: "text", line: 4)),
  ])
  func refuses(text: String, error: IngestError) {
    #expect(throws: error) { try CSVReader.read(text: text) }
  }

  @Test(arguments: [
    (
      [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
      IngestError.unsupportedEncoding(path: "x", encoding: "UTF-32LE")
    ),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE9, 0x0A], .invalidUTF8(path: "x", line: 2, byte: 0xE9)),
    ([0x61, 0x0A, 0x31, 0x0A, 0x81, 0x0A], .unknownEncoding(path: "x", line: 3, byte: 0x81)),
    (
      [0x50, 0x4B, 3, 4, 0, 0, 0],
      .notText(path: "x", kind: "an Excel workbook or another zip archive")
    ),
  ])
  func refuses(bytes: [UInt8], error: IngestError) {
    #expect(throws: error) { try CSVReader(bytes: bytes, name: "x") }
  }

  @Test func refusesAMissingFile() {
    #expect(throws: IngestError.fileNotFound(path: "/no/such/file.csv")) {
      try CSVReader.read(path: "/no/such/file.csv")
    }
  }

  @Test func refusesAFolder() throws {
    let folder = try ScratchFolder()
    let path = folder.path("")
    #expect(throws: IngestError.notAFile(path: path)) { try CSVReader.read(path: path) }
    #expect(folder.names() != nil)
  }

  @Test func readsAPipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = "a,b\n1,2\n"
    #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try CSVReader.read(path: "/dev/fd/\(ends[0])").texts == [["1", "2"]])
  }

  @Test func refusesANameThatIsLongerThanAny() {
    let text = "a,\"" + String(repeating: "x", count: 32_768) + "\"\n1,2\n"
    #expect(throws: IngestError.nameTooLong(path: "text", column: 2, limit: 32_767)) {
      try CSVReader.read(text: text)
    }
  }

  @Test func refusesMoreColumnsThanAnyFileHas() {
    let text = String(repeating: "a,", count: 250_000) + "a\n1\n"
    #expect(throws: IngestError.tooManyColumns(path: "text", limit: 250_000)) {
      try CSVReader.read(text: text)
    }
  }

  /// A hundred thousand columns and as many records of one cell would take ten gigabytes.
  @Test func refusesAWideHeaderAboveNarrowRecords() {
    let text =
      String(repeating: "a,", count: 100_000) + "a\n" + String(repeating: "1\n", count: 100_000)
    #expect(throws: IngestError.tooRagged(path: "text")) { try CSVReader.read(text: text) }
  }

  @Test func recordsMayLackMostOfTheirCells() throws {
    let text = String(repeating: "a,", count: 999) + "a\n" + String(repeating: "1\n", count: 2000)
    let table = try CSVReader.read(text: text)
    #expect(table.raggedRows.count == 2000)
    #expect(table.columns[999].cellState(1999) == .absent)
  }

  /// A record in the place of a header may be as wide as the file is long.
  @Test func aRecordOfAMillionCellsIsOneRecord() throws {
    let text = "a,b\n" + String(repeating: "1,", count: 1_000_000) + "\n3,4\n"
    let table = try CSVReader.read(text: text)
    #expect(table.raggedRows == [RaggedRow(row: 0, cellCount: 1_000_001, expected: 2)])
    #expect(table.columns[1].text(1) == "4")
  }

  @Test func aLargeFileReadsLikeText() throws {
    let rows = (0..<200_000).map { "\($0),yes" }.joined(separator: "\n")
    let folder = try ScratchFolder()
    folder.write("id,answer\n" + rows, to: "large.csv")
    let path = folder.path("large.csv")
    let table = try CSVReader.read(path: path)
    #expect(table.rowCount == 200_000)
    #expect(table.columns[0].text(199_999) == "199999")
    #expect(table.line(ofRecord: 199_999) == 200_001)
  }
}
