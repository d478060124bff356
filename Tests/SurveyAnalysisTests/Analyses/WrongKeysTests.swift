import NumericCore
import NumericTestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct WrongKeysTests {
  private func places(_ correlations: [[Double]], caseCount: Int = 100) throws -> [Int] {
    let covariance = try CovarianceMatrix(rows: correlations, caseCount: caseCount)
    return WrongKeys(in: covariance, try covariance.correlations(), caseCount: caseCount).places
  }

  /// Items that correlate with `r`, the last of them with `last` instead.
  private func scale(_ count: Int, _ r: Double, last: Double) -> [[Double]] {
    (0..<count).map { row in
      (0..<count).map { column in
        row == column ? 1 : row == count - 1 || column == count - 1 ? last : r
      }
    }
  }

  @Test func anItemThatRunsAgainstTheOthersIsFound() throws {
    #expect(try places(scale(4, 0.4, last: -0.4)) == [3])
    #expect(try places(scale(4, 0.4, last: 0.4)) == [])
  }

  @Test func aCorrelationNearZeroSaysNothing() throws {
    // With the sum of the others: −0.03 · 3 / √(3 · (1 + 2 · 0.4)) = −0.039.
    #expect(try places(scale(4, 0.4, last: -0.03)) == [])
    #expect(try places(scale(4, 0.4, last: -0.03), caseCount: 1_000_000) == [])
  }

  /// −0.2 · 3 / √5.4 = −0.258: beyond 2 / √n from 61 cases up.
  @Test(arguments: [(30, []), (100, [3])]) func fewCasesNeedAStrongerOne(
    count: Int, found: [Int]
  ) throws {
    #expect(try places(scale(4, 0.4, last: -0.2), caseCount: count) == found)
  }

  /// Five items of ten are worded the other way, as in many questionnaires: turning one alone would
  /// lower alpha, because the others of its kind still run against it.
  @Test func aHalfThatRunsAgainstTheOtherIsFound() throws {
    let half = (0..<9).map { row in
      (0..<9).map { column in
        row == column ? 1.0 : (row < 5) == (column < 5) ? 0.5 : -0.2
      }
    }
    #expect(try places(half) == [5, 6, 7, 8])
  }

  @Test func ofTwoItemsEitherMayBeTheOne() throws {
    #expect(try places([[1, -0.5], [-0.5, 1]]) == [0, 1])
    #expect(try places([[1, -0.15], [-0.15, 1]]) == [])
    #expect(try places([[1, 0.5], [0.5, 1]]) == [])
  }

  /// The rule by the signs of the first component named an item in nearly all of such scales.
  @Test func answersWithoutAnyCorrelationAreSeldomNamed() throws {
    var random = SeededGenerator(seed: 15)
    let named = try (0..<200).count { _ in
      let columns = (0..<6).map { _ in
        (0..<80).map { _ in Double.random(in: 0..<1, using: &random) }
      }
      let covariance = try CovarianceMatrix(
        columns: columns.map { $0.map { $0 } }, policy: .listwise)
      return try !WrongKeys(in: covariance, covariance.correlations(), caseCount: 80).places.isEmpty
    }
    #expect(named <= 30, "seed 15: \(named) of 200")
  }

  /// What is named raises alpha when it is turned.
  @Test func turningWhatIsNamedRaisesAlpha() throws {
    var random = SeededGenerator(seed: 16)
    for _ in 0..<50 {
      let columns = (0..<5).map { _ in
        (0..<12).map { _ in Double.random(in: 0..<1, using: &random) }
      }
      let covariance = try CovarianceMatrix(
        columns: columns.map { $0.map { $0 } }, policy: .listwise)
      let found = try WrongKeys(in: covariance, covariance.correlations(), caseCount: 12).places
      guard !found.isEmpty else { continue }
      let turned = try CovarianceMatrix(
        columns: columns.enumerated().map { place, values in
          values.map { found.contains(place) ? 1 - $0 : $0 }
        }, policy: .listwise)
      #expect(try CronbachAlpha(of: turned).alpha > CronbachAlpha(of: covariance).alpha, "seed 16")
    }
  }
}
