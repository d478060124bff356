import NumericCore
import NumericTestSupport
import Testing

@Suite struct ClusteredMeanTests {
  private let values: [Double] = [
    4, 5, 3, 4, 2, 5, 5, 4, 1, 3, 3, 2, 4, 4, 5, 2, 3, 1, 4, 5, 5, 3, 2, 4, 4, 3, 5, 1, 2, 4,
  ]
  private let clusters = [
    0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 4, 4, 5, 5, 5, 6, 7, 7, 8, 8, 8, 8, 9, 9, 10, 10, 11, 11, 11, 11,
  ]

  /// R clubSandwich 0.5.8: `coef_test(lm(y ~ 1), vcov = "CR2", cluster = cl)`, `conf_int`.
  @Test func agreesWithClubSandwich() throws {
    let result = try ClusteredMean(of: values, clusters: clusters)
    expectClose(result.mean, .derived(3.4))
    expectClose(result.standardError, .software(0.22692087460646662))
    expectClose(result.degreesOfFreedom, .software(9.24011804012855720))
    let interval = try result.interval(level: 0.95)
    expectClose(interval.lower, .software(2.8886955772134364))
    expectClose(interval.upper, .software(3.9113044227865643))
    #expect(interval.method == .clusterRobust)
    #expect(result.clusterCount == 12 && result.count == 30)
  }

  /// Clusters of one row are no clusters; then it is Student's t.
  @Test func singleRowsGiveTheOrdinaryInterval() throws {
    let result = try ClusteredMean(of: values, clusters: Array(values.indices))
    let plain = try Description(of: values)
    expectClose(result.standardError, .derived(try #require(plain.standardError)))
    expectClose(result.degreesOfFreedom, .derived(29))
    let (one, other) = (try result.interval(level: 0.9), try plain.meanInterval(level: 0.9))
    expectClose(one.lower, .derived(other.lower))
    expectClose(one.upper, .derived(other.upper))
  }

  /// Of clusters of one size it is that of their means.
  @Test func clustersOfOneSizeGiveTheIntervalOfTheirMeans() throws {
    let result = try ClusteredMean(of: values, clusters: values.indices.map { $0 / 3 })
    let means = (0..<10).map { place in values[3 * place..<3 * place + 3].reduce(0, +) / 3 }
    let plain = try Description(of: means)
    expectClose(result.standardError, .derived(try #require(plain.standardError)))
    expectClose(result.degreesOfFreedom, .derived(9))
  }

  @Test func theNumbersOfClustersAreNamesOnly() throws {
    let one = try ClusteredMean(of: values, clusters: clusters)
    let other = try ClusteredMean(of: values, clusters: clusters.map { 2 * (20 - $0) })
    expectClose(other.standardError, .derived(one.standardError))
    expectClose(other.degreesOfFreedom, .derived(one.degreesOfFreedom))
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.unequalLengths(first: 2, second: 1)) {
      try ClusteredMean(of: [1, 2], clusters: [0])
    }
    #expect(throws: NumericError.notANumber) {
      try ClusteredMean(of: [1, .infinity], clusters: [0, 1])
    }
    #expect(throws: NumericError.tooFewGroups(count: 1, required: 2)) {
      try ClusteredMean(of: [1, 2], clusters: [3, 3])
    }
    #expect(throws: NumericError.tooFewGroups(count: 9, required: 10)) {
      try ClusteredMean(of: Array(values.prefix(18)), clusters: (0..<18).map { $0 / 2 })
        .interval(level: 0.95)
    }
    #expect(throws: NumericError.constantValues(item: nil)) {
      try ClusteredMean(of: [Double](repeating: 4, count: 20), clusters: (0..<20).map { $0 / 2 })
        .interval(level: 0.95)
    }
    #expect(throws: NumericError.probabilityOutOfRange(1)) {
      try ClusteredMean(of: values, clusters: clusters).interval(level: 1)
    }
  }
}
