import NumericCore
import NumericTestSupport
import Testing

@Suite struct PercentAgreementTests {
  // units agree wholly, for 1 of 3 pairs, and not at all; the last is rated once
  @Test func threeUnitsByHand() throws {
    let table = try RatingTable(raters: [[1, 1, 1, 2], [1, 2, 2, nil], [1, 2, nil, nil]])
    let result = try PercentAgreement(of: table)
    expectClose(result.rate, .derived(4.0 / 9))
    #expect(result.unanimousUnitCount == 1 && result.pairableUnitCount == 3)
    // squares 25/81, 1/81, 16/81 of deviations; divided by 3 · 2
    expectClose(result.standardError, .derived(Double(42.0 / 81 / 6).squareRoot()))
  }

  @Test func isTheObservedAgreementOfOtherCoefficients() throws {
    let table = try RatingTable(raters: [[1, 2, 3, nil], [1, 3, 3, 1], [2, 2, 3, 2]])
    let kappa = try RaterAgreement(.fleiss, of: table, weights: .identity)
    expectClose(try PercentAgreement(of: table).rate, .derived(kappa.observedAgreement))
  }

  @Test func theIntervalStaysBetweenZeroAndOne() throws {
    let table = try RatingTable(raters: [[1, 2, 1], [1, 1, 1]])
    let interval = try PercentAgreement(of: table).interval(level: 0.95)
    #expect(interval.lower == 0 && interval.upper == 1)
  }

  @Test func oneUnitHasNoStandardError() throws {  // the smallest legal input
    let result = try PercentAgreement(of: RatingTable(raters: [[1], [1]]))
    #expect(result.rate == 1 && result.standardError == nil)
    #expect(throws: NumericError.tooFewUnits(count: 1, required: 2)) {
      try result.interval(level: 0.95)
    }
  }

  @Test func refusesUnitsRatedOnce() throws {
    #expect(throws: NumericError.tooFewUnits(count: 0, required: 1)) {
      try PercentAgreement(of: RatingTable(raters: [[1, nil], [nil, 2]]))
    }
  }
}
