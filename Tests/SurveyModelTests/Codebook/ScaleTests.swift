import SurveyModel
import Testing

@Suite struct ScaleTests {
  @Test(
    arguments: [
      (.half, 5, 3), (.half, 4, 2), (.half, 1, 1), (.half, 0, 1),
      (.all, 5, 5), (.all, 0, 1), (.count(3), 5, 3), (.count(0), 5, 1),
    ] as [(ScoringRule.Minimum, Int, Int)])
  func aScoreNeedsSoManyAnswers(minimum: ScoringRule.Minimum, administered: Int, count: Int) {
    let rule = ScoringRule(method: .mean, minimumAnswered: minimum)
    #expect(rule.requiredCount(administered: administered) == count)
  }
}
