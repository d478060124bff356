import NumericCore
import NumericTestSupport
import Testing

@Suite struct SquaredMultipleCorrelationsTests {
  func shares(_ rows: [[Double]]) throws -> [Double] {
    try SquaredMultipleCorrelations(of: CovarianceMatrix(rows: rows).correlations()).values
  }

  @Test func twoItemsShareTheSquaredCorrelation() throws {
    for share in try shares([[1, 0.6], [0.6, 1]]) { expectClose(share, .derived(0.36)) }
  }

  @Test func equalCorrelationsHaveAClosedForm() throws {  // (k − 1) r² / (1 + (k − 2) r)
    for share in try shares([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]) {
      expectClose(share, .derived(1.0 / 3))
    }
  }

  @Test func agreesWithPsych() throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let matrix = try CovarianceMatrix(columns: columns, policy: .listwise).correlations()
    let values = try SquaredMultipleCorrelations(of: matrix).values
    for (item, value) in zip(["a", "b", "c", "d"], values) {
      expectClose(value, try file.software("listwise.smc.\(item)"))
    }
  }

  @Test func oneItemSharesNothing() throws { #expect(try shares([[4]]) == [0]) }

  @Test func aRepeatedItemIsRefused() {
    #expect(throws: NumericError.dependentItems) { try shares([[1, 1], [1, 1]]) }
  }
}
