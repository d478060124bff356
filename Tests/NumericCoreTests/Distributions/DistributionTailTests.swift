import NumericCore
import NumericTestSupport
import Testing

/// Far tails, held by their ratio to numbers of mpmath (Tests/Reference/distributions.py).
@Suite struct DistributionTailTests {
  let file: ReferenceFile
  init() throws { file = try ReferenceFile("distributions") }

  @Test func centralDistributions() throws {
    try expectTail(StudentT(degreesOfFreedom: 3), 10_000, "t.10000.3")
    try expectTail(StudentT(degreesOfFreedom: 30), 50, "t.50.30")
    try expectTail(StudentT(degreesOfFreedom: 0.5), 5, "t.5.0.5")
    try expectTail(ChiSquared(degreesOfFreedom: 5), 1000, "chi.1000.5")
    try expectTail(FDistribution(numerator: 2, denominator: 40), 1000, "f.1000.2.40")
    try expectTail(Normal.standard, 37, "normal.37")
    try expectTail(Beta(firstShape: 2, secondShape: 30), 0.875, "beta.0.875.2.30")
    try expectTail(Binomial(trialCount: 100, probability: 0.25), 60, "binomial.60.100.0.25")
  }

  @Test(arguments: [
    (3.0, 4.0, 2.0, "3.4.2"), (20, 4, 2, "20.4.2"), (200, 4, 2, "200.4.2"),
    (5, 1.5, 30, "5.1.5.30"), (100, 7, 30, "100.7.30"), (400, 10, 100, "400.10.100"),
  ])
  func noncentralChiSquared(x: Double, df: Double, noncentrality: Double, name: String) throws {
    let distribution = try NoncentralChiSquared(
      degreesOfFreedom: df, noncentrality: noncentrality)
    try expectBoth(distribution, x, "ncchi2.\(name)")
  }

  @Test(arguments: [
    (1.5, 3.0, 20.0, 4.0, "1.5.3.20.4"), (10, 3, 20, 4, "10.3.20.4"),
    (100, 3, 20, 4, "100.3.20.4"), (0.2, 5, 12, 30, "0.2.5.12.30"),
    (30, 2, 50, 10, "30.2.50.10"),
  ])
  func noncentralF(x: Double, df: Double, rest: Double, noncentrality: Double, name: String) throws
  {
    let distribution = try NoncentralF(
      numerator: df, denominator: rest, noncentrality: noncentrality)
    try expectBoth(distribution, x, "ncf.\(name)")
  }

  @Test(arguments: [
    (1.5, 10.0, 1.0, "1.5.10.1"), (8, 10, 1, "8.10.1"), (40, 10, 1, "40.10.1"),
    (-3, 10, 1, "-3.10.1"), (-10, 7, 2, "-10.7.2"), (3, 30, -1, "3.30.-1"),
    (12, 5, 6.5, "12.5.6.5"),
  ])
  func noncentralT(x: Double, df: Double, noncentrality: Double, name: String) throws {
    try expectBoth(
      NoncentralT(degreesOfFreedom: df, noncentrality: noncentrality), x, "nct.\(name)")
  }

  @Test(arguments: [
    (3.5, 3, 10.0, "3.5.3.10"), (1, 2, 5, "1.2.5"), (0.1, 4, 8, "0.1.4.8"),
    (12, 5, 20, "12.5.20"), (60, 3, 4, "60.3.4"), (4.2, 10, 200, "4.2.10.200"),
    (6, 50, 30, "6.50.30"), (3.7, 3, 1, "3.7.3.1"),
  ])
  func studentizedRange(x: Double, groups: Int, df: Double, name: String) throws {
    try expectBoth(
      StudentizedRange(groupCount: groups, degreesOfFreedom: df), x, "tukey.\(name)")
  }

  // With two groups the range is √2 |t|.
  @Test(arguments: [1.0, 2.5, 7, 1000]) func twoGroupsAreStudentsT(df: Double) throws {
    let range = try StudentizedRange(groupCount: 2, degreesOfFreedom: df)
    let t = try StudentT(degreesOfFreedom: df)
    for x in [0.01, 0.5, 2, 6, 15] {
      let tail = 2 * (try t.complement(x))
      expectClose(try range.complement(x * Double(2).squareRoot()) / tail, .derived(1))
    }
  }

  @Test func withoutNoncentralityTheyAreTheCentralOnes() throws {
    let t = try NoncentralT(degreesOfFreedom: 7, noncentrality: 0)
    expectClose(try t.cumulative(1.3), .derived(try StudentT(degreesOfFreedom: 7).cumulative(1.3)))
    let f = try NoncentralF(numerator: 3, denominator: 9, noncentrality: 0)
    let central = try FDistribution(numerator: 3, denominator: 9)
    expectClose(try f.complement(2), .derived(try central.complement(2)))
    let chi = try NoncentralChiSquared(degreesOfFreedom: 4, noncentrality: 0)
    expectClose(
      try chi.cumulative(3), .derived(try ChiSquared(degreesOfFreedom: 4).cumulative(3)))
  }

  @Test func quantilesUndoProbabilities() throws {
    let distributions: [any ProbabilityDistribution] = [
      try NoncentralT(degreesOfFreedom: 8, noncentrality: 2),
      try NoncentralF(numerator: 3, denominator: 20, noncentrality: 5),
      try NoncentralChiSquared(degreesOfFreedom: 6, noncentrality: 4),
      try StudentizedRange(groupCount: 4, degreesOfFreedom: 12),
    ]
    for distribution in distributions {
      for p in [1e-6, 0.025, 0.5, 0.95] {
        let low = try distribution.quantile(p)
        expectClose(try distribution.cumulative(low) / p, .software(1))
        let high = try distribution.quantileOfComplement(p)
        expectClose(try distribution.complement(high) / p, .software(1))
      }
    }
  }

  // qtukey(0.95, 3, 10) of R 4.2.2
  @Test func printedQuantilesAreFound() throws {
    let range = try StudentizedRange(groupCount: 3, degreesOfFreedom: 10)
    expectClose(try range.quantile(0.95), .published("3.876777"))
    #expect(try range.quantile(0) == 0)
    #expect(try range.cumulative(-1) == 0 && range.complement(0) == 1)
    #expect(throws: NumericError.outOfRange) { try range.quantile(1) }
  }

  @Test func refusesParameters() {
    #expect(throws: NumericError.tooFewGroups(count: 1, required: 2)) {
      try StudentizedRange(groupCount: 1, degreesOfFreedom: 3)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "degrees of freedom", value: 0.5)) {
      try StudentizedRange(groupCount: 2, degreesOfFreedom: 0.5)
    }
    #expect(throws: NumericError.notANumber) {
      try StudentizedRange(groupCount: 2, degreesOfFreedom: .infinity)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "noncentrality", value: -1)) {
      try NoncentralF(numerator: 1, denominator: 1, noncentrality: -1)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "noncentrality", value: -1)) {
      try NoncentralChiSquared(degreesOfFreedom: 1, noncentrality: -1)
    }
    #expect(throws: NumericError.notANumber) {
      try NoncentralT(degreesOfFreedom: 1, noncentrality: .nan)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "degrees of freedom", value: 0)) {
      try NoncentralT(degreesOfFreedom: 0, noncentrality: 1)
    }
  }

  private func expectBoth(_ distribution: some ProbabilityDistribution, _ x: Double, _ name: String)
    throws
  {
    let cumulative = try file.software("\(name).cdf").value
    expectClose(try distribution.cumulative(x) / cumulative, .software(1))
    try expectTail(distribution, x, name)
  }

  private func expectTail(_ distribution: some ProbabilityDistribution, _ x: Double, _ name: String)
    throws
  {
    let tail = try file.software("\(name).tail").value
    expectClose(try distribution.complement(x) / tail, .software(1))
  }
}
