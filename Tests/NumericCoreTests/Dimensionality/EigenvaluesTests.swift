import NumericCore
import NumericTestSupport
import Testing

@Suite struct EigenvaluesTests {
  @Test func equalCorrelationsHaveAClosedForm() throws {  // 1 + (k − 1) r and 1 − r
    let rows = [[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]
    let eigenvalues = try Eigenvalues(of: CovarianceMatrix(rows: rows).correlations())
    for (value, expected) in zip(eigenvalues.values, [2, 0.5, 0.5]) {
      expectClose(value, .derived(expected))
    }
    #expect(eigenvalues.countAboveOne == 1)
  }

  @Test func agreesWithR() throws {
    let data = try FactorData()
    let eigenvalues = try Eigenvalues(of: data.correlations())
    for (index, value) in eigenvalues.values.enumerated() {
      expectClose(value, try data.file.software("eigen.\(index + 1)"))
    }
    expectClose(eigenvalues.values.reduce(0, +), .derived(9))
  }
}
