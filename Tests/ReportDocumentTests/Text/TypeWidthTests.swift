import Testing

@testable import ReportDocument

@Suite struct TypeWidthTests {
  @Test func wideLettersTakeMoreRoomThanNarrowOnes() {
    #expect(TypeWidth.of("mmm", fontSize: 10) > 2 * TypeWidth.of("iii", fontSize: 10))
    #expect(TypeWidth.of("日", fontSize: 10) >= 10)
  }

  @Test func accentsTakeNoRoom() {
    #expect(TypeWidth.of("é", fontSize: 10) == TypeWidth.of("e", fontSize: 10))
    #expect(TypeWidth.of("e\u{301}", fontSize: 10) == TypeWidth.of("e", fontSize: 10))
  }

  @Test func widthGrowsWithTheFont() {
    #expect(TypeWidth.of("Text", fontSize: 20) == 2 * TypeWidth.of("Text", fontSize: 10))
  }
}
