import NumericCore
import NumericTestSupport
import Testing

@Suite struct ProbabilityDistributionTests {
  let file: ReferenceFile
  init() throws { file = try ReferenceFile("small-scale") }  // Tests/Reference/small-scale.R

  @Test func normalAgreesWithR() throws {
    let normal = Normal.standard
    expectClose(try normal.cumulative(-1.25), try file.software("normal.cdf"))
    try expectTail(normal.complement(9), "normal.tail")
    expectClose(try normal.quantile(0.975), try file.software("normal.quantile"))
    let other = try Normal(mean: 10, standardDeviation: 2)
    expectClose(try other.quantile(0.975), .derived(10 + 2 * (try normal.quantile(0.975))))
  }

  @Test func studentTAgreesWithR() throws {
    let t = try StudentT(degreesOfFreedom: 7)
    expectClose(try t.cumulative(2.1), try file.software("t.cdf"))
    try expectTail(t.complement(12), "t.tail")
    expectClose(try t.quantile(0.975), try file.software("t.quantile"))
  }

  @Test func chiSquaredAgreesWithR() throws {
    let chiSquared = try ChiSquared(degreesOfFreedom: 3)
    expectClose(try chiSquared.cumulative(4.5), try file.software("chi.cdf"))
    try expectTail(chiSquared.complement(80), "chi.tail")
    expectClose(try chiSquared.quantile(0.9), try file.software("chi.quantile"))
  }

  @Test func fisherFAgreesWithR() throws {
    let f = try FDistribution(numerator: 4, denominator: 17)
    expectClose(try f.cumulative(2.2), try file.software("f.cdf"))
    try expectTail(f.complement(60), "f.tail")
    expectClose(try f.quantile(0.95), try file.software("f.quantile"))
  }

  @Test func betaAgreesWithR() throws {
    let beta = try Beta(firstShape: 2.5, secondShape: 4)
    expectClose(try beta.cumulative(0.3), try file.software("beta.cdf"))
    try expectTail(beta.complement(0.99), "beta.tail")
    expectClose(try beta.quantile(0.2), try file.software("beta.quantile"))
  }

  @Test func binomialAgreesWithR() throws {
    let binomial = try Binomial(trialCount: 12, probability: 0.4)
    expectClose(try binomial.cumulative(4), try file.software("binomial.cdf"))
    try expectTail(binomial.complement(10), "binomial.tail")
  }

  @Test func complementsAndQuantilesUndoEachOther() throws {
    let t = try StudentT(degreesOfFreedom: 2.5)
    expectClose(try t.complement(t.quantileOfComplement(1e-9)), .derived(1e-9))
    expectClose(try t.cumulative(1) + t.complement(1), .derived(1))
  }

  // t: 1/2 + atan(1)/π; F: the same for the square root
  @Test func oneDegreeOfFreedomHasAClosedForm() throws {
    expectClose(try StudentT(degreesOfFreedom: 1).cumulative(1), .derived(0.75))
    expectClose(try FDistribution(numerator: 1, denominator: 1).cumulative(1), .derived(0.5))
    expectClose(try Beta(firstShape: 1, secondShape: 1).cumulative(0.3), .derived(0.3))
  }

  @Test func infiniteQuantilesAreErrors() {
    #expect(throws: NumericError.outOfRange) { try Normal.standard.quantile(1) }
    #expect(throws: NumericError.probabilityOutOfRange(1.5)) { try Normal.standard.quantile(1.5) }
    #expect(throws: NumericError.notANumber) { try Normal.standard.quantile(.nan) }
    #expect(throws: NumericError.notANumber) { try Normal.standard.cumulative(.infinity) }
  }

  @Test func refusesParameters() {
    #expect(throws: NumericError.parameterOutOfRange(name: "degrees of freedom", value: 0)) {
      try StudentT(degreesOfFreedom: 0)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "degrees of freedom", value: -1)) {
      try ChiSquared(degreesOfFreedom: -1)
    }
    #expect(throws: NumericError.notANumber) { try FDistribution(numerator: .nan, denominator: 1) }
    #expect(throws: NumericError.parameterOutOfRange(name: "shape", value: 0)) {
      try Beta(firstShape: 1, secondShape: 0)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "standard deviation", value: 0)) {
      try Normal(mean: 0, standardDeviation: 0)
    }
    #expect(throws: NumericError.countsOutOfRange(part: -1, whole: -1)) {
      try Binomial(trialCount: -1, probability: 0.5)
    }
    #expect(throws: NumericError.probabilityOutOfRange(2)) {
      try Binomial(trialCount: 1, probability: 2)
    }
  }

  /// A tail is tiny: it is its ratio that must agree.
  func expectTail(_ value: Double, _ name: String) throws {
    expectClose(value / (try file.software(name).value), .software(1))
  }
}
