import NumericCore
import NumericTestSupport
import Testing

@Suite struct PolychoricCorrelationTests {
  func table(_ counts: [Int], _ width: Int = 2) throws -> ContingencyTable {
    try ContingencyTable(
      rowCodes: Array(0..<counts.count / width), columnCodes: Array(0..<width), counts: counts)
  }

  @Test func medianSplitsHaveAClosedForm() throws {  // r = sin(2π (p11 − ¼)), p11 = 40/100
    let result = try PolychoricCorrelation(of: table([40, 10, 10, 40]), emptyCells: .kept)
    expectClose(
      result.correlation, .iterative(0.8090169943749475, within: 1e-10, reason: "a search"))
    expectClose(result.firstThresholds[0], .derived(0))
    #expect(result.pairCount == 100)
    #expect(result.emptyCellCount == 0)
  }

  @Test func independentAnswersHaveNoCorrelation() throws {
    let result = try PolychoricCorrelation(of: table([2, 4, 6, 3, 6, 9], 3), emptyCells: .kept)
    expectClose(result.correlation, .iterative(0, within: 1e-10, reason: "a search"))
  }

  @Test func exchangingItemsExchangesThresholdsOnly() throws {
    let plain = try table([9, 4, 1, 5, 8, 6, 1, 7, 9], 3)
    let one = try PolychoricCorrelation(of: plain, emptyCells: .kept)
    let other = try PolychoricCorrelation(of: plain.transposed, emptyCells: .kept)
    expectClose(one.correlation, .iterative(other.correlation, within: 1e-10, reason: "a search"))
    #expect(one.firstThresholds == other.secondThresholds)
  }

  @Test func answersThatNobodyChoseAreNoAnswers() throws {
    let plain = try PolychoricCorrelation(of: table([5, 2, 3, 9]), emptyCells: .kept)
    let padded = try PolychoricCorrelation(
      of: table([5, 0, 2, 0, 0, 0, 3, 0, 9], 3), emptyCells: .kept)
    #expect(padded == plain)
  }

  @Test func anEmptyCellOfFourHasNoFiniteEstimate() throws {
    let counts = try table([20, 0, 10, 15])
    #expect(throws: NumericError.noFiniteCorrelation(first: 0, second: 1)) {
      _ = try PolychoricCorrelation(of: counts, emptyCells: .kept)
    }
    for rule in [EmptyCellRule.halfInBinary, .halfAdded] {
      let result = try PolychoricCorrelation(of: counts, emptyCells: rule)
      #expect(result.correlation > 0.8 && result.correlation < 1)
      #expect(result.emptyCellCount == 1)
    }
  }

  @Test func agreementOfAllHasNoFiniteEstimate() throws {
    #expect(throws: NumericError.noFiniteCorrelation(first: 0, second: 1)) {
      _ = try PolychoricCorrelation(
        of: table([5, 0, 0, 0, 5, 0, 0, 0, 5], 3), emptyCells: .kept)
    }
  }

  @Test(arguments: [
    ([0, 0, 0, 0], NumericError.tooFewValues(count: 0, required: 2)),
    ([3, 4, 0, 0], .constantValues(item: 0)), ([3, 0, 4, 0], .constantValues(item: 1)),
  ])
  func refuses(counts: [Int], error: NumericError) {
    #expect(throws: error) {
      _ = try PolychoricCorrelation(of: table(counts), emptyCells: .kept)
    }
  }
}
