import NumericCore
import NumericTestSupport
import Testing

@Suite struct BlandAltmanTests {
  let first: [Double?] = [3, 5, 2, 4, 6, 1, 4]
  let second: [Double?] = [4, 5, 3, 4, 7, 2, 6]

  @Test func threePairsByHand() throws {  // differences 1, −1, 0
    let result = try BlandAltman([2, 1, 5], [1, 2, 5])
    #expect(result.meanDifference == 0 && result.standardDeviation == 1)
    expectClose(result.upperLimit, .published("1.959964"))
    expectClose(result.lowerLimit, .published("-1.959964"))
  }

  @Test func agreesWithR() throws {  // Tests/Reference/agreement.R
    let file = try ReferenceFile("agreement")
    let result = try BlandAltman(first, second)
    expectClose(result.meanDifference, try file.software("limits.mean"))
    expectClose(result.standardDeviation, try file.software("limits.sd"))
    expectClose(result.upperLimit, try file.software("limits.upper"))
    expectClose(
      try result.meanInterval(level: 0.95).lower, try file.software("limits.mean.lower"))
    for method in LimitMethod.allCases {
      let interval = try result.upperLimitInterval(level: 0.95, method: method)
      let tag = "limits.\(method.rawValue)"
      expectClose(interval.lower, try file.software("\(tag).near"))
      expectClose(interval.upper, try file.software("\(tag).far"))
    }
  }

  @Test(arguments: LimitMethod.allCases)
  func exchangingTheMeasurementsMirrorsEverything(method: LimitMethod) throws {
    let one = try BlandAltman(first, second)
    let other = try BlandAltman(second, first)
    expectClose(one.lowerLimit, .derived(-other.upperLimit))
    let lower = try one.lowerLimitInterval(level: 0.9, method: method)
    let upper = try other.upperLimitInterval(level: 0.9, method: method)
    expectClose(lower.lower, .derived(-upper.upper))
    expectClose(lower.upper, .derived(-upper.lower))
  }

  @Test func missingMeasurementsAreLeftOut() throws {
    let result = try BlandAltman(first + [nil, 1], second + [2, nil])
    #expect(result.count == 7 && result.excludedCount == 2)
    #expect(result.meanDifference == (try BlandAltman(first, second)).meanDifference)
  }

  @Test func twoPairsAreEnough() throws {
    let result = try BlandAltman([0.1, 0.3], [0.1, 0.3])
    #expect(result.standardDeviation == 0 && result.upperLimit == 0)
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.unequalLengths(first: 2, second: 1)) {
      try BlandAltman([1, 2], [1])
    }
    #expect(throws: NumericError.tooFewUnits(count: 1, required: 2)) {
      try BlandAltman([1, nil], [1, 2])
    }
    #expect(throws: NumericError.notANumber) { try BlandAltman([1, .nan], [1, 2]) }
    #expect(throws: NumericError.probabilityOutOfRange(1)) {
      try BlandAltman(first, second, coverage: 1)
    }
    let result = try BlandAltman(first, second)
    #expect(throws: NumericError.probabilityOutOfRange(2)) {
      try result.lowerLimitInterval(level: 2, method: .exact)
    }
    #expect(throws: NumericError.probabilityOutOfRange(2)) { try result.meanInterval(level: 2) }
  }
}
