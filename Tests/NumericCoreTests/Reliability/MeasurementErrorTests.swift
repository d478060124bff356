import NumericCore
import NumericTestSupport
import Testing

@Suite struct MeasurementErrorTests {
  @Test func aDifferenceHasTheErrorOfTwoScores() throws {
    let error = try MeasurementError(standardError: 3, basis: .testRetest)
    expectClose(error.ofDifference, .derived(18.0.squareRoot()))
  }

  @Test func fromOneOccasionItIsALowerBound() throws {
    let matrix = try CovarianceMatrix(rows: [[4, 2, 2], [2, 4, 2], [2, 2, 4]], caseCount: 9)
    let result = try StandardErrorOfMeasurement(of: matrix)
    #expect(result.errorOfSum.standardError == result.ofSum)
    #expect(result.errorOfMean.standardError == result.ofMean)
    #expect(result.errorOfSum.isLowerBound && result.errorOfMean.basis == .internalConsistency)
  }

  @Test func refuses() {
    #expect(throws: NumericError.parameterOutOfRange(name: "standard error", value: -1)) {
      try MeasurementError(standardError: -1, basis: .testRetest)
    }
    #expect(throws: NumericError.notANumber) {
      try MeasurementError(standardError: .nan, basis: .testRetest)
    }
  }
}

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
