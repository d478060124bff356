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
