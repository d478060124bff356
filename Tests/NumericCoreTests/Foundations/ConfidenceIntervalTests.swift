import NumericCore
import Testing

@Suite struct ConfidenceIntervalTests {
  @Test func keepsWhatItIsGiven() throws {
    let interval = try ConfidenceInterval(lower: -1, upper: 2, level: 0.9, method: .fisherZ)
    #expect(interval.lower == -1 && interval.upper == 2)
    #expect(interval.level == 0.9 && interval.method.rawValue == "fisher_z")
  }

  @Test(arguments: [0, 1, 95, -0.5]) func refusesALevel(level: Double) {
    #expect(throws: NumericError.probabilityOutOfRange(level)) {
      try ConfidenceInterval(lower: 0, upper: 1, level: level, method: .wilson)
    }
  }

  @Test func refusesInfiniteLimits() {
    #expect(throws: NumericError.notANumber) {
      try ConfidenceInterval(lower: 0, upper: .infinity, level: 0.95, method: .wilson)
    }
    #expect(throws: NumericError.notANumber) {
      try ConfidenceInterval(lower: 0, upper: 1, level: .nan, method: .wilson)
    }
  }
}
