import NumericCore
import Testing

@Suite struct FactorModelTests {
  @Test func countsWhatIsFree() throws {  // 3 · 2 loadings, 3 + 3 of factors, 9 of items
    let model = try FactorModel(itemCount: 9, factors: [[0, 1, 2], [3, 4, 5], [6, 7, 8]])
    #expect(model.parameterCount == 21)
    #expect(model.degreesOfFreedom == 24)
    #expect(try FactorModel.oneFactor(itemCount: 3).degreesOfFreedom == 0)
  }

  @Test(arguments: [
    (2, [[0, 1]], NumericError.tooFewItems(count: 2, required: 3)),
    (3, [[0, 1], [2]], .tooFewItems(count: 1, required: 2)),
    (3, [[0, 1]], .tooFewItems(count: 2, required: 3)),
    (3, [[0, 1, 3]], .parameterOutOfRange(name: "item", value: 3)),
    (3, [[0, 0, 1]], .parameterOutOfRange(name: "item", value: 0)),
    (3, [], .parameterOutOfRange(name: "number of factors", value: 0)),
  ])
  func refuses(itemCount: Int, factors: [[Int]], error: NumericError) {
    #expect(throws: error) { _ = try FactorModel(itemCount: itemCount, factors: factors) }
  }
}
