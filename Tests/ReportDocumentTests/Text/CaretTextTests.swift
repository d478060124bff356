import ReportDocument
import Testing

@Suite struct CaretTextTests {
  /// The lines of a text in which `‸` marks the place.
  private func lines(_ marked: String) -> [String] {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    return CaretText.lines(parts.joined(), at: parts[0].utf8.count)
  }

  @Test(arguments: [
    ("SELECT ‸x", ["  SELECT x", "         ^"]),
    ("SELECT\n  ‸x\nFROM y", ["    x", "    ^"]),
    ("SELECT x‸", ["  SELECT x", "          ^"]),
    ("\tSELECT ‸x", ["   SELECT x", "          ^"]),
    ("SELECT '日本', ‸x", ["  SELECT '日本', x", "                 ^"]),
    ("SELECT 'é', ‸x", ["  SELECT 'é', x", "              ^"]),
    ("SELECT 'e\u{301}', ‸x", ["  SELECT 'e\u{301}', x", "              ^"]),
  ]) func pointsAtThePlace(marked: String, shown: [String]) { #expect(lines(marked) == shown) }

  @Test func aLongLineIsCutOnBothSides() {
    let words = String(repeating: "a, ", count: 60)
    let shown = lines("SELECT \(words)‸x, \(words)")
    #expect(shown[0].count <= 80)
    #expect(shown[0].hasPrefix("  …") && shown[0].hasSuffix("…"))
    #expect(Array(shown[0])[shown[1].count - 1] == "x")
  }

  @Test(arguments: [-5, 3, 99]) func aPlaceOutsideIsTheNearestEnd(offset: Int) {
    #expect(CaretText.lines("abc", at: offset)[1] == (offset < 0 ? "  ^" : "     ^"))
  }

  @Test func whatSteersATerminalIsShown() {
    #expect(CaretText.lines("\u{1B}[2J", at: 0)[0] == "  ‹U+001B›[2J")
  }
}
