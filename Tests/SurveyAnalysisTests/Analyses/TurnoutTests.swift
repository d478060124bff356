import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct TurnoutTests {
  /// Persons 0 to 5: finished; finished after breaking off; two that broke off, of whom one only
  /// declined to say; one that left at once, twice; one of whom nothing is known.
  private func flow(completions: [Completion]) throws -> FormFlow {
    let off = SampleAnswer.missing(.brokenOff)
    let form = Sample.form(
      [
        SampleColumn("a", [1, 2, 3, 4, .missing(.refused), off, off, 5]),
        SampleColumn("b", [1, off, 3, off, off, off, off, nil]),
      ], persons: [0, 1, 1, 2, 3, 4, 4, 5], waves: [0, 0, 1, 0, 0, 0, 1, 0],
      completions: completions)
    let results = Analysed.results(
      Sample.dataset([form], waves: ["early", "late"]), invited: ["mentor": 10])
    return try #require(results.flow.forms.first)
  }

  @Test func partialResponsesCountInOneRateAndNotInTheOther() throws {
    let flow = try flow(completions: [
      .finished, .unfinished, .finished, .unfinished, .unfinished, .unfinished, .unfinished,
      .unknown,
    ])
    #expect(flow.personCount == 5)
    #expect(flow.partialPersonCount == 2)
    #expect(flow.silentPersonCount == 1)
    expectClose(flow.responseRate, .derived(0.5))
    expectClose(flow.completeResponseRate, .derived(0.3))
    #expect(flow.allWavesPersonCount == 1)
    #expect(flow.knowsCompletion)
  }

  @Test func whatIsBrokenOffWasAskedFor() throws {
    let early = try #require(try flow(completions: []).waves.first)
    #expect(early.askedCount == 12)
    #expect(early.missing == [.brokenOff: 5, .refused: 1, .skipped: 1])
  }

  @Test func withoutAWordOnTheEndNobodyIsPartial() throws {
    let flow = try flow(completions: [])
    #expect(flow.personCount == 6)
    #expect(flow.partialPersonCount == 0)
    expectClose(flow.completeResponseRate, .derived(0.6))
    #expect(!flow.knowsCompletion)
  }
}
