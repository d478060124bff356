import NumericCore
import NumericTestSupport
import Testing

@Suite struct QuantileTests {
  @Test func smallSampleByHand() throws {
    let values = [10.0, 20, 30, 40]  // h = 1 + 3/4 and h = 5/4
    #expect(try Quantile(of: values, share: 0.25, type: .seven).value == 17.5)
    #expect(try Quantile(of: values, share: 0.25, type: .six).value == 12.5)
  }

  @Test(arguments: QuantileType.allCases, [0.05, 0.25, 0.5, 0.75, 0.95])
  func agreesWithR(type: QuantileType, share: Double) throws {  // Tests/Reference/small-scale.R
    let values = [2.5, 3.25, 3.25, 4, 7.5, 9, 11, 12.75, 20, 31]
    let file = try ReferenceFile("small-scale")
    expectClose(
      try Quantile(of: values, share: share, type: type).value,
      try file.software("v.quantile\(type.rawValue).\(share)"))
  }

  @Test(arguments: QuantileType.allCases) func endsAreTheExtremes(type: QuantileType) throws {
    #expect(try Quantile(of: [3, 1, 2], share: 0, type: type).value == 1)
    #expect(try Quantile(of: [3, 1, 2], share: 1, type: type).value == 3)
    #expect(try Quantile(of: [7], share: 0.3, type: type).value == 7)
  }

  @Test func aTallyHasTheQuantilesOfItsAnswers() throws {
    let tally = try ItemTally(codes: [1, 4], counts: [3, 2])
    #expect(
      try Quantile(of: tally, share: 0.6, type: .seven)
        == Quantile(of: [1, 1, 1, 4, 4], share: 0.6, type: .seven))
  }

  @Test(arguments: [
    ([Double](), 0.5, NumericError.tooFewValues(count: 0, required: 1)),
    ([1], 1.5, .probabilityOutOfRange(1.5)), ([1], .nan, .notANumber), ([.nan], 0.5, .notANumber),
  ])
  func refuses(values: [Double], share: Double, error: NumericError) {
    #expect(throws: error) { try Quantile(of: values, share: share, type: .six) }
  }
}
