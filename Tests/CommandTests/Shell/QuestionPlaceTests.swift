import Testing

@testable import AbacusCommands

@Suite struct QuestionPlaceTests {
  @Test func theMarkStandsUnderThePlaceInItsLine() {
    let place = QuestionPlace(11, in: "SELECT 1,\n x FROM t")
    #expect(place.line == 2 && place.column == 2)
    #expect(place.excerpt == ["   x FROM t", "   ^"])
  }

  @Test func wideCharactersTakeTheirRoom() {
    let place = QuestionPlace("漢字ö ".utf8.count, in: "漢字ö x")
    #expect(place.column == 5)
    #expect(place.excerpt == ["  漢字ö x", "        ^"])
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let text = String(repeating: "a", count: 200) + "b" + String(repeating: "c", count: 200)
    let place = QuestionPlace(200, in: text)
    #expect(place.column == 201)
    #expect(place.excerpt[0].count < 80)
    let mark = place.excerpt[1].count - 1
    #expect(Array(place.excerpt[0])[mark] == "b")
  }

  @Test(arguments: [-1, 99]) func anOffsetOutsideIsTheNearestEnd(offset: Int) {
    #expect(QuestionPlace(offset, in: "ab").column == (offset < 0 ? 1 : 3))
  }

  @Test func whatSteersATerminalIsShownAsWords() {
    #expect(QuestionPlace(0, in: "\u{1B}[2J").excerpt[0] == "  ‹U+001B›[2J")
  }
}
