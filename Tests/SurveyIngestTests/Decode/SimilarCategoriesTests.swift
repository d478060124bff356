import SurveyModel
import TestSupport
import Testing

/// Values of a category that any text may be.
@Suite struct SimilarCategoriesTests {
  private func findings(_ values: [String], options: String = "") throws -> [Finding] {
    let rows = values.enumerated().map { "\($0),3,\($1)\n" }.joined()
    return try SmallStudy.plain(
      "n,A,site\n" + rows, codebook: SmallStudy.codebook(attributes: "{id: site\(options)}")
    ).findings()
  }

  @Test func aMisspeltOneIsNamed() throws {
    #expect(
      try findings(["North", "North", "Nroth", "South"]).map(\.description) == [
        "a.csv:4:3: warning: attribute `site` has 1 value spelled nearly as another one; each counts as a group of its own, so correct the rows, or list its `options` [similar-categories]"
      ])
  }

  @Test(arguments: [["North", "North", "Nor4h"], ["2024 autumn", "2p24 autumn", "2024 autumn"]])
  func aLetterInPlaceOfADigitIsNamed(values: [String]) throws {
    #expect(try findings(values).map(\.code) == [.similarCategories])
  }

  @Test func ofTwoThatAreAsFrequentBothAreNamed() throws {
    let found = try findings(["North", "north"])
    #expect(found.map(\.code) == [.similarCategories])
    #expect(found.first?.message.contains("(lines 2, 3)") == true)
  }

  @Test(arguments: [
    ["North", "South"], ["Ward 1", "Ward 2"], ["2024 autumn", "2025 autumn"], ["Site A", "Site B"],
    ["AB", "AC"],
  ])
  func namesThatAreMeantToBeAlikeAreNot(values: [String]) throws {
    #expect(try findings(values) == [])
  }

  @Test func aListOfOptionsIsTheJudge() throws {
    #expect(try findings(["North", "Norths"], options: ", options: [North, Norths]") == [])
  }
}
