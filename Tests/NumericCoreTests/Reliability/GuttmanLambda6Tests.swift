import NumericCore
import NumericTestSupport
import Testing

@Suite struct GuttmanLambda6Tests {
  func lambda(_ rows: [[Double]]) throws -> Double {
    try GuttmanLambda6(of: CovarianceMatrix(rows: rows).correlations()).lambda
  }

  @Test func parallelItemsByHand() throws {  // smc 1/3: 1 − 3 · (2/3) / 6
    try expectClose(lambda([[4, 2, 2], [2, 4, 2], [2, 2, 4]]), .derived(2.0 / 3))
  }

  @Test func twoItemsAreTheSmallestScale() throws {  // 1 − 2 (1 − r²) / (2 + 2 r) = r
    try expectClose(lambda([[1, 0.5], [0.5, 1]]), .derived(0.5))
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func agreesWithPsych(policy: MissingDataPolicy) throws {  // Tests/Reference/small-scale.R
    let columns = try ReferenceFile("small-scale-data").columns
    let matrix = try CovarianceMatrix(columns: columns, policy: policy).correlations()
    expectClose(
      try GuttmanLambda6(of: matrix).lambda,
      try ReferenceFile("small-scale").software("\(policy).lambda6"))
  }

  @Test(arguments: [
    ([[4.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, 1], [1, 1]], .dependentItems),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) { try lambda(rows) }
  }
}
