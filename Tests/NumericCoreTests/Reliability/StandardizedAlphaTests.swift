import NumericCore
import NumericTestSupport
import Testing

@Suite struct StandardizedAlphaTests {
  func result(_ rows: [[Double]]) throws -> StandardizedAlpha {
    try StandardizedAlpha(of: CovarianceMatrix(rows: rows).correlations())
  }

  @Test func equalVariancesGiveRawAlpha() throws {
    let rows = [[4.0, 2, 1], [2, 4, 3], [1, 3, 4]]
    expectClose(
      try result(rows).alpha, .derived(try CronbachAlpha(of: .init(rows: rows)).alpha))
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func agreesWithPsych(policy: MissingDataPolicy) throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let matrix = try CovarianceMatrix(columns: columns, policy: policy).correlations()
    let result = try StandardizedAlpha(of: matrix)
    expectClose(result.alpha, try file.software("\(policy).alpha.std"))
    expectClose(result.averageCorrelation, try file.software("\(policy).average_r"))
    expectClose(result.signalToNoiseRatio, try file.software("\(policy).signal_noise"))
    #expect(result.completeCaseCount == 11)
  }

  @Test func theUnitOfAnItemDoesNotMatter() throws {
    expectClose(try result([[400, 3], [3, 0.09]]).alpha, .derived(2 * 0.5 / 1.5))
  }

  @Test func identicalItemsHaveNoNoise() throws {
    let same = try result([[1, 1], [1, 1]])
    #expect(same.alpha == 1 && same.signalToNoiseRatio == nil)
  }

  @Test(arguments: [
    ([[4.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, -1], [-1, 1]], .noTotalVariance),
    ([[1, 0], [0, 0]], .constantValues(item: 1)),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try result(rows) }
  }
}
