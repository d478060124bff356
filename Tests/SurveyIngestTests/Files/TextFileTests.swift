import SurveyIngest
import Testing
import TestSupport

@Suite struct TextFileTests {
  @Test func theByteOrderMarkIsNoText() throws {
    let folder = try ScratchFolder()
    folder.write([0xEF, 0xBB, 0xBF] + Array("é".utf8), to: "a")
    #expect(try TextFile.read(folder.path("a")) == "é")
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], [0xFE, 0xFF, 0x00, 0x61, 0x00, 0xE9],
    ] as [[UInt8]])
  func unicodeOfSixteenBitsIsRead(bytes: [UInt8]) throws {
    let folder = try ScratchFolder()
    folder.write(bytes, to: "a")
    #expect(try TextFile.read(folder.path("a")) == "aé")
  }

  @Test func theNameOfStandardInputIsAFileHere() {
    #expect(throws: IngestError.fileNotFound(path: "-")) { try TextFile.read("-") }
  }

  @Test func whatNobodyWroteIsTooLarge() throws {
    let folder = try ScratchFolder()
    folder.write([UInt8](repeating: 0x61, count: (16 << 20) + 1), to: "a")
    #expect(throws: IngestError.tooLarge(path: "x", limit: 16 << 20)) {
      do {
        _ = try TextFile.read(folder.path("a"))
      } catch IngestError.tooLarge(_, let limit) {
        throw IngestError.tooLarge(path: "x", limit: limit)
      }
    }
  }

  @Test func anotherEncodingIsRefused() throws {
    let folder = try ScratchFolder()
    folder.write([0x61, 0xE9, 0x62], to: "a")
    #expect(throws: IngestError.self) { try TextFile.read(folder.path("a")) }
  }
}
