import NumericCore
import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct BareAnalysisTests {
  @Test func columnsAreDescribedAsTheyStand() throws {
    let columns = analysis([[1, 2, nil, 4.5], [nil, nil, nil, nil]]).describe()
    #expect(columns[0].missingCount == 1)
    expectClose(try columns[0].description.get().mean, .derived(2.5))
    #expect(columns[0].meanInterval?.interval?.method == .studentT)
    #expect(columns[1].description == .failure(.tooFewValues(count: 0, required: 1)))
    #expect(columns[1].meanInterval == nil)
  }

  @Test func reversingUsesTheLimitsGiven() throws {
    let turned = analysis([[1, 2, 3], [1, 2, 3], [5, 6, 4]], reversed: [2])
      .reliability(policy: .listwise, limits: 1...6, asked: [])
    // 7 − 5, 7 − 6, 7 − 4 are 2, 1, 3: alpha 6/7.
    expectClose(turned.result.content.detail?.headline.value, .derived(6.0 / 7))
    #expect(turned.findings.isEmpty)
  }

  @Test func anUnreversedColumnIsAFinding() throws {
    let columns: [[Double?]] = [[1, 2, 3, 4], [1, 2, 3, 3], [2, 1, 3, 4], [4, 3, 2, 1]]
    let many = columns.map { column in (0..<5).flatMap { _ in column } }
    let result = analysis(many).reliability(policy: .listwise, limits: nil, asked: [])
    #expect(result.findings.map(\.code) == [.unreversedItem])
    #expect(result.findings.first?.subject == "V4")
    #expect(
      result.findings.first?.message
        == "`V4` runs against the other items and may need --reverse; nothing else was changed, so compare the wording"
    )
    let turned = analysis([many[0], many[0]] + many, reversed: [1]).reliability(
      policy: .listwise, limits: 1...4, asked: [])
    #expect(
      turned.findings.first?.message
        == "`V6` runs against the other items and may need --reverse; `V2` runs against the other items although --reverse turns it round, and may be worded like them; nothing else was changed, so compare the wording"
    )
  }

  @Test func fractionsGiveTheSameCoefficientAsWholeNumbers() throws {
    let whole = analysis([[1, 2, 3], [1, 2, 3], [2, 1, 3]])
    let halves = analysis([[0.5, 1, 1.5], [0.5, 1, 1.5], [1, 0.5, 1.5]])
    for analysis in [whole, halves] {
      let result = analysis.reliability(policy: .listwise, limits: nil, asked: []).result
      expectClose(result.content.detail?.headline.value, .derived(6.0 / 7))
    }
  }

  @Test func rowsWithoutAnyAnswerBelongToNobody() throws {
    let passport = analysis([[1, 2, 3, nil, 4], [1, 2, 3, nil, nil], [2, 1, 3, nil, 1]])
      .reliability(policy: .listwise, limits: nil, asked: []).result.content.detail?.headline
      .passport
    #expect(passport?.usedCount == 3)
    #expect(passport?.droppedCount == 1)
  }

  @Test func oneColumnIsTooFew() {
    #expect(
      analysis([[1, 2]]).reliability(policy: .listwise, limits: nil, asked: []).result.content
        == .undefined(.numeric(.tooFewItems(count: 1, required: 2))))
  }

  private func analysis(_ columns: [[Double?]], reversed: Set<Int> = []) -> BareAnalysis {
    BareAnalysis(
      columns: columns.enumerated().map { place, values in
        BareAnalysis.Column(
          name: "V\(place + 1)", values: values,
          keying: reversed.contains(place) ? .reverse : .forward)
      }, confidenceLevel: 0.95)
  }
}
