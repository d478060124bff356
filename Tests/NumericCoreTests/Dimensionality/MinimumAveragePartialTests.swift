import NumericCore
import NumericTestSupport
import Testing

@Suite struct MinimumAveragePartialTests {
  @Test func twoItemsHaveAClosedForm() throws {  // r² before, 1 after the first component
    let matrix = try CovarianceMatrix(rows: [[1, 0.6], [0.6, 1]]).correlations()
    let partial = try MinimumAveragePartial(of: matrix)
    expectClose(partial.averageSquares[0], .derived(0.36))
    expectClose(partial.averageSquares[1], .derived(1))
    expectClose(partial.averageFourthPowers[0], .derived(0.1296))
    #expect(partial.componentCount == 0)
  }

  @Test func agreesWithPsych() throws {
    let data = try FactorData()
    let partial = try MinimumAveragePartial(of: data.correlations())
    for component in 1...8 {
      expectClose(
        partial.averageSquares[component], try data.file.software("map.\(component)"))
    }
    #expect(partial.averageSquares.count == 9)
  }

  @Test func refusesOneItem() {
    #expect(throws: NumericError.tooFewItems(count: 1, required: 2)) {
      _ = try MinimumAveragePartial(of: CovarianceMatrix(rows: [[1]]).correlations())
    }
  }
}
