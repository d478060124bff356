import SurveyModel
import Testing

@Suite struct TextEncodingTests {
  @Test(arguments: TextEncoding.allCases) func theNameNamesIt(encoding: TextEncoding) {
    #expect(TextEncoding(named: encoding.rawValue) == encoding)
    #expect(TextEncoding(named: encoding.label) == encoding)
  }

  @Test(arguments: [
    ("UTF8", TextEncoding.utf8), ("UTF_16LE", .utf16LittleEndian), ("cp1252", .windows1252),
    ("ANSI", .windows1252), ("latin-1", .iso8859_1), ("ISO 8859-1", .iso8859_1),
    ("CP1250", .windows1250), ("latin2", .iso8859_2), ("ISO-8859-9", .windows1254),
    ("MacRoman", .macintosh), ("cp850", .ibm850), ("cp1251", .windows1251),
  ])
  func usualSpellingsAreKnown(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test(arguments: ["", "utf-16", "utf-32", "klingon", "shift-jis", "cp437"])
  func whatIsNotReadHasNoName(name: String) { #expect(TextEncoding(named: name) == nil) }

  @Test func theLabelIsTheUsualSpelling() {
    #expect(
      TextEncoding.allCases.map(\.label)
        == [
          "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252", "ISO-8859-1",
          "ISO-8859-15", "Windows-1250", "ISO-8859-2", "Windows-1251", "KOI8-R", "Windows-1253",
          "ISO-8859-7", "Windows-1254", "Windows-1257", "Mac Roman", "IBM850",
        ])
  }
}
