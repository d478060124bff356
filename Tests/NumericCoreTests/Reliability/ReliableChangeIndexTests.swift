import NumericCore
import NumericTestSupport
import Testing

@Suite struct ReliableChangeIndexTests {
  let error = try? MeasurementError(standardError: 2, basis: .internalConsistency)

  @Test func byHand() throws {  // Jacobson and Truax: 47.5 to 32.5 with a standard error of 4.74
    let error = try MeasurementError(
      standardError: 7.5 * (1 - 0.8).squareRoot(), basis: .testRetest)
    let result = try ReliableChangeIndex(from: 47.5, to: 32.5, by: error)
    expectClose(result.index, .derived(-15 / (2 * 7.5 * 7.5 * 0.2).squareRoot()))
    #expect(result.change == -15)
    expectClose(-result.index, .published("3.16"))
  }

  @Test func noChangeIsZero() throws {
    let error = try #require(error)
    #expect(try ReliableChangeIndex(from: 3, to: 3, by: error).index == 0)
    #expect(try ReliableChangeIndex(from: 3, to: 3, by: error).error.isLowerBound)
  }

  @Test func refuses() throws {
    let error = try #require(error)
    #expect(throws: NumericError.notANumber) {
      try ReliableChangeIndex(from: .nan, to: 3, by: error)
    }
    let none = try MeasurementError(standardError: 0, basis: .testRetest)
    #expect(throws: NumericError.parameterOutOfRange(name: "standard error", value: 0)) {
      try ReliableChangeIndex(from: 1, to: 3, by: none)
    }
  }
}
