import SurveyIngest
import Testing
import TestSupport

@Suite struct TextFileTests {
  @Test func theByteOrderMarkIsNoText() throws {
    let folder = try ScratchFolder()
    folder.write([0xEF, 0xBB, 0xBF] + Array("é".utf8), to: "a")
    #expect(try TextFile.read(folder.path("a")) == "é")
  }

  @Test func anotherEncodingIsRefused() throws {
    let folder = try ScratchFolder()
    folder.write([0x61, 0xE9, 0x62], to: "a")
    #expect(throws: IngestError.self) { try TextFile.read(folder.path("a")) }
  }
}
