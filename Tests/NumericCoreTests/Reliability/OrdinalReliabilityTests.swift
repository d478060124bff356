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

  /// Answers of two codes, by pattern. R lavaan 0.6-14 and semTools 0.5-6, `compRelSEM` of one factor
  /// of ordered items: 1.051, with `obs.var = FALSE` 0.771.
  private static let misfitting = [
    (1, 1, 1, 1, 30), (1, 1, 1, 2, 4), (1, 1, 2, 1, 5), (1, 1, 2, 2, 1), (1, 2, 1, 1, 3),
    (1, 2, 1, 2, 38), (1, 2, 2, 2, 7), (2, 1, 1, 1, 9), (2, 1, 1, 2, 1), (2, 1, 2, 1, 11),
    (2, 1, 2, 2, 9), (2, 2, 1, 1, 1), (2, 2, 1, 2, 2), (2, 2, 2, 1, 7), (2, 2, 2, 2, 22),
  ]

  @Test func aboveOneIsUndefinedAndTheReasonShowsTheFit() throws {
    var columns: [[Int?]] = [[], [], [], []]
    for (a, b, c, d, count) in Self.misfitting {
      for _ in 0..<count {
        for (item, code) in [a, b, c, d].enumerated() { columns[item].append(code) }
      }
    }
    let tally = try PairTally(
      of: columns.map { try ItemCodes(answers: $0) }, policy: .listwise)
    let result = try OrdinalReliability(of: tally, emptyCells: .halfInBinary)
    expectClose(result.categoricalOmega, .published("1.051"))
    expectClose(result.categoricalOmegaOfModel, .published("0.771"))
    #expect(
      throws: NumericError.misfit(
        value: result.categoricalOmega, modelValue: result.categoricalOmegaOfModel,
        residual: result.standardizedResidual)
    ) { try OrdinalReliability.categoricalOmegaDefinition.compute(.answers(tally)) }
  }

  @Test func bothVersionsStandBesideEachOther() throws {
    let values = try OrdinalReliability.categoricalOmegaDefinition.compute(
      .answers(FactorData().tally(0..<4)))
    // R semTools 0.5-6, compRelSEM, and the same with obs.var = FALSE.
    #expect(values.map(\.name) == ["categorical_omega", "of_model"])
    let expected = [0.63907406, 0.63829373]
    for (value, number) in zip(values, expected) {
      expectClose(value.value, .iterative(number, within: 2e-5, reason: FactorData.reason))
    }
  }

  @Test func manyAnswersAreRefused() throws {
    let many = try (0..<3).map { item in
      try ItemCodes(answers: (0..<260).map { row in (row * (item + 3)) % 13 })
    }
    let tally = try PairTally(of: many, policy: .listwise)
    let error = NumericError.tooManyCategories(item: 0, count: 13, allowed: 12)
    #expect(throws: error) { try OrdinalReliability(of: tally, emptyCells: .kept) }
    #expect(throws: error) { try PolychoricMatrix(of: tally, emptyCells: .kept) }
    #expect(throws: error) {
      try ParallelAnalysis(polychoricOf: many, emptyCells: .kept, draws: 10, seed: 1)
    }
    #expect(throws: error) {
      try OrdinalFactorAnalysis(
        of: many, model: .oneFactor(itemCount: 3), emptyCells: .kept)
    }
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
