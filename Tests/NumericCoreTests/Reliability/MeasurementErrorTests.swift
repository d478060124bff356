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
