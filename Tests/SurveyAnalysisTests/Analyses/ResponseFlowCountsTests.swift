import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ResponseFlowCountsTests {
  @Test func rowsAreNotPersons() throws {
    let mentor = try #require(flow.forms.first)
    #expect(mentor.personCount == 3)
    #expect(mentor.waves.map(\.base.rowCount) == [3, 2])
    #expect(mentor.waves.map(\.base.personCount) == [2, 2])
    #expect(mentor.allWavesPersonCount == 1)
  }

  @Test func theResponseRateIsOfPersons() throws {
    #expect(flow.forms[0].invitedCount == 6)
    expectClose(flow.forms[0].responseRate, .derived(0.5))
    #expect(flow.forms[1].responseRate == nil)  // nobody said how many were invited
  }

  @Test func linkedPairsHaveAnswersFromBothSides() {
    #expect(flow.linkedPairCount == 2)
    #expect(flow.pairCount == 4)
    #expect(flow.forms[0].linkedPersonCount == 1)
    #expect(flow.forms[1].linkedPersonCount == 2)
  }

  @Test func missingAnswersAreSharesOfThoseAskedFor() throws {
    let early = try #require(flow.forms.first?.waves.first)
    #expect(early.askedCount == 4)  // three rows of two items, two cells not shown
    #expect(early.missing == [.skipped: 1, .refused: 1, .notAdministered: 2])
  }

  @Test func namelessRowsCantBeFoundInTwoWaves() {
    let form = Sample.form([SampleColumn("a", [1, 2])], waves: [0, 1])
    let results = Analysed.results(Sample.dataset([form], waves: ["early", "late"]))
    #expect(results.flow.forms.first?.allWavesPersonCount == nil)
    #expect(results.flow.pairCount == nil)
  }

  private var flow: ResponseFlow {
    let mentor = Sample.form(
      [
        SampleColumn("a", [1, nil, .missing(.refused), 4, 5]),
        SampleColumn("b", [3, .missing(.notAdministered), .missing(.notAdministered), 4, 5]),
      ], persons: [0, 0, 1, 0, 2], pairs: [0, 1, 2, 0, 3], waves: [0, 0, 0, 1, 1])
    let mentee = Sample.form(
      [SampleColumn("e", [1, 2])], id: "mentee", persons: [0, 1], pairs: [0, 1], waves: [0, 0])
    return Analysed.results(
      Sample.dataset([mentor, mentee], waves: ["early", "late"]), invited: ["mentor": 6]
    ).flow
  }
}
