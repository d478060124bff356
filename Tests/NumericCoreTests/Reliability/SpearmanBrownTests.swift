import NumericCore
import NumericTestSupport
import Testing

@Suite struct SpearmanBrownTests {
  func result(_ rows: [[Double]]) throws -> SpearmanBrown {
    try SpearmanBrown(of: CovarianceMatrix(rows: rows).correlations())
  }

  @Test func aHalfBecomesTwoThirds() throws {
    let result = try result([[4, 3], [3, 9]])
    expectClose(result.coefficient, .derived(2.0 / 3))
    expectClose(result.correlation, .derived(0.5))
  }

  @Test func agreesWithPsych() throws {  // Tests/Reference/small-scale.R
    let columns = try ReferenceFile("small-scale-data").columns
    let complete = columns[0].indices.filter { row in columns.allSatisfy { $0[row] != nil } }
    let pair = columns.prefix(2).map { column in complete.map { column[$0] } }
    let matrix = try CovarianceMatrix(columns: pair, policy: .listwise).correlations()
    expectClose(
      try SpearmanBrown(of: matrix).coefficient,
      try ReferenceFile("small-scale").software("two.spearman_brown"))
  }

  @Test func equalsStandardizedAlpha() throws {
    let matrix = try CovarianceMatrix(rows: [[2, 0.7], [0.7, 5]]).correlations()
    expectClose(
      try SpearmanBrown(of: matrix).coefficient, .derived(try StandardizedAlpha(of: matrix).alpha))
  }

  @Test(arguments: [
    ([[4.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], .wrongInput(required: "exactly 2 items")),
    ([[1, -1], [-1, 1]], .noTotalVariance),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try result(rows) }
  }
}
