import NumericCore
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ControlledResultsTests {
  @Test(arguments: [(4, false, false), (5, true, false), (19, true, false), (20, false, true)])
  func groupsAreHiddenBandedOrShown(count: Int, isBanded: Bool, isFull: Bool) throws {
    let results = results(of: count)
    let contents = try (
      item: #require(results.item("a")).content, scale: #require(results.scale("s")).content,
      ticks: #require(results.multiSelects.first).content
    )
    #expect((contents.item.coarse != nil) == isBanded)
    #expect((contents.scale.coarse != nil) == isBanded)
    #expect((contents.ticks.coarse != nil) == isBanded)
    #expect((contents.item.detail != nil) == isFull)
    #expect((contents.scale.detail != nil) == isFull)
    #expect((contents.ticks.detail != nil) == isFull)
    #expect((results.reliabilities.first?.content.detail != nil) == isFull)
  }

  @Test(arguments: [4, 5, 19]) func countsBesideASmallGroupAreGone(count: Int) throws {
    let results = results(of: count, silent: 1)
    #expect(results.item("a")?.missing == [:])
    #expect(results.multiSelects.first?.nothingTickedCount == nil)
    #expect(results.multiSelects.first?.notShownCount == nil)
  }

  @Test func countsBesideALargeGroupStay() {
    let results = results(of: 20, silent: 2)
    #expect(results.item("a")?.missing == [.refused: 2])
    #expect(results.multiSelects.first?.nothingTickedCount == 2)
    #expect(results.flow.forms.first?.waves.first?.missing == [.refused: 6])
  }

  @Test(arguments: [(4, false), (19, false), (20, true)])
  func missingAnswersOfAWaveNeedALargeGroup(count: Int, isShown: Bool) {
    let wave = results(of: count).flow.forms.first?.waves.first
    #expect((wave?.missing != nil) == isShown)
    #expect((wave?.askedCount != nil) == isShown)
    #expect(wave?.base.personCount == count)
  }

  @Test(arguments: [(4, Int?.none), (5, 5)])
  func openAnswersOfAFewAreNotCounted(count: Int, shown: Int?) {
    #expect(results(of: count).openQuestions.first?.answeredCount == shown)
  }

  @Test(arguments: [4, 5, 19, 20])
  func thatAllAnswerAlikeIsToldOfLargeGroupsOnly(count: Int) {
    let form = Sample.form([SampleColumn("a", codes: [Int](repeating: 5, count: count))])
    let codes = Analysed.results(form, disclosure: .default).findings.map(\.code)
    #expect(codes == (count < 20 ? [] : [.constantItem]))
  }

  @Test(arguments: [4, 12, 24]) func unreversedItemsAreNamedInLargeGroupsOnly(count: Int) {
    let up = (0..<count).map { $0 % 5 + 1 }
    let columns = [
      SampleColumn("a", codes: up), SampleColumn("b", codes: up),
      SampleColumn("c", codes: up.map { 6 - $0 }),
    ]
    let scale = Sample.scale("s", of: .items(columns.map(\.item)))
    let codes = Analysed.results(Sample.form(columns, scales: [scale]), disclosure: .default)
      .findings.map(\.code)
    #expect(codes == (count < 20 ? [] : [.unreversedItem]))
  }

  @Test func aCoefficientNeedsEveryPairOfItemsToBeLarge() {
    let columns = ["a", "b", "c"].enumerated().map { place, id in
      SampleColumn(
        id, (0..<30).map { row in place == 2 && row >= 6 ? nil : .code((row + place) % 5 + 1) })
    }
    let scale = Sample.scale("s", of: .items(columns.map(\.item)))
    let result = Analysed.results(
      Sample.form(columns, scales: [scale]), missing: .pairwise, disclosure: .default
    ).reliabilities.first
    #expect(result?.base.personCount == 30)
    #expect(result?.weakestBase.personCount == 6)
    #expect(result?.content == .hidden(.tooFewForCoefficients(fullFrom: 20)))
  }

  /// That nobody of four was asked says that all four were assigned.
  @Test(arguments: [4, 12, 20]) func whoWasNotAskedIsToldOfLargeGroupsOnly(count: Int) {
    let condition = AskCondition(
      attributeID: "matched_how", values: ["assigned"], isAskedWhenEqual: false)
    let unasked = [SampleAnswer](repeating: .missing(.notAdministered), count: count)
    let column = SampleColumn("a", unasked, condition: condition)
    let scale = Sample.scale("s", of: .items([column.item]))
    let results = Analysed.results(
      Sample.form([column], scales: [scale]), disclosure: .default)
    #expect(results.item("a")?.content.isHidden == (count < 20))
    #expect(results.scale("s")?.content.isHidden == (count < 20))
    #expect(results.findings.isEmpty == (count < 20))
  }

  /// An empty column, such as a broken export has, must not pass for a small group.
  @Test(arguments: [19, 20]) func thatNobodyAnsweredIsToldOfLargeGroups(count: Int) {
    let column = SampleColumn("a", [SampleAnswer](repeating: nil, count: count))
    let results = Analysed.results(Sample.form([column]), disclosure: .default)
    #expect(results.item("a")?.base.personCount == 0)
    #expect(results.item("a")?.content.isHidden == (count < 20))
    #expect(results.item("a")?.missing.isEmpty == (count < 20))
    #expect(results.findings.map(\.code) == (count < 20 ? [] : [.itemNotShown]))
  }

  @Test func whatTheQuestionnaireDoesNotAskIsNoSecret() {
    let column = SampleColumn("a", [.missing(.notAdministered)], askedIn: ["late"])
    let results = Analysed.results(Sample.form([column]), disclosure: .default)
    #expect(results.item("a")?.content == .undefined(.notAdministered))
    #expect(results.findings.isEmpty)
  }

  /// Three items, ticks and a text of `count` persons, and rows of persons who decline.
  private func results(of count: Int, silent: Int = 0) -> AnalysisResults {
    let columns = ["a", "b", "c"].enumerated().map { place, id in
      SampleColumn(
        id,
        (0..<count).map { .code(($0 * (place + 1)) % 5 + 1) }
          + [SampleAnswer](repeating: .missing(.refused), count: silent))
    }
    let ticked: [[String]?] =
      (0..<count).map { $0 % 2 == 0 ? ["x"] : ["y"] } + [[String]?](repeating: [], count: silent)
    let texts: [String?] =
      [String?](repeating: "words", count: count) + [String?](repeating: nil, count: silent)
    let scale = Sample.scale("s", of: .items(columns.map(\.item)))
    return Analysed.results(
      Sample.form(
        columns, scales: [scale], ticks: [SampleTicks("q", options: ["x", "y"], ticked)],
        texts: ["o": texts]), disclosure: .default)
  }
}
