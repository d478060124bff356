import NumericCore
import NumericTestSupport
import Testing

@Suite struct PearsonCorrelationTests {
  @Test func smallSampleByHand() throws {  // deviations −1 0 1 and −1 1 0
    let result = try PearsonCorrelation([1, 2, 3], [1, 3, 2])
    expectClose(result.coefficient, .derived(0.5))
    #expect(result.pairCount == 3)
  }

  @Test func agreesWithR() throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let result = try PearsonCorrelation(columns[0], columns[3])
    expectClose(result.coefficient, try file.software("cor.ad"))
    let interval = try result.fisherInterval(level: 0.95)
    expectClose(interval.lower, try file.software("cor.ad.lower"))
    expectClose(interval.upper, try file.software("cor.ad.upper"))
  }

  @Test func twoRowsLieOnALine() throws {
    let result = try PearsonCorrelation([0, 1, nil], [3, 1, 9])
    #expect(result.coefficient == -1)
    #expect(throws: NumericError.tooFewValues(count: 2, required: 4)) {
      try result.fisherInterval(level: 0.95)
    }
  }

  @Test func aLineHasNoInterval() throws {
    let result = try PearsonCorrelation([1, 2, 3, 4], [1, 2, 3, 4])
    #expect(throws: NumericError.parameterOutOfRange(name: "correlation", value: 1)) {
      try result.fisherInterval(level: 0.95)
    }
  }

  @Test(
    arguments: [
      ([1.0, 2], [1.0], NumericError.unequalLengths(first: 2, second: 1)),
      ([1, nil], [nil, 1], .noCommonValues(first: 0, second: 1)),
      ([0.1, 0.1], [1, 2], .constantValues(item: 0)),
      ([1, 2], [0.1, 0.1], .constantValues(item: 1)),
      ([1, .nan], [1, 2], .notANumber),
    ] as [([Double?], [Double?], NumericError)])
  func refuses(first: [Double?], second: [Double?], error: NumericError) {
    #expect(throws: error) { try PearsonCorrelation(first, second) }
  }
}
