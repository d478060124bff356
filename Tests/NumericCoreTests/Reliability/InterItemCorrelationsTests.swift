import NumericCore
import NumericTestSupport
import Testing

@Suite struct InterItemCorrelationsTests {
  @Test func summarizesByHand() throws {
    let rows = [[1, 0.1, 0.6], [0.1, 1, 0.2], [0.6, 0.2, 1]]
    let result = try InterItemCorrelations(of: CovarianceMatrix(rows: rows).correlations())
    expectClose(result.average, .derived(0.3))
    expectClose(result.median, .derived(0.2))
    expectClose(result.minimum, .derived(0.1))
    expectClose(result.maximum, .derived(0.6))
    #expect(result.pairCount == 3 && result.itemCount == 3)
  }

  @Test(arguments: MissingDataPolicy.allCases)
  func agreesWithPsych(policy: MissingDataPolicy) throws {  // Tests/Reference/small-scale.R
    let file = try ReferenceFile("small-scale")
    let columns = try ReferenceFile("small-scale-data").columns
    let matrix = try CovarianceMatrix(columns: columns, policy: policy).correlations()
    let result = try InterItemCorrelations(of: matrix)
    expectClose(result.average, try file.software("\(policy).average_r"))
    expectClose(result.median, try file.software("\(policy).median_r"))
  }

  @Test func itemOrderDoesNotMatter() throws {
    let columns = try ReferenceFile("small-scale-data").columns
    let one = try CovarianceMatrix(columns: columns, policy: .listwise).correlations()
    let other = try CovarianceMatrix(columns: columns.reversed(), policy: .listwise).correlations()
    expectClose(
      try InterItemCorrelations(of: one).median,
      .derived(try InterItemCorrelations(of: other).median))
  }

  @Test func oneItemIsTooFew() throws {
    let matrix = try CovarianceMatrix(rows: [[1]]).correlations()
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      try InterItemCorrelations(of: matrix)
    }
  }
}
