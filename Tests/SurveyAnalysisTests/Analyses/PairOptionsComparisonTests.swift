import NumericTestSupport
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct PairOptionsComparisonTests {
  private let first = SampleTicks("m", options: ["x", "y"], [["x"], ["x", "y"], [], ["y"], nil])
  private let second = SampleTicks(
    "e", options: ["x", "y"], [["x", "y"], ["y"], ["x"], [], ["x"]])

  @Test func bothSidesMustHaveTickedSomething() throws {
    let result = try #require(compared)
    #expect(result.base.pairCount == 2)
    #expect(result.excludedCount == 2)  // the fifth was never shown to the mentor
  }

  @Test func sharesAreOfPairs() throws {
    let options = try #require(compared?.content.detail?.options)
    #expect(options.map(\.first.successCount) == [2, 1])
    #expect(options.map(\.second.successCount) == [1, 2])
    #expect(options.map(\.both.successCount) == [1, 1])
    #expect(options.allSatisfy { $0.both.totalCount == 2 })
  }

  private var compared: PairOptionsResult? {
    let pairs: [Int32] = [0, 1, 2, 3, 4]
    let link = PairItem(
      id: "p", label: "P", firstID: "m", secondID: "e", kind: .sameTarget,
      location: Sample.location)
    let dataset = Sample.dataset(
      [
        Sample.form([], ticks: [first], pairs: pairs),
        Sample.form([], id: "mentee", ticks: [second], pairs: pairs),
      ], pairItems: [link])
    return PairOptionsComparison(context: .of(dataset)).run().first
  }
}
