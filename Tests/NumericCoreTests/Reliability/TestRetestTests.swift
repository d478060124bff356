import NumericCore
import NumericTestSupport
import Testing

@Suite struct TestRetestTests {
  @Test func byHand() throws {  // differences 1, 0, 2, 1: mean 1, variance 2/3
    let result = try TestRetest([1, 2, 3, 4, nil, 6], [2, 2, 5, 5, 1, nil])
    expectClose(result.meanDifference, .derived(1))
    expectClose(result.differenceStandardDeviation, .derived((2.0 / 3).squareRoot()))
    expectClose(result.error.standardError, .derived((1.0 / 3).squareRoot()))
    #expect(result.error.basis == .testRetest && !result.error.isLowerBound)
    #expect(result.personCount == 4 && result.excludedCount == 2)
    #expect(result.correlation.pairCount == 4)
  }

  @Test func agreesWithR() throws {  // Tests/Reference/reliability.R
    let scale = try AttitudeScale()
    let result = try TestRetest(scale.columns[1], scale.columns[4])
    try scale.expect(result.correlation.coefficient, "retest.r")
    let interval = try result.correlation.fisherInterval(level: 0.95)
    try scale.expect(interval.lower, "retest.r.lower")
    try scale.expect(interval.upper, "retest.r.upper")
    try scale.expect(result.meanDifference, "retest.difference")
    let difference = try result.differenceInterval(level: 0.95)
    try scale.expect(difference.lower, "retest.difference.lower")
    try scale.expect(difference.upper, "retest.difference.upper")
    #expect(difference.method == .studentT)
    try scale.expect(result.error.standardError, "retest.sem.difference")
  }

  @Test func aSharedShiftIsNoError() throws {
    let first: [Double?] = [1, 3, 2, 5]
    let result = try TestRetest(first, first.map { $0.map { $0 + 7 } })
    #expect(result.meanDifference == 7 && result.error.standardError == 0)
    expectClose(result.correlation.coefficient, .derived(1))
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.noCommonValues(first: 0, second: 1)) {
      try TestRetest([1, nil], [1, 2])
    }
    #expect(throws: NumericError.unequalLengths(first: 1, second: 2)) {
      try TestRetest([1], [1, 2])
    }
    #expect(throws: NumericError.constantValues(item: 1)) { try TestRetest([1, 2], [3, 3]) }
    #expect(throws: NumericError.notANumber) { try TestRetest([1, 2], [3, .infinity]) }
    #expect(throws: NumericError.probabilityOutOfRange(0)) {
      try TestRetest([1, 2, 3], [3, 1, 2]).differenceInterval(level: 0)
    }
  }
}
