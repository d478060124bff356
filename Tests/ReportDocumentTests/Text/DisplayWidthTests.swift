import Testing

@testable import ReportDocument

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("日本語", 6), ("e\u{301}", 1), ("é", 1), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("한글", 4), ("ﾊ", 1),
    ("", 0), ("−", 1), ("█░", 2), ("❤\u{FE0F}", 2), ("\u{200B}", 0),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
