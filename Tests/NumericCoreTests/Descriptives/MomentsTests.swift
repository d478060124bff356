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
}
