import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct PairComparisonTests {
  @Test func onlyLinkedPairsCountAndEachOnce() throws {
    // Pair 0 twice on the mentor's side, pair 3 without a mentee, pair −1 unknown, pair 2 blank.
    let mentor = Sample.form(
      [SampleColumn("m", [4, 1, 2, nil, 5, 5])], persons: [0, 0, 1, 2, 3, 4],
      pairs: [0, 0, 1, 2, 3, -1])
    let mentee = Sample.form(
      [SampleColumn("e", [3, 5, 5])], id: "mentee", persons: [0, 1, 2], pairs: [0, 1, 2])
    let result = try #require(pair(mentor, mentee))
    #expect(result.base.pairCount == 2)
    #expect(result.base.firstPersonCount == 2)
    let detail = try #require(result.content.detail)
    expectClose(detail.first.mean, .derived(3))
    expectClose(detail.second.mean, .derived(4))
    expectClose(detail.gap, .derived(-1))  // (4 − 3 + 2 − 5) / 2
    expectClose(detail.exactAgreementRate, .derived(0))
    expectClose(detail.withinOneRate, .derived(0.5))
  }

  @Test func ownExperiencesHaveNoGapAndNoAgreement() throws {
    let detail = try #require(pair(simple.0, simple.1, kind: .mirrorExperience)?.content.detail)
    #expect(detail.gap == nil)
    #expect(detail.gapInterval == nil)
    #expect(detail.exactAgreementRate == nil)
    #expect(detail.withinOneRate == nil)
    expectClose(detail.first.mean, .derived(3))
  }

  @Test func theGapIsOfAnswersAsGivenAndHasAnInterval() throws {
    let detail = try #require(pair(simple.0, simple.1)?.content.detail)
    // Differences 0, 1, −1, 2: mean 0.5, variance 5/3, t(3) = 3.182446305284263.
    expectClose(detail.gap, .derived(0.5))
    let half = 3.182446305284263 * (5.0 / 12).squareRoot()
    expectClose(detail.gapInterval?.interval?.lower, .software(0.5 - half))
    expectClose(detail.exactAgreementRate, .derived(0.25))
    expectClose(detail.withinOneRate, .derived(0.75))
  }

  @Test func reverseKeyedItemsAreComparedAsAnswered() throws {
    let mentor = Sample.form([SampleColumn("m", [5], keying: .reverse)], pairs: [0])
    let mentee = Sample.form([SampleColumn("e", [4], keying: .reverse)], id: "mentee", pairs: [0])
    expectClose(pair(mentor, mentee)?.content.detail?.gap, .derived(1))
  }

  @Test func fewMentorsWithSeveralPairsHaveNoInterval() throws {
    let mentor = Sample.form(
      [SampleColumn("m", [4, 2, 3])], persons: [0, 0, 1], pairs: [0, 1, 2])
    let mentee = Sample.form([SampleColumn("e", [3, 5, 5])], id: "mentee", pairs: [0, 1, 2])
    let result = try #require(pair(mentor, mentee))
    #expect(result.content.detail?.gapInterval == .absent(.tooFewGroups(count: 2, required: 10)))
    expectClose(result.base.largestShare, .derived(2.0 / 3))
  }

  @Test func aPairScaleIsScoredByItsRuleAndKeyed() throws {
    let firsts = [SampleColumn("m1", [4, 5]), SampleColumn("m2", [2, nil], keying: .reverse)]
    let seconds = [SampleColumn("e1", [4, 1]), SampleColumn("e2", [3, 2], keying: .reverse)]
    let all = ScoringRule(method: .mean, minimumAnswered: .all)
    let scale = PairScale(
      id: "s", name: "S", first: firsts.map(\.item), second: seconds.map(\.item),
      kind: .sameTarget, scoring: all, location: Sample.location)
    let dataset = Sample.dataset(
      [
        Sample.form(firsts, pairs: [0, 1]), Sample.form(seconds, id: "mentee", pairs: [0, 1]),
      ], pairScales: [scale])
    let result = try #require(compare(dataset).first)
    #expect(result.base.pairCount == 1)
    expectClose(result.content.detail?.first.mean, .derived(4))  // 4 and 6 − 2
    expectClose(result.content.detail?.gap, .derived(0.5))  // second: 4 and 6 − 3
    #expect(result.content.detail?.exactAgreementRate == nil)
  }

  @Test func pairsOfDifferentWavesAreNotMixed() throws {
    let mentor = Sample.form([SampleColumn("m", [4, 2])], pairs: [0, 1], waves: [0, 1])
    let mentee = Sample.form(
      [SampleColumn("e", [3, 5])], id: "mentee", pairs: [0, 1], waves: [0, 0])
    let dataset = Sample.dataset(
      [mentor, mentee], pairItems: [link(.sameTarget)], waves: ["early", "late"])
    let pairs = compare(dataset)
    #expect(pairs.map(\.wave) == [0])
    #expect(pairs.first?.base.pairCount == 1)
  }

  private var simple: (FormResponses, FormResponses) {
    (
      Sample.form([SampleColumn("m", [4, 3, 1, 4])], pairs: [0, 1, 2, 3]),
      Sample.form([SampleColumn("e", [4, 2, 2, 2])], id: "mentee", pairs: [0, 1, 2, 3])
    )
  }

  private func link(_ kind: PairKind) -> PairItem {
    PairItem(
      id: "p", label: "P", firstID: "m", secondID: "e", kind: kind, location: Sample.location)
  }

  private func pair(
    _ mentor: FormResponses, _ mentee: FormResponses, kind: PairKind = .sameTarget
  ) -> PairResult? {
    compare(Sample.dataset([mentor, mentee], pairItems: [link(kind)])).first
  }

  /// Before disclosure control, which hides fewer than ten pairs whatever the study says.
  private func compare(_ dataset: SurveyDataset) -> [PairResult] {
    PairComparison(context: .of(dataset)).run()
  }
}
