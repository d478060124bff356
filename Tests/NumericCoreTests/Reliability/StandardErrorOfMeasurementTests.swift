import NumericCore
import NumericTestSupport
import Testing

@Suite struct StandardErrorOfMeasurementTests {
  @Test func parallelItemsByHand() throws {  // total variance 24, alpha 3/4
    let matrix = try CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]])
    let result = try StandardErrorOfMeasurement(of: matrix)
    expectClose(result.ofSum, .derived(6.0.squareRoot()))
    expectClose(result.ofMean, .derived(6.0.squareRoot() / 3))
    expectClose(result.sumStandardDeviation, .derived(24.0.squareRoot()))
  }

  @Test func agreesWithR() throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let matrix = try CovarianceMatrix(columns: columns, policy: .listwise)
    let result = try StandardErrorOfMeasurement(of: matrix)
    expectClose(result.ofSum, try file.software("listwise.sem.sum"))
    expectClose(result.ofMean, try file.software("listwise.sem.mean"))
    #expect(result.itemCount == 4 && result.completeCaseCount == 11)
  }

  @Test func perfectReliabilityLeavesNoError() throws {
    let matrix = try CovarianceMatrix(rows: [[4]])
    #expect(try StandardErrorOfMeasurement(of: matrix, reliability: 1).ofSum == 0)
    #expect(try StandardErrorOfMeasurement(of: matrix, reliability: 0).ofMean == 2)
  }

  /// SD² of the sum 4 + 16 + 2 · 4 = 28, r = 4 / 8, Spearman–Brown 2/3; alpha would be 4/7.
  @Test func twoItemsHaveTheErrorOfSpearmanBrown() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 4], [4, 16]], caseCount: 40)
    let result = try StandardErrorOfMeasurement(of: matrix)
    expectClose(result.reliability, .derived(2.0 / 3))
    expectClose(result.ofMean, .derived((28.0 / 3).squareRoot() / 2))
    let values = try StandardErrorOfMeasurement.definition.compute(.items(matrix))
    expectClose(values[1].value, .derived((28.0 / 3).squareRoot() / 2))
    let change = try MinimalDetectableChange.definition.compute(.items(matrix))
    expectClose(change[0].value, .derived(1.959_963_984_540_054 * (2 * 28.0 / 3).squareRoot()))
  }

  @Test(
    arguments: [
      // Variances 3, covariances −1.5: alpha 3/2 · (1 − 3 / 1.5).
      ([[1.0, -0.5, 0.25], [-0.5, 1.0, -0.5], [0.25, -0.5, 1.0]], -1.5),
      ([[1.0, -0.5], [-0.5, 1.0]], -2.0),
    ] as [([[Double]], Double)])
  func aNegativeReliabilityHasNoError(rows: [[Double]], reliability: Double) throws {
    let matrix = try CovarianceMatrix(rows: rows, caseCount: 40)
    for definition in [StandardErrorOfMeasurement.definition, MinimalDetectableChange.definition] {
      #expect(throws: NumericError.negativeReliability(reliability)) {
        try definition.compute(.items(matrix))
      }
    }
    #expect(throws: NumericError.negativeReliability(-0.1)) {
      try StandardErrorOfMeasurement(of: matrix, reliability: -0.1)
    }
  }

  @Test func refuses() throws {
    let matrix = try CovarianceMatrix(rows: [[4]])
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try StandardErrorOfMeasurement(of: matrix)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "reliability", value: 1.1)) {
      try StandardErrorOfMeasurement(of: matrix, reliability: 1.1)
    }
    #expect(throws: NumericError.notANumber) {
      try StandardErrorOfMeasurement(of: matrix, reliability: .nan)
    }
    let cancelling = try CovarianceMatrix(rows: [[1, -1], [-1, 1]])
    #expect(throws: NumericError.noTotalVariance) {
      try StandardErrorOfMeasurement(of: cancelling, reliability: 0.5)
    }
  }
}
