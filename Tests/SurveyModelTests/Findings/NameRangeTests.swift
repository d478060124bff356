import SurveyModel
import Testing

@Suite struct NameRangeTests {
  private let names = ["id", "A1", "A2", "A3", "B1"]

  @Test func standsForTheNamesBetweenItsEnds() {
    #expect(NameRange.expand("A1..A3", among: names) == ["A1", "A2", "A3"])
    #expect(NameRange.expand("A2..A2", among: names) == ["A2"])
  }

  @Test(arguments: ["A1", "A3..A1", "A1..Z9", "..A1", "A1..", ".."])
  func anythingElseIsNoRange(text: String) {
    #expect(NameRange.expand(text, among: names) == nil)
  }
}
