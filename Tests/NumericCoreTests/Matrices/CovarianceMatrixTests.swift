import NumericCore
import NumericTestSupport
import Testing

@Suite struct CovarianceMatrixTests {
  let rows = [[4.0, 2, 1], [2, 9, 3], [1, 3, 16]]

  @Test func readsBackItsRows() throws {
    let matrix = try CovarianceMatrix(rows: rows, caseCount: 50)
    #expect(matrix.rows == rows && matrix.diagonal == [4, 9, 16])
    #expect(matrix[0, 2] == 1 && matrix.count == 3)
    #expect(matrix.caseCount == 50 && matrix.policy == nil)
  }

  @Test func droppingLeavesTheOthers() throws {
    let rest = try CovarianceMatrix(rows: rows).dropping(1)
    #expect(rest.rows == [[4, 1], [1, 16]])
  }

  @Test func constantItemsCanBeLeftOut() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 0, 1], [0, 0, 0], [1, 0, 16]])
    #expect(matrix.droppingConstantItems().rows == [[4, 1], [1, 16]])
  }

  @Test(arguments: [
    ([[Double]](), NumericError.tooFewItems(count: 0, required: 1)),
    ([[1, 0]], .notSymmetric),
    ([[1, 0.5], [0.4, 1]], .notSymmetric),
    ([[.infinity]], .notANumber),
    ([[-1]], .parameterOutOfRange(name: "variance", value: -1)),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try CovarianceMatrix(rows: rows) }
  }
}
