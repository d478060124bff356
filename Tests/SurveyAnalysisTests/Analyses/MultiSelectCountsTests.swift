import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct MultiSelectCountsTests {
  private let ticks = SampleTicks(
    "q", options: ["x", "y", "none"], [["x", "y"], ["x"], ["none"], [], [], nil])

  @Test func threeStatesAreKeptApart() throws {
    let result = try #require(Analysed.results(Sample.form([], ticks: [ticks])).multiSelects.first)
    #expect(result.base.rowCount == 3)
    #expect(result.nothingTickedCount == 2)
    #expect(result.notShownCount == 1)
  }

  @Test func sharesAreOfThoseWhoTickedAnything() throws {
    let result = try #require(Analysed.results(Sample.form([], ticks: [ticks])).multiSelects.first)
    let options = try #require(result.content.detail?.options)
    #expect(options.map(\.proportion.successCount) == [2, 1, 1])
    #expect(options.allSatisfy { $0.proportion.totalCount == 3 })
    #expect(options.allSatisfy { $0.interval.interval?.method == .wilson })
  }

  @Test func repeatedPersonsHaveNoInterval() throws {
    let form = Sample.form([], ticks: [ticks], persons: [0, 0, 1, 2, 3, 4])
    let options = try #require(Analysed.results(form).multiSelects.first?.content.detail?.options)
    #expect(options[0].interval == .absent(.personsRepeat(rows: 3, persons: 2)))
  }

  @Test(
    arguments: [
      ([nil, nil], Undefined.notAdministered), ([nil, []], .noAnswers),
    ] as [([[String]?], Undefined)])
  func nothingShownAndNothingTickedAreDifferent(rows: [[String]?], reason: Undefined) {
    let form = Sample.form([], ticks: [SampleTicks("q", options: ["x"], rows)])
    #expect(Analysed.results(form).multiSelects.first?.content == .undefined(reason))
  }

  @Test func openQuestionsCountWhoWroteSomething() throws {
    let form = Sample.form(
      [], texts: ["o": ["some words", nil, "more", nil]], persons: [0, 0, 0, 1])
    let result = try #require(Analysed.results(form).openQuestions.first)
    #expect(result.answeredCount == 2)
    #expect(result.base.personCount == 1)
    #expect(result.rowCount == 4)
  }
}
