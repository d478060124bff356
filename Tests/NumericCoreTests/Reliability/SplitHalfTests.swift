import NumericCore
import NumericTestSupport
import Testing

@Suite struct SplitHalfTests {
  @Test func fourParallelItemsByHand() throws {  // halves: variance 3, covariance 2, total 10
    let rows = (0..<4).map { one in (0..<4).map { one == $0 ? 1.0 : 0.5 } }
    let result = try SplitHalf(of: CovarianceMatrix(rows: rows, caseCount: 9), by: .oddEven)
    expectClose(result.correlation, .derived(2.0 / 3))
    expectClose(result.spearmanBrown, .derived(0.8))
    expectClose(result.horst, .derived(0.8))
    expectClose(result.guttmanFlanagan, .derived(0.8))
    #expect(result.firstHalf == [0, 2] && result.itemCount == 4)
    #expect(result.completeCaseCount == 9 && result.metric == .covariance)
  }

  @Test func twoItemsAreTheSmallestScale() throws {
    let result = try SplitHalf(
      of: CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]]), by: .firstSecond)
    expectClose(result.spearmanBrown, .derived(2.0 / 3))
  }

  @Test(arguments: ItemMetric.allCases, ["odd", "first"])
  func agreesWithTheFormulasInR(metric: ItemMetric, name: String) throws {
    let scale = try AttitudeScale()
    let rule: SplitRule = name == "odd" ? .oddEven : .firstSecond
    let result =
      metric == .covariance
      ? try SplitHalf(of: scale.covariance, by: rule)
      : try SplitHalf(of: scale.correlation, by: rule)
    try scale.expect(result.correlation, "\(metric).\(name).r")
    try scale.expect(result.spearmanBrown, "\(metric).\(name).spearman_brown")
    try scale.expect(result.horst, "\(metric).\(name).horst")
    try scale.expect(result.guttmanFlanagan, "\(metric).\(name).guttman")
  }

  @Test func theNameOfTheFirstHalfDoesNotMatter() throws {
    let matrix = try randomCovariance(7, seed: 3)
    let one = try SplitHalf(of: matrix, by: .items([6, 1, 4]))
    let other = try SplitHalf(of: matrix, by: .items([0, 2, 3, 5]))
    expectClose(one.horst, .derived(other.horst))
    expectClose(one.guttmanFlanagan, .derived(other.guttmanFlanagan))
    #expect(one.firstHalf == [1, 4, 6])
  }

  @Test(arguments: [
    ([[4.0]], SplitRule.oddEven, NumericError.tooFewItems(count: 0, required: 2)),
    ([[4, 1], [1, 4]], .items([]), .tooFewItems(count: 0, required: 1)),
    ([[4, 1], [1, 4]], .items([0, 1]), .tooFewItems(count: 0, required: 1)),
    ([[4, 1], [1, 4]], .items([2]), .parameterOutOfRange(name: "item position", value: 2)),
    ([[4, 1], [1, 4]], .items([0, 0]), .parameterOutOfRange(name: "item position", value: 0)),
    ([[4, 0], [0, 0]], .oddEven, .noTotalVariance),
    ([[1, -1], [-1, 1]], .oddEven, .noTotalVariance),
  ])
  func refuses(rows: [[Double]], rule: SplitRule, error: NumericError) {
    #expect(throws: error) { try SplitHalf(of: CovarianceMatrix(rows: rows), by: rule) }
  }
}
