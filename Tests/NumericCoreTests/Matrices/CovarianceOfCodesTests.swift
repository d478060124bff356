import NumericCore
import NumericTestSupport
import Testing

@Suite struct CovarianceOfCodesTests {
  func matrix(_ answers: [[Int?]], _ policy: MissingDataPolicy) throws -> CovarianceMatrix {
    try CovarianceMatrix(
      of: PairTally(of: answers.map { try ItemCodes(answers: $0) }, policy: policy))
  }

  @Test func smallSampleByHand() throws {  // deviations −1 0 1 and −1 1 0
    let result = try matrix([[1, 2, 3], [1, 3, 2]], .listwise)
    #expect(result.entries == [1, 0.5, 0.5, 1])
    #expect(result.caseCount == 3)
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func agreesWithNumberColumns(policy: MissingDataPolicy) throws {
    let columns = try ReferenceFile("small-scale-data").columns
    let codes = try matrix(columns.map { $0.map { $0.map { Int($0) } } }, policy)
    let numbers = try CovarianceMatrix(columns: columns, policy: policy)
    for (one, other) in zip(codes.entries, numbers.entries) { expectClose(one, .derived(other)) }
    #expect(
      codes.caseCount == numbers.caseCount && codes.caseCount == (policy == .listwise ? 11 : 14))
    #expect(codes.smallestPairCount == numbers.smallestPairCount)
    #expect(codes.largestPairCount == numbers.largestPairCount)
  }

  @Test func largeCodesLoseNoDigit() throws {
    let result = try matrix(
      [[1_000_000, 999_999, 999_998], [-1_000_000, -999_999, -999_998]], .listwise)
    #expect(result.entries == [1, -1, -1, 1])
  }

  @Test func twoRowsAreEnough() throws {
    #expect(try matrix([[1, 2]], .listwise).entries == [0.5])
  }

  @Test func refusesTooFewRows() {
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try matrix([[1, nil], [1, 2]], .listwise)
    }
    #expect(throws: NumericError.tooFewValues(count: 1, required: 2)) {
      try matrix([[1, nil], [1, 2]], .pairwise)
    }
    #expect(throws: NumericError.noCommonValues(first: 0, second: 1)) {
      try matrix([[1, 2, nil, nil], [nil, nil, 1, 2]], .pairwise)
    }
  }
}
