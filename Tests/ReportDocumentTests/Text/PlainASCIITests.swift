import Testing

@testable import ReportDocument

@Suite struct PlainASCIITests {
  @Test func everyOtherByteIsFoundInEveryPlace() {
    for length in [1, 7, 8, 9, 16, 21] {
      for place in 0..<length {
        for scalar in [0, 0x1F, 0x7F, 0x80, 0xA0, 0x2014].compactMap(Unicode.Scalar.init) {
          var scalars = [Unicode.Scalar](repeating: "~", count: length)
          scalars[place] = scalar
          let text = String(String.UnicodeScalarView(scalars))
          #expect(!text.isPlainASCII, "U+\(String(scalar.value, radix: 16)) at \(place)")
        }
      }
    }
  }

  @Test func visibleCharactersAndSpacesAreAll() {
    let all = String(String.UnicodeScalarView((0x20...0x7E).compactMap { Unicode.Scalar($0) }))
    #expect(all.isPlainASCII && "".isPlainASCII && " ~".isPlainASCII)
  }

  @Test(arguments: ["", " ", "a", " a", "a  b ", "Grüße an alle", "   "])
  func wordsAreThePartsBetweenSpaces(text: String) {
    #expect(text.words == text.split(separator: " ", omittingEmptySubsequences: false))
  }
}
