import NumericCore
import NumericTestSupport
import Testing

/// Certified values of NIST StRD, https://www.itl.nist.gov/div898/strd/, public domain.
@Suite struct MomentsTests {
  @Test func numAcc1HasTheCertifiedDigits() throws {
    let result = try Description(of: [10_000_001, 10_000_003, 10_000_002])
    #expect(result.mean == 10_000_002 && result.standardDeviation == 1)
  }

  @Test func numAcc2HasTheCertifiedDigits() throws {
    let values = [1.2] + (0..<1000).map { $0 % 2 == 0 ? 1.1 : 1.3 }
    let result = try Description(of: values)
    expectClose(result.mean, .derived(1.2))
    expectClose(result.standardDeviation, .derived(0.1))
    expectClose(try Autocorrelation(of: values).coefficient, .derived(-0.999))
  }

  @Test func numAcc3KeepsWhatTheDoublesHold() throws {
    // In decimals the deviation is 0.1; 1000000.1 as a double is 2.3e-11 away from it.
    let values = [1_000_000.2] + (0..<1000).map { $0 % 2 == 0 ? 1_000_000.1 : 1_000_000.3 }
    let result = try Description(of: values)
    expectClose(result.mean, .derived(1_000_000.2))
    expectClose(result.standardDeviation, .software(0.1))
  }

  @Test(arguments: [
    ("lew", -177.435, 277.332168044316, -0.307304800605679),
    ("lottery", 518.95871559633, 291.699727470969, -0.120948622967393),
    ("mavro", 2.001856, 0.000429123454003053, 0.937989183438248),
    ("michelso", 299.8524, 0.0790105478190518, 0.535199668621283),
  ])
  func measuredDataHaveTheCertifiedDigits(
    name: String, mean: Double, deviation: Double, autocorrelation: Double
  ) throws {
    let column = try #require(try ReferenceFile("nist-\(name)").columns.first)
    let values = column.compactMap { $0 }
    let result = try Description(of: values)
    expectCertified(result.mean, mean)
    expectCertified(result.standardDeviation, deviation)
    expectCertified(try Autocorrelation(of: values).coefficient, autocorrelation)
  }

  func expectCertified(_ value: Double?, _ certified: Double) {
    // Values of five digits near 2 hold their deviation of 0.0004 to twelve digits as doubles.
    expectClose(value, .approximate(certified, relative: 1e-12, reason: "15 certified digits"))
  }
}
