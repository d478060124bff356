import Testing

@testable import ReportDocument

@Suite struct TextBarTests {
  @Test func partsFillTheBarWithoutARoundingGap() {
    #expect(TextBar.stacked([(1.0 / 3, "a"), (1.0 / 3, "b"), (1.0 / 3, "c")]).count == 20)
    #expect(TextBar.stacked([(0.5, "a"), (0.25, "b")]) == "aaaaaaaaaabbbbb")
  }

  @Test func sharesBeyondTheEndsAreCut() {
    #expect(
      TextBar.stacked([(2, "a"), (-1, "b"), (.nan, "c")]) == String(repeating: "a", count: 20))
  }

  @Test func marksThatMeetAreShownAsOne() {
    #expect(TextBar.strip([(0, "a"), (1, "b")]) == "a··················b")
    #expect(TextBar.strip([(0.5, "a"), (0.5, "b")]).contains("◈"))
  }
}
