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

  /// Comparing takes the product of both lengths.
  @Test(.timeLimit(.minutes(1))) func namesThatNobodyMistypesAreNotCompared() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.of(long, among: [long + "b", "a"]) == nil)
    #expect(NearestName.of("a", among: [long, "b"]) == "b")
  }
}
