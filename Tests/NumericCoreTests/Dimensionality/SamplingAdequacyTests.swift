import NumericCore
import NumericTestSupport
import Testing

@Suite struct SamplingAdequacyTests {
  @Test func equalCorrelationsHaveAClosedForm() throws {
    // Partial correlations of three items with r = 1/2 are 1/3: (1/4) / (1/4 + 1/9) = 9/13.
    let rows = [[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]
    let adequacy = try SamplingAdequacy(of: CovarianceMatrix(rows: rows).correlations())
    expectClose(adequacy.overall, .derived(9.0 / 13))
    for item in adequacy.items { expectClose(item, .derived(9.0 / 13)) }
  }

  @Test func twoItemsAreHalfAdequate() throws {  // the partial correlation is the correlation
    let matrix = try CovarianceMatrix(rows: [[1, 0.3], [0.3, 1]]).correlations()
    expectClose(try SamplingAdequacy(of: matrix).overall, .derived(0.5))
  }

  @Test func agreesWithPsych() throws {
    let data = try FactorData()
    let adequacy = try SamplingAdequacy(of: data.correlations())
    expectClose(adequacy.overall, try data.file.software("kmo"))
    for (item, value) in adequacy.items.enumerated() {
      expectClose(value, try data.file.software("kmo.item.\(item + 1)"))
    }
  }

  @Test(arguments: [
    ([[1.0]], NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, 1], [1, 1]], .dependentItems), ([[1, 0], [0, 1]], .noTotalVariance),
  ])
  func refuses(rows: [[Double]], error: NumericError) {
    #expect(throws: error) {
      _ = try SamplingAdequacy(of: CovarianceMatrix(rows: rows).correlations())
    }
  }
}
