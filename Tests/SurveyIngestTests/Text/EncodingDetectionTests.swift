import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct EncodingDetectionTests {
  private static let text = "id,Ort\n1,Zürich\n2,Café\n"

  @Test(arguments: [
    TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian,
  ])
  func aMarkDecidesAndIsSkipped(encoding: TextEncoding) throws {
    let bytes = Encoded.bytes(Self.text, as: encoding, marked: true)
    let found = try detect(bytes)
    #expect(found.encoding == encoding)
    #expect(found.markLength == (encoding == .utf8 ? 3 : 2))
    #expect(found.firstGuess == nil)
  }

  @Test(arguments: [
    TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian,
  ])
  func unicodeIsKnownWithoutAMark(encoding: TextEncoding) throws {
    let found = try detect(Encoded.bytes(Self.text, as: encoding))
    #expect(found.encoding == encoding)
    #expect(found.markLength == 0)
    #expect(found.firstGuess == nil)
  }

  @Test func unicodeOfSixteenBitsMayHoldOtherScripts() throws {
    let text = "Q1,Q2,Q3\n日本語,テスト,質問\n"
    #expect(try detect(Encoded.bytes(text, as: .utf16LittleEndian)).encoding == .utf16LittleEndian)
  }

  @Test func theOldWesternEncodingsAreGuessed() throws {
    let latin = try detect(Encoded.bytes(Self.text, as: .iso8859_1))
    #expect(latin.encoding == .iso8859_1)
    #expect(latin.firstGuess == 10)
    let windows = try detect(Encoded.bytes("a\n„Zürich“ – 5 €\n", as: .windows1252))
    #expect(windows.encoding == .windows1252)
    #expect(windows.firstGuess == 2)
  }

  /// "CAFÉ»" has two bytes that UTF-8 would take for one letter.
  @Test func aLetterThatLooksLikeUTF8IsNoProofOfIt() throws {
    let bytes = Encoded.bytes("a\n«CAFÉ»\nété\n", as: .iso8859_1)
    #expect(try detect(bytes).encoding == .iso8859_1)
  }

  @Test func damagedUTF8IsNotTakenForAnotherEncoding() {
    let bytes = Array("a\né\nè\n".utf8) + [0xE9, 0x0A]
    #expect(throws: IngestError.invalidUTF8(path: "x", line: 4, byte: 0xE9)) { try detect(bytes) }
    #expect(throws: IngestError.invalidUTF8(path: "x", line: 3, byte: 0xE9)) {
      try detect(Array("a\né\n".utf8) + [0xE9])
    }
    let cut = Array("a\n5 €".utf8).dropLast()
    #expect(throws: IngestError.invalidUTF8(path: "x", line: 2, byte: 0xE2)) {
      try detect(Array(cut))
    }
  }

  @Test func nothingIsGuessedWhereItMayNotBe() {
    let bytes = Encoded.bytes(Self.text, as: .iso8859_1)
    #expect(throws: IngestError.invalidUTF8(path: "x", line: 2, byte: 0xFC)) {
      try detect(bytes, mayGuess: false)
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32LE"),
      ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE"),
      ([0x61, 0, 0, 0, 0x62, 0, 0, 0], "UTF-32LE"), ([0, 0, 0, 0x61, 0, 0, 0, 0x62], "UTF-32BE"),
    ] as [([UInt8], String)])
  func unicodeOfThirtyTwoBitsIsRefused(bytes: [UInt8], name: String) {
    #expect(throws: IngestError.unsupportedEncoding(path: "x", encoding: name)) {
      try detect(bytes)
    }
  }

  @Test func aStrayNULIsNoUnicodeOfSixteenBits() {
    for text in ["id,name\n1,a\u{0}\n2,b\n", "id,name\n1,a\n2,b\u{0}\n"] {
      let line = text.contains("a\u{0}") ? 2 : 3
      #expect(throws: IngestError.binaryFile(path: "x", line: line)) {
        try detect(Array(text.utf8))
      }
    }
  }

  @Test func whatTheUserStatesIsNotQuestioned() throws {
    let bytes = Encoded.bytes(Self.text, as: .utf8)
    #expect(try detect(bytes, stated: .windows1252).encoding == .windows1252)
    let marked = Encoded.bytes(Self.text, as: .utf16BigEndian, marked: true)
    #expect(try detect(marked, stated: .utf16BigEndian).markLength == 2)
    #expect(throws: IngestError.invalidUTF8(path: "x", line: 2, byte: 0xFC)) {
      try detect(Encoded.bytes(Self.text, as: .iso8859_1), stated: .utf8)
    }
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}\u{0}", "an Excel workbook or another zip archive"),
    ("$FL2@(#)\u{0}", "an SPSS file"),
    ("%PDF-1.4\n\u{0}", "a PDF document"), ("BZh91AY\u{0}", "packed with bzip2"),
  ])
  func otherKindsOfFilesAreNamed(text: String, kind: String) {
    #expect(throws: IngestError.notText(path: "x", kind: kind)) { try detect(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<html>", "a web page"), ("\u{FEFF}\n <HTML lang=\"de\">é", "a web page"),
    ("<?xml version=\"1.0\"?>", "XML"), ("[\n  {\"id\": 1}\n]", "JSON"),
    ("{\"responses\": []}", "JSON"),
  ])
  func textsThatAreNoTableAreNamed(text: String, kind: String) throws {
    #expect(throws: IngestError.notText(path: "x", kind: kind)) { try detect(Array(text.utf8)) }
    #expect(try detect(Array(text.utf8), mayGuess: false).encoding == .utf8)
  }

  /// A column may be called so.
  @Test func textIsNoOtherKindOfFile() throws {
    #expect(try detect(Array("BZh,b\n1,2\n".utf8)).encoding == .utf8)
  }

  @Test(arguments: [[], [0x61], [0xFF], [0xFF, 0xFE], [0xE9]] as [[UInt8]])
  func shortFilesDoNoHarm(bytes: [UInt8]) throws {
    #expect(try detect(bytes).markLength <= bytes.count)
  }

  private func detect(
    _ bytes: [UInt8], stated: TextEncoding? = nil, mayGuess: Bool = true
  ) throws -> EncodingDetection {
    try bytes.withUnsafeBufferPointer {
      try EncodingDetection(of: $0, stated: stated, mayGuess: mayGuess, path: "x")
    }
  }
}
