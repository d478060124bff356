import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

/// Random bytes are a table or an error, and never end the process.
@Suite struct RandomBytesTests {
  private static let pieces: [[UInt8]] = [
    [0x1F, 0x8B], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0x00], [0x00, 0xD8],
    [0xD8, 0x00],
    [0x61, 0x00], [0x00, 0x61], [0xC3, 0xA9], [0xE9], [0x81], [0x93], [0xF0, 0x9F, 0x99, 0x82],
    [0xE2, 0x82],
    [0x0A], [0x0D], [0x0D, 0x0A], [0x22], [0x22, 0x22], [0x2C], [0x3B], [0x09], [0x7C], [0x20],
    [0x31],
    Array("a,b\n".utf8), Array("1,2\n".utf8),
  ]

  @Test(arguments: 0..<100) func aTableOrAnError(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 0...40, using: &random)
      var bytes = (0..<count).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }
      if Bool.random(using: &random) { bytes = Encoded.gzip(bytes) }
      if !bytes.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      }
      let stated = [nil] + TextEncoding.allCases.map(Optional.some)
      do {
        let options = CSVOptions(encoding: stated.randomElement(using: &random) ?? nil)
        let table = try CSVReader(bytes: bytes, name: "x", options: options).table()
        for row in 0..<table.rowCount { #expect(table.line(ofRecord: row) > 0) }
      } catch is IngestError {
      }
    }
  }
}
