import NumericCore
import NumericTestSupport
import Testing

@Suite struct TenBergeZegersTests {
  @Test func equalCovariancesLeaveNothingToGain() throws {  // all four are alpha
    let result = try TenBergeZegers(
      of: CovarianceMatrix(rows: [[4, 2, 2], [2, 5, 2], [2, 2, 7]], caseCount: 9))
    for value in [result.mu0, result.mu1, result.mu2, result.mu3] {
      expectClose(value, .derived(1.5 * 12 / 28))
    }
    #expect(result.itemCount == 3 && result.completeCaseCount == 9)
  }

  @Test(arguments: ItemMetric.allCases) func agreesWithPsych(metric: ItemMetric) throws {
    let scale = try AttitudeScale()
    let result =
      metric == .covariance
      ? try TenBergeZegers(of: scale.covariance) : try TenBergeZegers(of: scale.correlation)
    #expect(result.metric == metric)
    try scale.expect(result.mu0, "\(metric).mu0")
    try scale.expect(result.mu1, "\(metric).mu1")
    try scale.expect(result.mu2, "\(metric).mu2")
    try scale.expect(result.mu3, "\(metric).mu3")
  }

  @Test(arguments: 1...20) func eachIsAtLeastTheOneBefore(seed: UInt64) throws {
    let matrix = try randomCovariance(3 + Int(seed % 8), seed: seed)
    let result = try TenBergeZegers(of: matrix)
    let series = [result.mu0, result.mu1, result.mu2, result.mu3]
    for (value, next) in zip(series, series.dropFirst()) {
      #expect(next >= value - 1e-12, "seed \(seed)")
    }
    expectClose(result.mu1, .derived(try GuttmanLambdas(of: matrix).lambda2))
  }
}
