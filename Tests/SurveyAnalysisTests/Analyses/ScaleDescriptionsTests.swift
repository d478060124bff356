import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct ScaleDescriptionsTests {
  private let columns = [
    SampleColumn("a", [1, 2, 5, nil, nil]), SampleColumn("b", [3, 2, 5, nil, 4]),
    SampleColumn("c", [1, nil, 2, nil, nil], keying: .reverse),
  ]

  @Test func scoresAreDescribed() throws {
    let result = try #require(results().scale("s"))
    // 1, 3, 6 − 1 = 5 give 3; 2, 2 give 2; 5, 5, 4 give 14/3; one of three is too few.
    expectClose(result.content.detail?.description.mean, .derived((3 + 2 + 14.0 / 3) / 3))
    #expect(result.base.rowCount == 3)
    #expect(result.unscoredCount == 2)
  }

  @Test func aCompositeNeedsItsPartsByItsRule() throws {
    let scales = [
      Sample.scale("x", of: .items([columns[0].item])),
      Sample.scale("y", of: .items([columns[1].item])),
      Sample.scale(
        "all", of: .subscales(["x", "y"]),
        scoring: ScoringRule(method: .mean, minimumAnswered: .all)),
      Sample.scale("half", of: .subscales(["x", "y"])),
    ]
    let results = Analysed.results(Sample.form(columns, scales: scales))
    expectClose(results.scale("all")?.content.detail?.description.mean, .derived(3))  // 2, 2, 5
    expectClose(results.scale("half")?.content.detail?.description.mean, .derived(3.25))
    #expect(results.scale("all")?.unscoredCount == 2)
  }

  @Test func aSubscaleThatNobodyWasShownIsNoPart() throws {
    let unseen = SampleColumn("u", [SampleAnswer](repeating: .missing(.notAdministered), count: 5))
    let scales = [
      Sample.scale("x", of: .items([columns[0].item])),
      Sample.scale("u", of: .items([unseen.item])),
      Sample.scale(
        "all", of: .subscales(["x", "u"]),
        scoring: ScoringRule(method: .mean, minimumAnswered: .all)),
    ]
    let results = Analysed.results(Sample.form(columns + [unseen], scales: scales))
    expectClose(results.scale("all")?.content.detail?.description.mean, .derived(8.0 / 3))
    #expect(results.scale("u")?.content == .undefined(.notAdministered))
  }

  @Test func theRangeOfAScoreFollowsTheRule() {
    let items = columns.map(\.item)
    let sum = ScoringRule(method: .sum, minimumAnswered: .half)
    let scales = [
      Sample.scale("mean", of: .items(items)), Sample.scale("sum", of: .items(items), scoring: sum),
      Sample.scale("parts", of: .subscales(["mean"])),
    ]
    let form = Sample.form(columns, scales: scales).form
    #expect(scales.map { ScoreRange.of($0, in: form) } == [1...5, 3...15, 1...5])
  }

  @Test func aSumOfSumsReachesAsHighAsItsPartsTogether() {
    let sum = ScoringRule(method: .sum, minimumAnswered: .all)
    let scales = [
      Sample.scale("x", of: .items([columns[0].item, columns[1].item]), scoring: sum),
      Sample.scale("y", of: .items([columns[2].item]), scoring: sum),
      Sample.scale("both", of: .subscales(["x", "y"]), scoring: sum),
      Sample.scale("between", of: .subscales(["x", "y"])),
    ]
    let form = Sample.form(columns, scales: scales).form
    #expect(ScoreRange.of(scales[2], in: form) == 3...15)
    #expect(ScoreRange.of(scales[3], in: form) == 1...10)  // with one part missing
  }

  @Test(arguments: [
    ([1.0, 1.49, 1.5, 5.0], 1.0, 5.0, [2, 1, 0, 0, 0, 0, 0, 1], 0.5),
    ([10.0 / 3, 2.0], 1.0, 4.0, [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0], 0.25),
    ([0.0, 10.0, 9.999999999999998], 0.0, 10.0, [1, 0, 0, 0, 0, 0, 0, 0, 0, 2], 1),
    ([4.0, 20.0], 4.0, 20.0, [1, 0, 0, 0, 0, 0, 0, 1], 2),
  ])
  func binsAreClosedBelowAndTheLastOneAbove(
    values: [Double], lower: Double, upper: Double, counts: [Int], width: Double
  ) {
    let bins = HistogramBin.bins(of: values, range: lower...upper)
    #expect(bins.map(\.count) == counts)
    expectClose(bins.first?.lower, .derived(lower))
    expectClose(bins.last?.upper, .derived(upper))
    expectClose(bins.first.map { $0.upper - $0.lower }, .derived(width))
  }

  @Test func aScoreARoundingErrorBelowALimitIsOnIt() {
    let bins = HistogramBin.bins(of: [(1.1 + 2.2 + 1.2) / 3 - 1e-15], range: 1...5)
    #expect(bins.map(\.count) == [0, 1, 0, 0, 0, 0, 0, 0])
  }

  @Test func aRangeWithoutWidthIsOneBin() {
    let bins = HistogramBin.bins(of: [3, 3], range: 3...3)
    #expect(
      bins == [HistogramBin(lower: 3, upper: 3, highest: nil, includesUpper: true, count: 2)])
  }

  @Test(arguments: [
    // items, codes, sum?, bins, possible scores in each and in the last
    (4, 1...5, false, 17, 1, 1), (2, 1...5, false, 9, 1, 1), (8, 1...5, false, 11, 3, 3),
    (21, 0...3, true, 8, 8, 8), (7, 1...5, false, 10, 3, 2), (5, 0...4, true, 21, 1, 1),
  ])
  func everyBinHoldsEquallyManyPossibleScores(
    items: Int, codes: ClosedRange<Int>, isSum: Bool, count: Int, each: Int, last: Int
  ) throws {
    // All scores that complete answers can give, each once: every bin counts what it can hold.
    let steps = items * (codes.upperBound - codes.lowerBound)
    let divisor = isSum ? 1.0 : Double(items)
    let lower = Double(codes.lowerBound) * (isSum ? Double(items) : 1)
    let scores = (0...steps).map { lower + Double($0) / divisor }
    let bins = HistogramBin.bins(
      of: scores, range: lower...(lower + Double(steps) / divisor), step: 1 / divisor)
    #expect(bins.count == count)
    #expect(bins.dropLast().allSatisfy { $0.count == each })
    #expect(bins.last?.count == last)
    #expect(bins.last?.includesUpper == true)
    #expect(bins.dropLast().allSatisfy { !$0.includesUpper })
    expectClose(bins.last?.upper, .derived(lower + Double(steps) / divisor))
  }

  @Test func theStepOfAScoreFollowsItsItemsAndSubscales() throws {
    let four = (1...4).map { SampleColumn("a\($0)", [1]) }
    let three = (1...3).map { SampleColumn("b\($0)", [1]) }
    let sum = ScoringRule(method: .sum, minimumAnswered: .half)
    let scales = [
      Sample.scale("a", of: .items(four.map(\.item))),
      Sample.scale("b", of: .items(three.map(\.item))),
      Sample.scale("both", of: .subscales(["a", "b"])),
      Sample.scale("s", of: .items(four.map(\.item)), scoring: sum),
    ]
    let form = Sample.form(four + three, scales: scales).form
    let steps: [Double?] = scales.map { ScoreStep.of($0, in: form)?.value }
    let right: [Double?] = [0.25, 1.0 / 3, 1.0 / 24, 1]
    #expect(steps == right)
  }

  @Test func aDomainThatIsItsOnlySubscaleStandsOnce() {
    let scales = [
      Sample.scale("part", of: .items(columns.map(\.item))),
      Sample.scale("whole", of: .subscales(["part"])),
      Sample.scale("two", of: .subscales(["part", "whole"])),
    ]
    let results = Analysed.results(Sample.form(columns, scales: scales))
    #expect(results.scales.map(\.scale.id) == ["part", "two"])
  }

  private func results() -> AnalysisResults {
    Analysed.results(
      Sample.form(columns, scales: [Sample.scale("s", of: .items(columns.map(\.item)))]))
  }
}
