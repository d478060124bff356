import NumericCore
import NumericTestSupport
import Testing

@Suite struct GuttmanLambdasTests {
  @Test func parallelItemsByHand() throws {  // V = 24, C = 12, S = 6 · 4
    let result = try GuttmanLambdas(
      of: CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 9))
    expectClose(result.lambda1, .derived(0.5))
    expectClose(result.lambda2, .derived(0.75))
    expectClose(result.lambda3, .derived(0.75))
    expectClose(result.lambda5, .derived(0.5 + 2 * 8.0.squareRoot() / 24))
    #expect(result.metric == .covariance && result.itemCount == 3)
    #expect(result.completeCaseCount == 9)
  }

  @Test func twoItemsAreTheSmallestScale() throws {  // 2 r / (1 + r) at r = 1/2
    let matrix = try CovarianceMatrix(rows: [[9, 4.5], [4.5, 9]]).correlations()
    let result = try GuttmanLambdas(of: matrix)
    expectClose(result.lambda2, .derived(2.0 / 3))
    expectClose(result.lambda3, .derived(2.0 / 3))
    #expect(result.metric == .correlation)
  }

  @Test(arguments: ItemMetric.allCases) func agreesWithR(metric: ItemMetric) throws {
    let scale = try AttitudeScale()
    let result =
      metric == .covariance
      ? try GuttmanLambdas(of: scale.covariance) : try GuttmanLambdas(of: scale.correlation)
    try scale.expect(result.lambda1, "\(metric).lambda1")
    try scale.expect(result.lambda2, "\(metric).lambda2")
    try scale.expect(result.lambda3, "\(metric).lambda3")
    try scale.expect(result.lambda5, "\(metric).lambda5")
    let sixth =
      metric == .covariance
      ? try GuttmanLambda6(of: scale.covariance) : try GuttmanLambda6(of: scale.correlation)
    try scale.expect(sixth.lambda, "\(metric).lambda6")
  }

  @Test(arguments: 1...40) func lambda2IsNeverBelowAlpha(seed: UInt64) throws {
    let matrix = try randomCovariance(2 + Int(seed % 9), seed: seed)
    let result = try GuttmanLambdas(of: matrix)
    #expect(result.lambda2 >= result.lambda3 - 1e-12, "seed \(seed)")
    expectClose(result.lambda3, .derived(try CronbachAlpha(of: matrix).alpha))
  }

  @Test(arguments: [
    ([[4.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, -1], [-1, 1]], .noTotalVariance),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try GuttmanLambdas(of: CovarianceMatrix(rows: rows)) }
    #expect(throws: error) { try TenBergeZegers(of: CovarianceMatrix(rows: rows)) }
  }
}
