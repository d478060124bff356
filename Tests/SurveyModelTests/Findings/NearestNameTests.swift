import SurveyModel
import Testing

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("titel", ["title", "codebook"], "title"),
      ("MA9", ["MA1", "MB1"], "MA1"),
      ("SCALES", ["scales"], "scales"),
      ("stem", ["items", "stems"], "stems"),
      ("on", ["no"], "no"),
      ("a", ["b"], "b"),
    ])
  func isSuggested(name: String, candidates: [String], nearest: String) {
    #expect(NearestName.of(name, among: candidates) == nearest)
  }

  @Test(
    arguments: [
      ("colour", ["name", "list"]), ("abc", []), ("", ["ab"]), ("ab", ["cd"]),
    ] as [(String, [String])])
  func nothingIsSuggestedWhereNothingIsNear(name: String, candidates: [String]) {
    #expect(NearestName.of(name, among: candidates) == nil)
  }

  @Test func theFirstOfEquallyNearNamesIsTaken() {
    #expect(NearestName.of("MA0", among: ["MA2", "MA1"]) == "MA2")
  }
}
