import NumericCore
import NumericTestSupport
import Testing

@Suite struct OrdinalReliabilityTests {
  @Test func agreesWithLavaan() throws {
    let data = try FactorData()
    let result = try OrdinalReliability(of: data.tally(0..<6), emptyCells: .halfInBinary)
    expectClose(result.ordinalAlpha, try data.found("ordinal.alpha", within: 1e-5))
    expectClose(result.latentOmega, try data.found("ordinal.latent", within: 2e-5))
    expectClose(result.categoricalOmega, try data.found("ordinal.green.yang", within: 2e-5))
    for (item, loading) in result.loadings.enumerated() {
      expectClose(loading, try data.found("ordinal.loading.\(item + 1)", within: 5e-5))
    }
  }

  @Test func turnedScalesGiveTheSame() throws {
    let data = try FactorData()
    let codes = try data.codes(0..<6)
    let plain = try OrdinalReliability(
      of: PairTally(of: codes, policy: .listwise), emptyCells: .kept)
    let turned = try OrdinalReliability(
      of: PairTally(of: codes.map { $0.reversed(within: 1...5) }, policy: .listwise),
      emptyCells: .kept)
    expectClose(
      turned.categoricalOmega,
      .iterative(plain.categoricalOmega, within: 1e-8, reason: "a search"))
  }

  @Test func refusesTwoItemsAndConstantOnes() throws {
    let data = try FactorData()
    #expect(throws: NumericError.tooFewItems(count: 2, required: 3)) {
      _ = try OrdinalReliability(of: data.tally(0..<2), emptyCells: .kept)
    }
    #expect(throws: NumericError.constantValues(item: 1)) {
      let same = try ItemCodes(answers: [Int?](repeating: 2, count: 300))
      let codes = try [data.codes()[0], same, data.codes()[1]]
      _ = try OrdinalReliability(
        of: PairTally(of: codes, policy: .listwise), emptyCells: .kept)
    }
  }
}
