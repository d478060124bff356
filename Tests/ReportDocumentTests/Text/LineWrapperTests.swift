import TestSupport
import Testing

@testable import ReportDocument

@Suite struct LineWrapperTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("", 5, [""]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a abcdefgh b", 4, ["a", "abcd", "efgh", "b"]), ("日本語文字", 4, ["日本", "語文", "字"]),
    ("see 日本語", 6, ["see 日", "本語"]), ("58\u{A0}% of all", 6, ["58\u{A0}%", "of all"]),
  ])
  func breaksAtSpacesElseBetweenCharacters(text: String, width: Int, lines: [String]) {
    #expect(LineWrapper.columns(width).lines(text) == lines)
  }

  @Test func whatDoesNotFitIsCutWithAMark() {
    let wrapper = LineWrapper.columns(8)
    #expect(wrapper.lines("one two three four", atMost: 2) == ["one two", "three…"])
    #expect(wrapper.lines("one two three", atMost: 2) == ["one two", "three"])
  }

  @Test(arguments: HostileTexts.all)
  func noLineIsWiderThanItsRoom(text: String) {
    for size in [11.0, 13.5] {
      for line in LineWrapper.type(80, fontSize: size).lines(text, atMost: 3) {
        #expect(TypeWidth.of(line, fontSize: size) <= 80)
      }
    }
  }
}
