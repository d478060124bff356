import NumericCore
import NumericTestSupport
import Testing

@Suite struct McDonaldOmegaBootstrapTests {
  @Test func threadsChangeNothing() throws {
    let rows = try ItemRows(of: FactorData().codes(0..<4), policy: .listwise)
    let one = try BootstrapDistribution(
      ofOmegaOf: rows, options: BootstrapOptions(resampleCount: 100, seed: 5))
    let two = try BootstrapDistribution(
      ofOmegaOf: rows, options: BootstrapOptions(resampleCount: 100, seed: 5, threadCount: 2))
    #expect(one.replicates == two.replicates)
    #expect(one.undefinedCount == 0)
  }

  @Test func theEstimateIsOmegaAndTheErrorThatOfTheory() throws {
    let data = try FactorData()
    // Three items, which one factor fits exactly.
    let rows = try ItemRows(of: data.codes(0..<3), policy: .listwise)
    let drawn = try BootstrapDistribution(
      ofOmegaOf: rows, options: BootstrapOptions(resampleCount: 1000, seed: 5))
    let omega = try McDonaldOmega(of: data.covariances(0..<3))
    expectClose(drawn.estimate, .iterative(omega.omegaTotal, within: 1e-8, reason: "a search"))
    let error = try #require(omega.standardError)
    expectClose(
      drawn.standardError,
      .approximate(error, relative: 0.25, reason: "seed 5: items are not quite normal"))
  }

  @Test func categoricalOmegaIsResampledAlike() throws {
    let items = try FactorData().codes(0..<3)
    func draw(_ threads: Int) throws -> BootstrapDistribution {
      try BootstrapDistribution(
        ofCategoricalOmegaOf: items, emptyCells: .halfInBinary,
        options: BootstrapOptions(resampleCount: 100, seed: 2, threadCount: threads))
    }
    let one = try draw(1)
    #expect(one.replicates == (try draw(3)).replicates)
    let tally = try PairTally(of: items, policy: .listwise)
    let result = try OrdinalReliability(of: tally, emptyCells: .halfInBinary)
    #expect(one.estimate == result.categoricalOmega)
    #expect(one.acceleration != nil)
  }

  /// A group for each row is no group; groups of two rows draw both.
  @Test func rowsOfAGroupAreDrawnTogether() throws {
    let items = try FactorData().codes(0..<3)
    let rowCount = items[0].rowCount
    let options = try BootstrapOptions(resampleCount: 100, seed: 2)
    func draw(_ groups: [Int]?) throws -> BootstrapDistribution {
      try BootstrapDistribution(
        ofCategoricalOmegaOf: items, groups: groups, emptyCells: .halfInBinary, options: options)
    }
    let alone = try draw(nil)
    #expect(try draw(Array(0..<rowCount)).replicates == alone.replicates)
    // Each row twice, as a group, is the same as each row once.
    let twice = try items.map { item in
      try ItemCodes(answers: (0..<2 * rowCount).map { item[$0 / 2] })
    }
    let pairs = try BootstrapDistribution(
      ofCategoricalOmegaOf: twice, groups: (0..<2 * rowCount).map { $0 / 2 },
      emptyCells: .halfInBinary, options: options)
    #expect(pairs.caseCount == rowCount)
    expectClose(
      pairs.standardError,
      .approximate(alone.standardError, relative: 0.01, reason: "the same rows are drawn"))
    #expect(throws: NumericError.tooFewValues(count: 39, required: 40)) {
      try draw((0..<rowCount).map { $0 % 39 })
    }
    #expect(throws: NumericError.unequalLengths(first: rowCount, second: 1)) { try draw([0]) }
  }

  /// The registry's intervals and the named ones are of the same draws.
  @Test func theRegistryResamplesTheSame() throws {
    let items = try FactorData().codes(0..<3)
    let rows = try ItemRows(of: items, policy: .listwise)
    let options = try BootstrapOptions(resampleCount: 100, seed: 2)
    for definition in StatisticRegistry.all {
      guard let resampling = definition.resampling else { continue }
      let drawn: BootstrapDistribution
      let input: StatisticInput
      switch resampling {
      case .numbers(let resample):
        let used =
          definition.id == "spearman_brown"
          ? try ItemRows(of: Array(items.prefix(2)), policy: .listwise) : rows
        drawn = try resample(used, options)
        let tally = try PairTally(
          of: definition.id == "spearman_brown" ? Array(items.prefix(2)) : items, policy: .listwise)
        input = .items(try CovarianceMatrix(of: tally))
      case .answers(let resample):
        drawn = try resample(items, nil, options)
        input = .answers(try PairTally(of: items, policy: .listwise))
      }
      guard definition.id != "kr20" else { continue }
      let value = try #require(definition.compute(input).first?.value)
      expectClose(drawn.estimate, .iterative(value, within: 1e-8, reason: "a search"))
      #expect(drawn.replicates.first != drawn.replicates.last, "\(definition.id)")
    }
  }

  @Test func refusesTwoItems() throws {
    let items = try FactorData().codes(0..<2)
    let options = try BootstrapOptions(resampleCount: 100, seed: 1)
    let needed = NumericError.tooFewItems(count: 2, required: 3)
    #expect(throws: needed) {
      _ = try BootstrapDistribution(
        ofOmegaOf: ItemRows(of: items, policy: .listwise), options: options)
    }
    #expect(throws: needed) {
      _ = try BootstrapDistribution(
        ofCategoricalOmegaOf: items, emptyCells: .kept, options: options)
    }
  }

  @Test func whatTakesTooLongIsRefusedWithItsLimit() throws {
    let options = try BootstrapOptions(resampleCount: 100, seed: 2)
    let wide = try ItemRows(
      columns: (0..<41).map { item in (0..<60).map { Double(($0 * (item + 2)) % 61) } },
      policy: .listwise)
    #expect(throws: NumericError.tooManyItems(count: 41, allowed: 40)) {
      try BootstrapDistribution(ofOmegaOf: wide, options: options)
    }
    // Ten items of five answers: 45 tables of 25 cells.
    var random = SeededGenerator(seed: 9)
    let items = try (0..<10).map { _ in
      try ItemCodes(answers: (0..<400).map { _ in Int.random(in: 1...5, using: &random) })
    }
    #expect(throws: NumericError.tooManyCells(count: 1125, allowed: 1000)) {
      try BootstrapDistribution(
        ofCategoricalOmegaOf: items, emptyCells: .kept, options: options)
    }
  }
}
