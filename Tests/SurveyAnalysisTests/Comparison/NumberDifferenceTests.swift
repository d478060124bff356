import NumericCore
import NumericTestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct NumberDifferenceTests {
  /// With one standard deviation s the root is s √(1/n1 − 1/n2): here 2 √(1/25 − 1/100) = 2 √0.03.
  @Test func oldAnswersThatAreAPartOfTheNewOnesMakeLessNoise() throws {
    let difference = try #require(
      NumberDifference(
        .init(
          old: Compared.mean(3, sd: 2, n: 25), new: Compared.mean(3.5, sd: 2, n: 100), oldN: 25,
          newN: 100, sharedCount: 25)))
    let t = try StudentT(degreesOfFreedom: 24).quantileOfComplement(0.025)
    expectClose(difference.value, .derived(0.5))
    expectClose(difference.upper - 0.5, .derived(t * 2 * 0.03.squareRoot()))
    expectClose(0.5 - difference.lower, .derived(t * 2 * 0.03.squareRoot()))
    expectClose(difference.correlation, .derived(0.5))
    #expect(difference.method == .standardErrors)
    #expect(!difference.isBeyondNoise)
  }

  /// √(0.3² + 0.4²) = 0.5 standard errors of independent groups.
  @Test func independentErrorsAddAsSquares() throws {
    let difference = try #require(
      NumberDifference(
        .init(
          old: Compared.mean(2, sd: 1.5, n: 25), new: Compared.mean(4, sd: 2, n: 25), oldN: 25,
          newN: 25, sharedCount: 0)))
    let t = try StudentT(degreesOfFreedom: 24).quantileOfComplement(0.025)
    expectClose(difference.lower, .derived(2 - t * 0.5))
    #expect(difference.isBeyondNoise)
  }

  /// Newcombe (1998), Statistics in Medicine 17, 873–890, table II (a), method 10: 56 of 70 less 48
  /// of 80.
  @Test func sharesOfIndependentGroupsHaveNewcombesInterval() throws {
    let difference = try #require(
      NumberDifference(
        .init(old: share(48, 80), new: share(56, 70), oldN: 80, newN: 70, sharedCount: 0)))
    expectClose(difference.lower, .published("0.0524"))
    expectClose(difference.upper, .published("0.3339"))
    #expect(difference.method == .intervalLimits)
  }

  /// Limits 0.3 below and 0.4 above the old number, 0.4 below and 0.2 above the new one, ρ = 1/2:
  /// √(0.16 + 0.16 − 0.16) below, √(0.04 + 0.09 − 0.06) above.
  @Test func limitsThatAreNotSymmetricStaySo() throws {
    let old = ShownNumber(0.5, interval: try Compared.interval(0.2, 0.9, method: .feldt))
    let new = ShownNumber(0.7, interval: try Compared.interval(0.3, 0.9, method: .feldt))
    let difference = try #require(
      NumberDifference(.init(old: old, new: new, oldN: 20, newN: 20, sharedCount: 10)))
    expectClose(difference.lower, .derived(0.2 - 0.16.squareRoot()))
    expectClose(difference.upper, .derived(0.2 + 0.07.squareRoot()))
  }

  @Test func anEstimateOutsideItsIntervalHasNoDistanceToTheLimit() throws {
    let old = ShownNumber(0.5, interval: try Compared.interval(0.6, 0.9, method: .bootstrapBCa))
    let new = ShownNumber(0.7, interval: try Compared.interval(0.6, 0.8, method: .bootstrapBCa))
    let difference = try #require(
      NumberDifference(.init(old: old, new: new, oldN: 20, newN: 20, sharedCount: 0)))
    expectClose(difference.upper, .derived(0.2 + 0.1))
  }

  @Test func withoutTwoIntervalsOfOneLevelThereIsNone() throws {
    let one = try Compared.mean(3, sd: 2, n: 25)
    let other = ShownNumber(3, interval: try Compared.interval(2, 4, level: 0.9))
    for number in [ShownNumber(3), other] {
      #expect(
        NumberDifference(.init(old: one, new: number, oldN: 25, newN: 25, sharedCount: 0)) == nil)
    }
  }

  @Test func whatDoesNotVaryHasNone() throws {
    let flat = ShownNumber(3, interval: try Compared.interval(3, 3))
    #expect(NumberDifference(.init(old: flat, new: flat, oldN: 9, newN: 9, sharedCount: 0)) == nil)
  }

  private func share(_ count: Int, _ total: Int) throws -> ShownNumber {
    ShownNumber(
      try Proportion(successCount: count, totalCount: total), level: 0.95, isIndependent: true)
  }
}
