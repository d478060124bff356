import NumericCore
import NumericTestSupport
import Testing

@Suite struct CorrelationMatrixTests {
  @Test func dividesByBothDeviations() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 3], [3, 9]], caseCount: 20).correlations()
    expectClose(matrix[0, 1], .derived(0.5))
    #expect(matrix[1, 1] == 1 && matrix.caseCount == 20)
    #expect(matrix.pairs == [matrix[0, 1]])
  }

  @Test func pairsComeInOrder() throws {
    let rows = [[1, 0.1, 0.2], [0.1, 1, 0.3], [0.2, 0.3, 1]]
    let matrix = try CovarianceMatrix(rows: rows).correlations()
    #expect(matrix.pairs == [0.1, 0.2, 0.3])
    #expect(matrix.dropping(0).rows == [[1, 0.3], [0.3, 1]])
  }

  @Test func aConstantItemIsNamed() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 0], [0, 0]])
    #expect(throws: NumericError.constantValues(item: 1)) { try matrix.correlations() }
  }
}
