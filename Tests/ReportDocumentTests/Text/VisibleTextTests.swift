import TestSupport
import Testing

@testable import ReportDocument

@Suite struct VisibleTextTests {
  @Test(arguments: HostileTexts.all)
  func nothingUnsafeRemains(text: String) {
    #expect(!VisibleText.clean(text).unicodeScalars.contains(where: VisibleText.isUnsafe))
  }

  @Test(arguments: [
    ("a\u{202E}b", "a‹U+202E›b"), ("\u{1B}[31m", "‹U+001B›[31m"), ("a\r\nb\tc", "a b c"),
    ("\u{200F}x\u{200E}", "x"), ("\u{E0041}", "‹U+E0041›"), ("plain é 日", "plain é 日"),
  ])
  func controlsAreShownOrDropped(text: String, shown: String) {
    #expect(VisibleText.clean(text) == shown)
  }

  @Test func linesAreKeptOnRequest() {
    #expect(VisibleText.cleanLines("a\n  b\r\nc\u{0}") == ["a", "  b", "c‹U+0000›"])
  }
}
