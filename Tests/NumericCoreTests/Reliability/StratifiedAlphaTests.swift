import NumericCore
import NumericTestSupport
import Testing

@Suite struct StratifiedAlphaTests {
  @Test func byHand() throws {  // two pairs: variance 3, alpha 2/3 each; V = 2 · 3 + 2 · 0.4
    let rows = [[1, 0.5, 0.1, 0.1], [0.5, 1, 0.1, 0.1], [0.1, 0.1, 1, 0.5], [0.1, 0.1, 0.5, 1]]
    let result = try StratifiedAlpha(
      of: CovarianceMatrix(rows: rows, caseCount: 9), subscales: [[0, 1], [3, 2]])
    expectClose(result.alpha, .derived(1 - 2 * 3 * (1.0 / 3) / 6.8))
    for alpha in result.subscaleAlphas { expectClose(alpha, .derived(2.0 / 3)) }
    for variance in result.subscaleVariances { expectClose(variance, .derived(3)) }
    expectClose(result.sumStandardDeviation, .derived(6.8.squareRoot()))
    #expect(result.itemCount == 4 && result.completeCaseCount == 9)
  }

  @Test func oneSubscaleIsAlpha() throws {
    let matrix = try randomCovariance(6, seed: 4)
    expectClose(
      try StratifiedAlpha(of: matrix, subscales: [Array(0..<6)]).alpha,
      .derived(try CronbachAlpha(of: matrix).alpha))
  }

  @Test func agreesWithTheFormulaInR() throws {
    let scale = try AttitudeScale()
    let result = try StratifiedAlpha(
      of: scale.covariance, subscales: [[0, 1, 2], [3, 4, 5, 6]])
    try scale.expect(result.alpha, "stratified.alpha")
  }

  @Test func aSingleItemHasNoConsistency() throws {
    let result = try StratifiedAlpha(
      of: CovarianceMatrix(rows: [[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]]), subscales: [[0, 1], [2]])
    #expect(result.subscaleAlphas[1] == nil)
    expectClose(result.alpha, .derived(1 - (3 * (1.0 / 3) + 1) / 4))
  }

  @Test(arguments: [
    ([[0, 1], [2]], NumericError.parameterOutOfRange(name: "item position", value: 2)),
    ([[0, 1], [1]], .parameterOutOfRange(name: "item position", value: 1)),
    ([[0]], .parameterOutOfRange(name: "item position", value: 1)),
    ([[0, 1], []], .tooFewItems(count: 0, required: 1)),
  ])
  func refuses(subscales: [[Int]], error: NumericError) {
    #expect(throws: error) {
      try StratifiedAlpha(
        of: CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]]), subscales: subscales)
    }
  }

  @Test func refusesWhatDoesNotVary() {
    #expect(throws: NumericError.noTotalVariance) {
      try StratifiedAlpha(
        of: CovarianceMatrix(rows: [[1, 0], [0, 0]]), subscales: [[0], [1]])
    }
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try StratifiedAlpha(of: CovarianceMatrix(rows: [[1]]), subscales: [[0]])
    }
  }
}
