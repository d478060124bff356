import NumericCore
import NumericTestSupport
import Testing

@Suite struct AutocorrelationTests {
  @Test func smallSampleByHand() throws {  // deviations −1 0 1: products 0, squares 2
    #expect(try Autocorrelation(of: [1, 2, 3]).coefficient == 0)
    expectClose(try Autocorrelation(of: [1, 2, 3, 4]).coefficient, .derived(0.25))
  }

  @Test func twoValuesAreEnough() throws {
    let result = try Autocorrelation(of: [0, 2])
    #expect(result.coefficient == -0.5 && result.count == 2)
  }

  @Test func theUnitDoesNotMatter() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    expectClose(
      try Autocorrelation(of: values.map { 1e6 + 3 * $0 }).coefficient,
      .derived(try Autocorrelation(of: values).coefficient))
  }

  @Test(arguments: [
    ([1.0], NumericError.tooFewValues(count: 1, required: 2)),
    ([0.1, 0.1], .constantValues(item: nil)),
    ([1, .nan], .notANumber),
  ])
  func refuses(values: [Double], error: NumericError) {
    #expect(throws: error) { try Autocorrelation(of: values) }
  }
}
