import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ScaleScoresTests {
  @Test func reverseKeysUseTheCodebooksLimits() {
    // Nobody chose 5: observed limits of 1 to 4 would give 2.5. (3 + 2 + (6 − 2.5)) / 3 = 17/6.
    let columns = [
      SampleColumn("a", [3, 3]), SampleColumn("b", [2, 2]),
      SampleColumn("c", [2, 3], keying: .reverse),
    ]
    let scores = scores(columns)
    expectClose((scores[0] ?? 0) / 2 + (scores[1] ?? 0) / 2, .published("2.83"))
    expectClose(scores[0], .derived(3))
    expectClose(scores[1], .derived(8.0 / 3))
  }

  @Test(
    arguments: [
      // answered of three, of five; half rounds up: two of three, three of five.
      ([1, nil, nil], Double?.none), ([1, 2, nil], 1.5), ([1, 2, 3], 2),
      ([1, 2, nil, nil, nil], nil), ([1, 2, 3, nil, nil], 2), ([1, 2, nil, nil], 1.5),
      ([5, nil, nil, nil], nil), ([4], 4), ([nil], nil),
    ] as [([SampleAnswer], Double?)])
  func halfRoundsUp(row: [SampleAnswer], score: Double?) {
    #expect(scores(row) == score)
  }

  @Test(
    arguments: [
      (
        [1, 2, .missing(.notAdministered), .missing(.notAdministered), .missing(.notAdministered)],
        1.5
      ),
      ([4, .missing(.notApplicable), .missing(.notAdministered)], 4),
      ([4, .missing(.refused), .missing(.unreadable)], nil),
      ([4, .missing(.brokenOff), .missing(.brokenOff), .missing(.brokenOff)], nil),
      ([4, 2, .missing(.brokenOff), .missing(.brokenOff)], 3),
      ([.missing(.notAdministered), .missing(.notAdministered)], nil),
    ] as [([SampleAnswer], Double?)])
  func theRuleCountsTheItemsAdministered(row: [SampleAnswer], score: Double?) {
    #expect(scores(row) == score)
  }

  @Test(arguments: [
    (ScoringRule.Minimum.half, [2, 3, nil, 5] as [SampleAnswer], 40.0 / 3),
    (.half, [2, 3, 4, 5], 14), (.count(1), [2, nil, nil, nil], 8),
    (.half, [2, 3, 4, .missing(.notAdministered)], 9),
    (.half, [2, 4, nil, .missing(.notAdministered)], 9),
  ])
  func aSumWithMissingItemsIsTheMeanTimesTheNumberAdministered(
    minimum: ScoringRule.Minimum, row: [SampleAnswer], score: Double
  ) {
    expectClose(
      scores(row, rule: ScoringRule(method: .sum, minimumAnswered: minimum)), .derived(score))
  }

  @Test func allMeansAllOfThoseAdministered() {
    let rule = ScoringRule(method: .mean, minimumAnswered: .all)
    #expect(scores([1, 2, nil], rule: rule) == nil)
    #expect(scores([1, 2, .missing(.notAdministered)], rule: rule) == 1.5)
  }

  @Test func rowsShownNothingAreNotAdministered() {
    let columns = [
      SampleColumn("a", [1, .missing(.notAdministered), nil]),
      SampleColumn("b", [2, .missing(.notAdministered), nil]),
    ]
    let form = Sample.form(columns)
    let result = ScaleScores(
      of: columns.map(\.item), rule: .default, in: form, rows: [0, 1, 2])
    #expect(result.scores == [1.5, nil, nil])
    #expect(result.administeredCount == 2)
  }

  @Test func aCompositeIsTheMeanOfItsParts() {
    let first = part([2, 4, nil]), second = part([4, nil, nil])
    let all = ScoringRule(method: .mean, minimumAnswered: .all)
    #expect(ScaleScores(of: [first, second], rule: all).scores == [3, nil, nil])
    #expect(ScaleScores(of: [first, second], rule: .default).scores == [3, 4, nil])
    let sum = ScoringRule(method: .sum, minimumAnswered: .all)
    #expect(ScaleScores(of: [first, second], rule: sum).scores == [6, nil, nil])
  }

  @Test func allPartsMeansThoseAfterABreakOffToo() {
    let all = ScoringRule(method: .mean, minimumAnswered: .all)
    let parts = [part([2, 4, 3]), part([4, .missing(.brokenOff), .missing(.notAdministered)])]
    #expect(ScaleScores(of: parts, rule: all).scores == [3, nil, 3])
  }

  @Test func aSumOfPartsWithOneMissingIsTheirMeanTimesTheNumberOfParts() {
    let half = ScoringRule(method: .sum, minimumAnswered: .half)
    #expect(ScaleScores(of: [part([2, 4]), part([4, nil])], rule: half).scores == [6, 8])
  }

  private func part(_ answers: [SampleAnswer]) -> ScaleScores {
    let column = SampleColumn("x", answers)
    return ScaleScores(
      of: [column.item], rule: .default, in: Sample.form([column]),
      rows: answers.indices.map(Int32.init))
  }

  private func scores(_ row: [SampleAnswer], rule: ScoringRule = .default) -> Double? {
    scores(row.enumerated().map { SampleColumn("i\($0)", [$1]) }, rule: rule)[0]
  }

  private func scores(_ columns: [SampleColumn], rule: ScoringRule = .default) -> [Double?] {
    ScaleScores(
      of: columns.map(\.item), rule: rule, in: Sample.form(columns),
      rows: columns[0].answers.indices.map(Int32.init)
    ).scores
  }
}
