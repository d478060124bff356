import NumericCore
import NumericTestSupport
import Testing

@Suite struct CohenKappaTests {
  let counts = [11, 3, 1, 0, 4, 9, 2, 1, 0, 3, 12, 4, 1, 0, 2, 7]

  // agreement 35 / 50; chance 30 · 25 + 20 · 25 of 50²
  @Test func twoCategoriesByHand() throws {
    let kappa = try CohenKappa(of: table([20, 10, 5, 15]), weights: .identity)
    expectClose(kappa.observedAgreement, .derived(0.7))
    expectClose(kappa.chanceAgreement, .derived(0.5))
    expectClose(kappa.kappa, .derived(0.4))
    #expect(kappa.count == 50 && kappa.categoryCount == 2)
  }

  @Test(arguments: [AgreementWeights.identity, .linear, .quadratic])
  func agreesWithVcd(weights: AgreementWeights) throws {  // Tests/Reference/agreement.R
    let file = try ReferenceFile("agreement")
    let kappa = try CohenKappa(of: table(counts), weights: weights)
    expectClose(kappa.kappa, try file.software("kappa.\(weights.rawValue)"))
    expectClose(kappa.standardError, try file.software("kappa.\(weights.rawValue).se"))
  }

  @Test func theIntervalAgreesWithPsych() throws {
    let file = try ReferenceFile("agreement")
    let interval = try CohenKappa(of: table(counts), weights: .identity).interval(level: 0.95)
    expectClose(interval.lower, try file.software("kappa.identity.lower"))
    expectClose(interval.upper, try file.software("kappa.identity.upper"))
    #expect(interval.method == .asymptoticNormal)
  }

  @Test(arguments: AgreementWeights.allCases)
  func theOrderOfRatersDoesNotMatter(weights: AgreementWeights) throws {
    let one = try CohenKappa(of: table(counts), weights: weights)
    let other = try CohenKappa(of: table(counts).transposed, weights: weights)
    expectClose(one.kappa, .derived(other.kappa))
    expectClose(one.standardError, .derived(other.standardError))
  }

  @Test func weightsUseTheCodes() throws {  // distances 1 of 3 and 3 of 3
    let near = try ContingencyTable(
      rowCodes: [1, 2, 4], columnCodes: [1, 2, 4],
      counts: [
        4, 2, 0, 0, 4, 0, 0, 0, 4,
      ])
    let far = try ContingencyTable(
      rowCodes: [1, 2, 4], columnCodes: [1, 2, 4],
      counts: [
        4, 0, 2, 0, 4, 0, 0, 0, 4,
      ])
    let first = try CohenKappa(of: near, weights: .linear)
    let second = try CohenKappa(of: far, weights: .linear)
    expectClose(first.observedAgreement, .derived((12 + 2 * 2.0 / 3) / 14))
    expectClose(second.observedAgreement, .derived(12.0 / 14))
  }

  @Test func independentRatersHaveNoKappa() throws {
    let kappa = try CohenKappa(of: table([4, 4, 4, 4]), weights: .identity)
    #expect(kappa.kappa == 0)
    expectClose(kappa.standardError, .derived(kappa.standardErrorOfNull))
  }

  @Test func missingRatingsAreLeftOut() throws {
    let kappa = try CohenKappa(
      ItemCodes(answers: [1, 2, nil, 1, 2]), ItemCodes(answers: [1, 2, 1, 2, nil]),
      weights: .identity)
    #expect(kappa.count == 3)
    expectClose(kappa.kappa, .derived(0.4))
  }

  @Test func oneUnitIsEnough() throws {  // the smallest legal input: they differ, as by chance
    let kappa = try CohenKappa(
      ItemCodes(answers: [1]), ItemCodes(answers: [2]), weights: .identity)
    #expect(kappa.kappa == 0 && kappa.count == 1)
  }

  // Of 600 units: the asymptotic error then holds within a few percent.
  @Test(arguments: [AgreementWeights.identity, .linear, .quadratic])
  func resamplesSpreadAsTheStandardErrorSays(weights: AgreementWeights) throws {
    let options = try BootstrapOptions(resampleCount: 2000, seed: 7)
    let large = try table(counts.map { $0 * 10 })
    let kappa = try CohenKappa(of: large, weights: weights)
    let resamples = try BootstrapDistribution(
      ofKappaOf: large, weights: weights, options: options)
    expectClose(
      resamples.standardError,
      .approximate(kappa.standardError, relative: 0.08, reason: "simulation"))
    #expect(resamples.estimate == kappa.kappa)
    let interval = try resamples.bcaInterval(level: 0.95)
    #expect(interval.lower < kappa.kappa && kappa.kappa < interval.upper)
  }

  @Test func threadsChangeNoResample() throws {
    let one = try BootstrapDistribution(
      ofKappaOf: table(counts), weights: .linear,
      options: BootstrapOptions(resampleCount: 500, seed: 3))
    let four = try BootstrapDistribution(
      ofKappaOf: table(counts), weights: .linear,
      options: BootstrapOptions(resampleCount: 500, seed: 3, threadCount: 4))
    #expect(one.replicates == four.replicates)
  }

  @Test func undefinedKappaHasNoResamples() throws {
    #expect(throws: NumericError.constantValues(item: nil)) {
      try BootstrapDistribution(
        ofKappaOf: table([9, 0, 0, 0]), weights: .identity,
        options: BootstrapOptions(resampleCount: 100, seed: 1))
    }
  }

  @Test func refuses() throws {
    let one = try ItemCodes(answers: [1, 1, nil])
    #expect(throws: NumericError.constantValues(item: nil)) {
      try CohenKappa(one, one, weights: .linear)
    }
    #expect(throws: NumericError.tooFewUnits(count: 0, required: 1)) {
      try CohenKappa(one, ItemCodes(answers: [nil, nil, 1]), weights: .identity)
    }
    #expect(throws: NumericError.unequalLengths(first: 3, second: 1)) {
      try CohenKappa(one, ItemCodes(answers: [1]), weights: .identity)
    }
    #expect(throws: NumericError.probabilityOutOfRange(0)) {
      try CohenKappa(of: table(counts), weights: .identity).interval(level: 0)
    }
  }

  func table(_ counts: [Int]) throws -> ContingencyTable {
    let codes = Array(1...(counts.count == 4 ? 2 : 4))
    return try ContingencyTable(rowCodes: codes, columnCodes: codes, counts: counts)
  }
}
