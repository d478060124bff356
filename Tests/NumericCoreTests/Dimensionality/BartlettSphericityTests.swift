import NumericCore
import NumericTestSupport
import Testing

@Suite struct BartlettSphericityTests {
  @Test func twoItemsHaveAClosedForm() throws {  // −(n − 1 − 9/6) ln(1 − r²)
    let matrix = try CovarianceMatrix(rows: [[1, 0.6], [0.6, 1]], caseCount: 20).correlations()
    let test = try BartlettSphericity(of: matrix)
    expectClose(test.chiSquared, .derived(17.5 * 0.44628710262841953))
    expectClose(test.determinant, .derived(0.64))
    #expect(test.degreesOfFreedom == 1)
  }

  @Test func agreesWithPsych() throws {
    let data = try FactorData()
    let test = try BartlettSphericity(of: data.correlations())
    expectClose(test.chiSquared, try data.file.software("bartlett"))
    expectClose(test.pValue, try data.file.software("bartlett.p"))
  }

  /// Pairs of 4 to 9 rows: n is 4, as the warning says, and not 12.
  @Test func pairwiseCountsTakeTheFewestRows() throws {
    let columns: [[Double?]] = [
      [1, 2, 3, 4, 5, 2, 1, 4, 3, nil, nil, nil], [2, 1, 3, 5, 4, 2, 2, 5, 1, 3, 4, 1],
      [nil, nil, nil, nil, nil, 3, 1, 2, 5, 2, 4, 1],
    ]
    let covariance = try CovarianceMatrix(columns: columns, policy: .pairwise)
    let matrix = try covariance.correlations()
    #expect(try BartlettSphericity(of: matrix).caseCount == 4)
    #expect(try ParallelAnalysis(of: matrix, draws: 10, seed: 1).caseCount == 4)
    let warning = FactorWarning.pairwiseCases(smallest: 4, largest: 12)
    for id in ["bartlett_sphericity", "parallel_analysis"] as [StableID] {
      let definition = try #require(StatisticRegistry.definition(id: id))
      for value in try definition.compute(.items(covariance)) {
        #expect(value.warnings == [warning] && value.count == 4)
      }
    }
    #expect(warning.description.contains("4 to 12"))
  }

  @Test(arguments: [
    ([[1.0]], 9, NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, 1], [1, 1]], 9, .dependentItems),
    ([[1, 0.5], [0.5, 1]], 2, .tooFewValues(count: 2, required: 3)),
  ])
  func refuses(rows: [[Double]], caseCount: Int, error: NumericError) {
    #expect(throws: error) {
      _ = try BartlettSphericity(
        of: CovarianceMatrix(rows: rows, caseCount: caseCount).correlations())
    }
  }
}
