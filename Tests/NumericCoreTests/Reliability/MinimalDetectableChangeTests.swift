import NumericCore
import NumericTestSupport
import Testing

@Suite struct MinimalDetectableChangeTests {
  @Test func byHand() throws {  // 1.959964 · √2 · 3
    let error = try MeasurementError(standardError: 3, basis: .testRetest)
    let result = try MinimalDetectableChange(by: error, level: 0.95)
    expectClose(result.change, .derived(1.959_963_984_540_054 * 18.0.squareRoot()))
    #expect(result.level == 0.95 && result.error == error)
  }

  @Test func withoutErrorEveryChangeIsDetectable() throws {
    let error = try MeasurementError(standardError: 0, basis: .testRetest)
    #expect(try MinimalDetectableChange(by: error, level: 0.9).change == 0)
  }

  @Test func refusesLevels() throws {
    let error = try MeasurementError(standardError: 3, basis: .testRetest)
    #expect(throws: NumericError.probabilityOutOfRange(95)) {
      try MinimalDetectableChange(by: error, level: 95)
    }
  }
}
