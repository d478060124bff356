import NumericCore
import NumericTestSupport
import Testing

@Suite struct OneWayAnalysisOfVarianceTests {
  // means 2 and 5 about 3.5: between 6 · 1.5² = 13.5; within 2 + 2 with 4 degrees of freedom
  @Test func twoGroupsByHand() throws {
    let result = try OneWayAnalysisOfVariance(groups: [[1, 2, 3], [4, 5, 6]])
    expectClose(result.between.sumOfSquares, .derived(13.5))
    expectClose(result.within.sumOfSquares, .derived(4))
    expectClose(result.within.meanSquare, .derived(1))
    expectClose(result.fStatistic, .derived(13.5))
    expectClose(result.rSquared, .derived(13.5 / 17.5))
    expectClose(result.residualStandardDeviation, .derived(1))
    #expect(result.between.degreesOfFreedom == 1 && result.within.degreesOfFreedom == 4)
    #expect(result.count == 6 && result.groupCount == 2)
  }

  @Test func agreesWithR() throws {  // Tests/Reference/regression.R
    let file = try ReferenceFile("regression")
    let result = try OneWayAnalysisOfVariance(groups: [
      [3.1, 2.7, 4.4, 3.9], [5.2, 4.8, 6.1], [2.2, 3.3, 2.9, 4.0, 3.5],
    ])
    expectClose(result.between.sumOfSquares, try file.software("anova.ss_between"))
    expectClose(result.within.sumOfSquares, try file.software("anova.ss_within"))
    expectClose(result.fStatistic, try file.software("anova.f"))
    expectClose(result.pValue, try file.software("anova.p"))
  }

  // 1e12 + tenths: the tenths of the doubles are exact in units of 2⁻¹³
  @Test func aLargeCommonPartCostsNothing() throws {
    let groups = [[0.5, 0.25, 0.125], [1, 0.75, 0.5], [2, 1.5, 1.25]]
    let near = try OneWayAnalysisOfVariance(groups: groups)
    let far = try OneWayAnalysisOfVariance(groups: groups.map { $0.map { $0 + 1e12 } })
    #expect(far == near)
  }

  @Test(arguments: [1e-150, 3, 1e150]) func theUnitDoesNotMatter(unit: Double) throws {
    let groups = [[1.0, 2, 3], [4, 5, 6.5], [2, 2, 3]]
    let plain = try OneWayAnalysisOfVariance(groups: groups)
    let scaled = try OneWayAnalysisOfVariance(groups: groups.map { $0.map { $0 * unit } })
    expectClose(scaled.fStatistic, .derived(try #require(plain.fStatistic)))
    expectClose(scaled.rSquared, .derived(plain.rSquared))
  }

  @Test func constantGroupsLeaveNothingWithin() throws {  // also the smallest legal input
    let result = try OneWayAnalysisOfVariance(groups: [[0.1, 0.1], [0.3]])
    #expect(result.fStatistic == nil && result.pValue == 0)
    #expect(result.rSquared == 1 && result.residualStandardDeviation == 0)
  }

  @Test(
    arguments: [
      ([[1, 2, 3]], NumericError.tooFewGroups(count: 1, required: 2)),
      ([[1, 2], []], .tooFewValues(count: 0, required: 1)),
      ([[1], [2]], .tooFewValues(count: 2, required: 3)),
      ([[1, .infinity], [2]], .notANumber),
      ([[0.1, 0.1], [0.1]], .constantValues(item: nil)),
      ([[1e200, -1e200], [1e200]], .outOfRange),
    ] as [([[Double]], NumericError)])
  func refuses(groups: [[Double]], error: NumericError) {
    #expect(throws: error) { try OneWayAnalysisOfVariance(groups: groups) }
  }
}
