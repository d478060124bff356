import SurveyQuery
import Testing

@Suite struct QueryErrorCaretTests {
  private func caret(_ marked: String, width: Int = 78) -> String? {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    return QueryError("", at: parts[0].utf8.count).caret(in: parts.joined(), width: width)
  }

  @Test(arguments: [
    ("SELECT ‸x", "SELECT x\n       ^"),
    ("SELECT\n  ‸x\nFROM y", "  x\n  ^"),
    ("SELECT x‸", "SELECT x\n        ^"),
    ("\tSELECT ‸x", " SELECT x\n        ^"),
    ("SELECT '日本', ‸x", "SELECT '日本', x\n               ^"),
    ("SELECT 'é', ‸x", "SELECT 'é', x\n            ^"),
    ("SELECT 'e\u{301}', ‸x", "SELECT 'e\u{301}', x\n            ^"),
  ]) func pointsAtThePlace(marked: String, shown: String) { #expect(caret(marked) == shown) }

  @Test func aLongLineIsCutOnBothSides() {
    let spaces = String(repeating: "a, ", count: 30)
    let shown = caret("SELECT \(spaces)‸x, \(spaces)", width: 20)
    #expect(shown == "… a, a, a, x, a, a,…\n           ^")
  }

  @Test func withoutAPlaceNothingIsShown() {
    #expect(QueryError("").caret(in: "SELECT") == nil)
    #expect(QueryError("", at: 99).caret(in: "SELECT") == nil)
  }
}
