import NumericCore
import NumericTestSupport
import Testing

@Suite struct SplitHalvesTests {
  @Test func parallelItemsHaveOneCoefficient() throws {  // 2 splits of 1 and 2: 4 · 4 / 24
    let result = try SplitHalves(
      of: CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 9))
    for value in [result.maximum, result.minimum, result.mean] {
      expectClose(value, .derived(2.0 / 3))
    }
    #expect(result.splitCount == 3 && result.isComplete)
    #expect(result.itemCount == 3 && result.completeCaseCount == 9)
  }

  @Test func twoItemsHaveOneSplit() throws {
    let result = try SplitHalves(of: CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]]))
    #expect(result.splitCount == 1 && result.bestHalf == [0])
    expectClose(result.maximum, .derived(2.0 / 3))
  }

  @Test(arguments: ItemMetric.allCases) func agreesWithR(metric: ItemMetric) throws {
    let scale = try AttitudeScale()
    let result =
      metric == .covariance
      ? try SplitHalves(of: scale.covariance) : try SplitHalves(of: scale.correlation)
    try scale.expect(result.maximum, "\(metric).split.max")
    try scale.expect(result.minimum, "\(metric).split.min")
    try scale.expect(result.mean, "\(metric).split.mean")
    #expect(result.splitCount == 35 && result.metric == metric)
  }

  @Test(arguments: ItemMetric.allCases) func agreesWithPsychForEvenScales(metric: ItemMetric) throws
  {
    let scale = try AttitudeScale()
    let result =
      metric == .covariance
      ? try SplitHalves(of: scale.covariance.dropping(6))
      : try SplitHalves(of: scale.correlation.dropping(6))
    try scale.expect(result.maximum, "\(metric).six.max")
    try scale.expect(result.minimum, "\(metric).six.min")
    try scale.expect(result.mean, "\(metric).six.mean")
  }

  @Test(arguments: 2...12) func isTheBestOfAllMasks(count: Int) throws {
    let matrix = try randomCovariance(count, seed: UInt64(count))
    let result = try SplitHalves(of: matrix)
    var coefficients: [Double] = []
    for mask in 0..<1 << count where mask.nonzeroBitCount == count / 2 {
      if count.isMultiple(of: 2) && mask & 1 == 0 { continue }
      let half = (0..<count).filter { mask >> $0 & 1 == 1 }
      coefficients.append(try SplitHalf(of: matrix, by: .items(half)).guttmanFlanagan)
    }
    #expect(result.splitCount == coefficients.count)
    expectClose(result.maximum, .derived(try #require(coefficients.max())))
    expectClose(result.minimum, .derived(try #require(coefficients.min())))
    expectClose(result.mean, .derived(coefficients.reduce(0, +) / Double(coefficients.count)))
    let best = try SplitHalf(of: matrix, by: .items(result.bestHalf))
    expectClose(best.guttmanFlanagan, .derived(result.maximum))
    let worst = try SplitHalf(of: matrix, by: .items(result.worstHalf))
    expectClose(worst.guttmanFlanagan, .derived(result.minimum))
  }

  @Test(arguments: 1...30) func lambda4IsNotBelowAlpha(seed: UInt64) throws {
    let k = 2 + Int(seed % 10)
    let matrix = try randomCovariance(k, seed: 100 + seed)
    let alpha = try CronbachAlpha(of: matrix).alpha
    let share = k.isMultiple(of: 2) ? 1 : 1 - 1 / Double(k * k)
    #expect(try SplitHalves(of: matrix).maximum >= share * alpha - 1e-12, "seed \(seed)")
  }

  @Test func aSampleLiesWithin() throws {
    let matrix = try randomCovariance(12, seed: 7)
    let all = try SplitHalves(of: matrix)
    let some = try SplitHalves(of: matrix, sampleCount: 50, seed: 1)
    #expect(!some.isComplete && some.splitCount == 50)
    #expect(some.maximum <= all.maximum + 1e-12 && some.minimum >= all.minimum - 1e-12)
    #expect(some.mean == all.mean)
    #expect(try SplitHalves(of: matrix, sampleCount: 50, seed: 1) == some)
    #expect(try SplitHalves(of: matrix, sampleCount: 50, seed: 2) != some)
    let large = try SplitHalves(of: randomCovariance(40, seed: 1), sampleCount: 20, seed: 1)
    #expect(large.bestHalf.count == 20 && large.bestHalf.first == 0)
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try SplitHalves(of: CovarianceMatrix(rows: [[4]]))
    }
    #expect(throws: NumericError.tooManyItems(count: 26, allowed: 25)) {
      try SplitHalves(of: randomCovariance(26, seed: 1))
    }
    #expect(throws: NumericError.noTotalVariance) {
      try SplitHalves(of: CovarianceMatrix(rows: [[1, -1], [-1, 1]]))
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "sample count", value: 0)) {
      try SplitHalves(of: randomCovariance(4, seed: 1), sampleCount: 0, seed: 1)
    }
  }
}
