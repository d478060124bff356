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
}
