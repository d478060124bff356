import NumericCore
import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct GapSelectionTests {
  @Test func theLevelAllowsForAllGapsLookedAt() throws {
    // Differences 0, 1, −1, 2 as in PairComparisonTests, beside a second question with a gap of 2.
    let results = results(
      first: [[3, 4, 2, 5], [5, 4, 5, 5]], second: [[3, 3, 3, 3], [3, 2, 3, 3]])
    let selection = try #require(results.gapSelection(level: 0.95))
    #expect(selection.count == 2)
    #expect(selection.gaps.map(\.result.id) == ["p1", "p0"])  // largest first
    #expect(selection.gaps.map(\.value) == [2, 0.5])
    // t(3) at 1 − .05 / 2 / 2 = .9875, the root of Student’s integral by mpmath 1.3 with 30 digits: 4.176534846104499.
    let half = 4.176534846104499 * (5.0 / 12).squareRoot()
    let interval = try #require(selection.gaps[1].interval.interval)
    expectClose(interval.lower, .software(0.5 - half))
    expectClose(interval.level, .derived(0.975))
    // All differences of the second are 2: nothing varies, so there is no interval and no claim.
    #expect(selection.gaps[0].interval == .absent(.numeric(.constantValues(item: nil))))
    #expect(selection.withoutIntervalCount == 1)
    #expect(selection.standingOut.isEmpty)
  }

  @Test func gapsOfDifferentRangesCompareByTheirShareOfTheRange() throws {
    let wide = Sample.scale("wide", codes: 0...10, kind: .numeric)
    let first = [
      SampleColumn("m0", [5, 4, 5, 4]), SampleColumn("m1", [6, 8, 7, 7], on: wide),
    ]
    let second = [
      SampleColumn("e0", [4, 3, 4, 2]), SampleColumn("e1", [5, 5, 6, 6], on: wide),
    ]
    // 1.25 of 4 points is more than 1.5 of 10.
    let selection = try #require(results(first, second).gapSelection(level: 0.95))
    #expect(selection.gaps.map(\.result.id) == ["p0", "p1"])
  }

  @Test func ownExperiencesAndEarlierWavesAreNoGapsLookedAt() throws {
    let own = results(
      [SampleColumn("m0", [5, 4])], [SampleColumn("e0", [1, 2])], kind: .mirrorExperience)
    #expect(own.gapSelection(level: 0.95) == nil)
  }

  @Test func pairScalesCountAmongTheGaps() throws {
    let first = [SampleColumn("m0", [5, 4, 3]), SampleColumn("m1", [5, 4, 4])]
    let second = [SampleColumn("e0", [1, 2, 3]), SampleColumn("e1", [1, 2, 2])]
    let scale = PairScale(
      id: "s", name: "S", first: first.map(\.item), second: second.map(\.item),
      kind: .sameTarget, scoring: .default, location: Sample.location)
    let selection = try #require(
      results(first, second, scales: [scale]).gapSelection(level: 0.95))
    #expect(Set(selection.gaps.map(\.result.id)) == ["p0", "p1", "s"])
  }

  @Test(
    arguments: [
      // The first of two shares of 100 rows lies above the second at 97.5 % each, or does not.
      ([70, 30], [true, true], 0, true), ([52, 50], [true, true], 0, false),
      ([30, 70, 30], [true, true, true], 1, true), ([70, 30], [true, false], 0, nil),
    ] as [([Int], [Bool], Int, Bool?)])
  func theLargestShareStandsOutWhereItsIntervalLiesAboveTheOthers(
    counts: [Int], independent: [Bool], largest: Int, standsOut: Bool?
  ) throws {
    let shares = try counts.map { try Proportion(successCount: $0, totalCount: 100) }
    let selection = try #require(
      ShareSelection(of: shares, areIndependent: independent, level: 0.95))
    #expect(selection.largest == largest)
    #expect(selection.standsOut == standsOut)
  }

  @Test func oneShareIsNoChoice() throws {
    let share = try Proportion(successCount: 1, totalCount: 2)
    #expect(ShareSelection(of: [share], areIndependent: [true], level: 0.95) == nil)
  }

  private func results(first: [[Int]], second: [[Int]]) -> AnalysisResults {
    results(
      first.enumerated().map { SampleColumn("m\($0)", codes: $1) },
      second.enumerated().map { SampleColumn("e\($0)", codes: $1) })
  }

  private func results(
    _ first: [SampleColumn], _ second: [SampleColumn], kind: PairKind = .sameTarget,
    scales: [PairScale] = []
  ) -> AnalysisResults {
    let pairs = (0..<Int32(first[0].answers.count)).map { $0 }
    let items = zip(first, second).enumerated().map { index, sides in
      PairItem(
        id: "p\(index)", label: "P\(index)", firstID: sides.0.item.id, secondID: sides.1.item.id,
        kind: kind, location: Sample.location)
    }
    let dataset = Sample.dataset(
      [Sample.form(first, pairs: pairs), Sample.form(second, id: "mentee", pairs: pairs)],
      pairItems: items, pairScales: scales)
    var results = Analysed.results(dataset)
    // Pair tables of fewer than ten pairs are hidden, whatever a study says; here all are shown.
    results.pairs = PairComparison(context: .of(dataset)).run()
    return results
  }
}
