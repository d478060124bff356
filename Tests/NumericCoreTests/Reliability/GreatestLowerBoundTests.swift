import NumericCore
import NumericTestSupport
import Testing

@Suite struct GreatestLowerBoundTests {
  /// The interior-point method stops within 1e-9 of the total.
  func near(_ value: Double) -> Reference {
    .approximate(value, relative: 1e-8, reason: "interior-point method")
  }

  @Test func parallelItemsByHand() throws {  // C − d I is singular at d = 2: 1 − 6 / 24
    let result = try GreatestLowerBound(
      of: CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 9))
    expectClose(result.bound, near(0.75))
    for variance in result.errorVariances { expectClose(variance, near(2)) }
    #expect(!result.isDegenerate && result.itemCount == 3 && result.completeCaseCount == 9)
  }

  @Test func twoItemsAreTheSmallestScale() throws {  // (1 − d)² = c² at d = 1/2: 1 − 1 / 3
    let result = try GreatestLowerBound(of: CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]]))
    expectClose(result.bound, near(2.0 / 3))
  }

  @Test func aConstantItemChangesNothingAndIsNotCalledDependent() throws {
    let rows: [[Double]] = [[4, 2, 0, 2], [2, 4, 0, 2], [0, 0, 0, 0], [2, 2, 0, 4]]
    let result = try GreatestLowerBound(of: CovarianceMatrix(rows: rows, caseCount: 9))
    expectClose(result.bound, near(0.75))
    #expect(result.errorVariances[2] == 0 && !result.isDegenerate)
  }

  @Test func aRepeatedItemIsWarnedOf() throws {
    let matrix = try CovarianceMatrix(
      rows: [[1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]], caseCount: 50)
    let value = try #require(try GreatestLowerBound.definition.compute(.items(matrix)).first)
    #expect(value.warnings == [.dependentItems])
    #expect(FactorWarning.dependentItems.description.contains("near 1 by construction"))
  }

  @Test func unrelatedItemsHaveNone() throws {
    let result = try GreatestLowerBound(of: CovarianceMatrix(rows: [[3, 0], [0, 1]]))
    #expect(abs(result.bound) < 1e-8)
  }

  @Test(arguments: ItemMetric.allCases) func agreesWithPsych(metric: ItemMetric) throws {
    let scale = try AttitudeScale()
    let result =
      metric == .covariance
      ? try GreatestLowerBound(of: scale.covariance)
      : try GreatestLowerBound(of: scale.correlation)
    expectClose(result.bound, near(try scale.file.software("\(metric).glb").value))
    #expect(result.metric == metric)
  }

  @Test(arguments: 1...20) func isAtLeastEveryOtherBound(seed: UInt64) throws {
    let matrix = try randomCovariance(2 + Int(seed % 9), seed: 200 + seed)
    let bound = try GreatestLowerBound(of: matrix).bound
    let lambdas = try GuttmanLambdas(of: matrix)
    let others = [
      lambdas.lambda1, lambdas.lambda2, lambdas.lambda5, try GuttmanLambda6(of: matrix).lambda,
      try SplitHalves(of: matrix).maximum, try TenBergeZegers(of: matrix).mu3,
    ]
    #expect(others.allSatisfy { $0 <= bound + 1e-8 }, "seed \(seed)")
    #expect(bound <= 1)
  }

  @Test(arguments: [0.001, 1000]) func theScoreUnitDoesNotMatter(unit: Double) throws {
    let matrix = try randomCovariance(6, seed: 5)
    let scaled = try CovarianceMatrix(rows: matrix.rows.map { $0.map { $0 * unit } })
    expectClose(
      try GreatestLowerBound(of: scaled).bound, near(try GreatestLowerBound(of: matrix).bound))
  }

  @Test func aRepeatedItemIsMarked() throws {  // the first two are free of error: 1 − d3 / 11
    let result = try GreatestLowerBound(
      of: CovarianceMatrix(rows: [[1, 1, 1], [1, 1, 1], [1, 1, 3]]))
    #expect(result.isDegenerate)
    expectClose(result.bound, near(1 - 2.0 / 11))
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try GreatestLowerBound(of: CovarianceMatrix(rows: [[4]]))
    }
    #expect(throws: NumericError.noTotalVariance) {
      try GreatestLowerBound(of: CovarianceMatrix(rows: [[1, -1], [-1, 1]]))
    }
    #expect(throws: NumericError.dependentItems) {
      try GreatestLowerBound(of: CovarianceMatrix(rows: [[1, 2], [2, 1]]))
    }
  }
}
