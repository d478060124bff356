import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct TranscoderTests {
  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func everyCharacterOfUnicodeSurvives(encoding: TextEncoding) throws {
    let text = "\u{1}a\u{7F}\u{80}é\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}🙂\u{10FFFF}"
    #expect(try transcoded(Encoded.bytes(text, as: encoding), encoding) == text)
  }

  /// The Unicode Consortium's table for code page 1252.
  @Test func theBytesOfWindowsAreItsCharacters() throws {
    let defined = (0x80...0x9F).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
    #expect(
      try transcoded(defined.map(UInt8.init), .windows1252) == "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
    let upper = try transcoded(Array(0xA0...0xFF), .windows1252)
    #expect(upper.unicodeScalars.map(\.value) == Array(0xA0...0xFF))
  }

  @Test func everyByteOfTheStandardIsACharacter() throws {
    let text = try transcoded(Array(1...0xFF), .iso8859_1)
    #expect(text.unicodeScalars.map(\.value) == Array(1...0xFF))
  }

  @Test(
    arguments: [
      (TextEncoding.windows1250, [0xA3, 0xF3, 0x64, 0x9F], "Łódź"),
      (.iso8859_2, [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
      (.windows1251, [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0], "Москва"),
      (.koi8R, [0xED, 0xCF, 0xD3, 0xCB, 0xD7, 0xC1], "Москва"),
      (.windows1253, [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"),
      (.iso8859_7, [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"),
      (.windows1254, [0x49, 0xF0, 0x64, 0xFD, 0x72], "Iğdır"),
      (.windows1257, [0x52, 0xEE, 0x67, 0x61], "Rīga"),
      (.iso8859_15, [0x35, 0xA4], "5€"),
      (.macintosh, [0x4B, 0x9A, 0x6C, 0x6E], "Köln"),
      (.ibm850, [0x4B, 0x94, 0x6C, 0x6E], "Köln"),
    ] as [(TextEncoding, [UInt8], String)])
  func otherEncodingsOfOneByteAreRead(encoding: TextEncoding, bytes: [UInt8], text: String) throws {
    #expect(try transcoded(bytes, encoding) == text)
  }

  @Test func aByteThatTheStatedEncodingLacksNamesIt() {
    let error = IngestError.unknownEncoding(path: "x", line: 1, byte: 0xFF, encoding: .windows1253)
    #expect(throws: error) { try transcoded([0xFF], .windows1253) }
    #expect("\(error)".contains("byte 0xFF on line 1 is no character of Windows-1253"))
  }

  @Test(
    arguments: [
      (
        [0x61, 0x0D, 0x0A, 0x81], TextEncoding.windows1252,
        IngestError.unknownEncoding(path: "x", line: 2, byte: 0x81)
      ),
      ([0x61, 0x0D, 0x00], .iso8859_1, .binaryFile(path: "x", line: 2)),
      (
        [0x0A, 0x00, 0x0D, 0x00, 0x00, 0xD8, 0x61, 0x00], .utf16LittleEndian,
        .brokenUTF16(path: "x", line: 3)
      ),
      ([0x00, 0x0A, 0xDC, 0x00], .utf16BigEndian, .brokenUTF16(path: "x", line: 2)),
      ([0x61, 0x00, 0x0A, 0x00, 0x3D, 0xD8], .utf16LittleEndian, .brokenUTF16(path: "x", line: 2)),
      ([0x61, 0x00, 0x62], .utf16LittleEndian, .brokenUTF16(path: "x", line: 1)),
      ([0x61, 0x00, 0x00, 0x00], .utf16LittleEndian, .binaryFile(path: "x", line: 1)),
    ] as [([UInt8], TextEncoding, IngestError)])
  func whatIsNoTextIsNamedWithItsLine(
    bytes: [UInt8], encoding: TextEncoding, error: IngestError
  ) {
    #expect(throws: error) { try transcoded(bytes, encoding) }
  }

  private func transcoded(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> String {
    let text = try bytes.withUnsafeBufferPointer {
      try Transcoder.utf8($0, from: encoding, path: "x")
    }
    return withExtendedLifetime(text) { String(decoding: text.elements, as: UTF8.self) }
  }
}
