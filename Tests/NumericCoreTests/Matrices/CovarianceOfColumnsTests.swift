import NumericCore
import NumericTestSupport
import Testing

@Suite struct CovarianceOfColumnsTests {
  @Test func smallSampleByHand() throws {  // deviations −1 0 1 and −2 2 0
    let matrix = try CovarianceMatrix(columns: [[1, 2, 3], [1, 5, 3]], policy: .listwise)
    #expect(matrix.entries == [1, 1, 1, 4])
  }

  @Test func aCommonLargePartCostsNoDigit() throws {
    let far = [1e15 + 1, 1e15 + 2, 1e15 + 3]
    let matrix = try CovarianceMatrix(columns: [far, [1, 5, 3]], policy: .listwise)
    #expect(matrix.entries == [1, 1, 1, 4])
  }

  @Test func aConstantColumnHasExactlyNoVariance() throws {
    let matrix = try CovarianceMatrix(
      columns: [[0.1, 0.1, 0.1], [1, 2, 4]], policy: .pairwise)
    #expect(matrix[0, 0] == 0 && matrix[0, 1] == 0)
  }

  @Test func policiesDifferOnlyWithMissingValues() throws {
    let columns: [[Double?]] = [[1, 2, 3, 9], [1, 5, 3, nil]]
    let pairwise = try CovarianceMatrix(columns: columns, policy: .pairwise)
    let listwise = try CovarianceMatrix(columns: columns, policy: .listwise)
    #expect(pairwise[0, 1] == listwise[0, 1] && pairwise[0, 0] > listwise[0, 0])
    #expect(pairwise.caseCount == 4 && pairwise.smallestPairCount == 3)
    #expect(listwise.caseCount == 3 && listwise.rowCount == 4)
  }

  @Test(arguments: [
    ([[Double?]](), MissingDataPolicy.listwise, NumericError.tooFewItems(count: 0, required: 1)),
    ([[1, 2], [1]], .listwise, .unequalLengths(first: 2, second: 1)),
    ([[1, .infinity]], .listwise, .notANumber),
    ([[1, nil], [1, 2]], .listwise, .tooFewValues(count: 1, required: 2)),
    ([[1, nil]], .pairwise, .tooFewValues(count: 1, required: 2)),
    ([[1, 2, nil], [nil, 1, 2]], .pairwise, .noCommonValues(first: 0, second: 1)),
    ([[1e200, -1e200]], .listwise, .outOfRange),
  ])
  func refuses(columns: [[Double?]], policy: MissingDataPolicy, error: NumericError) {
    #expect(throws: error) { try CovarianceMatrix(columns: columns, policy: policy) }
  }
}
