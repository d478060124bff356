import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct SourceTextTests {
  private static let text = "id,Ort\r\n1,Zürich\r\n2,\"a\nb\"\r3,x\n"

  @Test(
    arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252, .iso8859_1],
    [false, true])
  func aTableIsTheSameInEveryEncodingAndPacking(encoding: TextEncoding, isPacked: Bool) throws {
    let plain = Encoded.bytes(Self.text, as: encoding)
    let reader = try CSVReader(bytes: isPacked ? Encoded.gzip(plain) : plain, name: "x")
    let table = try reader.table()
    #expect(table.columns[1].text(0) == "Zürich")
    #expect((0..<3).map { table.line(ofRecord: $0) } == [2, 3, 5])
    // Nothing in this text sets the two Western encodings apart.
    let found = encoding == .windows1252 ? .iso8859_1 : encoding
    #expect(
      table.format
        == FileFormat(
          encoding: found, isEncodingAssumed: found == .iso8859_1, delimiter: ",",
          compression: isPacked ? .gzip : nil))
  }

  @Test func aGuessIsAFindingWithItsFirstLine() throws {
    let table = try CSVReader(
      bytes: Encoded.bytes("a\nx\nZürich\n", as: .iso8859_1), name: "x.csv"
    ).table()
    #expect(
      table.findings.first?.description
        == "x.csv:3: warning: the file is not UTF-8 and is read as ISO-8859-1; confirm it with `encoding: iso-8859-1` at its source (of a bare file `--encoding`), or state another [assumed-encoding]"
    )
  }

  @Test func whatIsStatedIsNoFinding() throws {
    let bytes = Encoded.bytes("a\n5 €\n", as: .windows1252)
    let options = CSVOptions(encoding: .windows1252)
    let table = try CSVReader(bytes: bytes, name: "x", options: options).table()
    #expect(table.columns[0].text(0) == "5 €")
    #expect(table.findings.first == nil)
    #expect(table.format.isEncodingAssumed == false)
  }
}
