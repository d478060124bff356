import NumericCore
import NumericTestSupport
import Testing

/// Numbers of irrCAC are held in Tests/Reference/oracle.
@Suite struct RaterAgreementTests {
  let missing: [[Double?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, nil], [1, 2, 3, 3, 2, 2, 4, 1, 4], [nil, 3, 3, 3, 2, 3, 4, 2, 4],
  ]

  // agreement on 2 of 3 units; both categories half of all ratings; raters 2/3, 1/3 and 1/3, 2/3
  @Test(arguments: [AgreementCoefficient.gwet, .fleiss, .brennanPrediger, .conger])
  func threeUnitsByHand(coefficient: AgreementCoefficient) throws {
    let chance = coefficient == .conger ? 4.0 / 9 : 0.5
    let table = try RatingTable(raters: [[1, 1, 2], [1, 2, 2]])
    let result = try RaterAgreement(coefficient, of: table, weights: .identity)
    expectClose(result.observedAgreement, .derived(2.0 / 3))
    expectClose(result.chanceAgreement, .derived(chance))
    expectClose(result.value, .derived(coefficient == .conger ? 0.4 : 1.0 / 3))
    #expect(result.unitCount == 3 && result.pairableUnitCount == 3 && result.categoryCount == 2)
  }

  @Test func forTwoRatersCongerIsCohen() throws {
    let codes = try missing.prefix(2).map { column in
      try ItemCodes(answers: column.map { $0.map { Int($0) } })
    }
    // With missing ratings raters' habits come from all their ratings; without they are the same.
    let complete = try RatingTable(raters: missing.prefix(2).map { Array($0.prefix(8)) })
    for weights in AgreementWeights.allCases where weights != .ordinal {
      let conger = try RaterAgreement(.conger, of: complete, weights: weights)
      let cohen = try CohenKappa(codes[0], codes[1], weights: weights)
      expectClose(conger.value, .derived(cohen.kappa))
    }
  }

  @Test func krippendorffsWeightsAreHisDistances() throws {
    let table = try RatingTable(raters: missing)
    for (weights, level) in [
      (AgreementWeights.identity, MeasurementLevel.nominal),
      (.quadratic, .interval),
    ] {
      let result = try RaterAgreement(.krippendorff, of: table, weights: weights)
      expectClose(result.value, .derived(try KrippendorffAlpha(of: table, level: level).alpha))
    }
  }

  @Test(arguments: AgreementCoefficient.allCases)
  func ofTwoCategoriesAllWeightsAreAlike(coefficient: AgreementCoefficient) throws {
    let table = try RatingTable(raters: [[1, 1, 2, 2, nil], [1, 2, 2, 2, 1], [1, 1, 1, 2, nil]])
    let plain = try RaterAgreement(coefficient, of: table, weights: .identity)
    for weights in AgreementWeights.allCases {
      let result = try RaterAgreement(coefficient, of: table, weights: weights)
      expectClose(result.value, .derived(plain.value))
      expectClose(result.standardError, .derived(plain.standardError))
    }
  }

  @Test(arguments: AgreementCoefficient.allCases)
  func neitherOrderNorUnitsWithoutRatingsMatter(coefficient: AgreementCoefficient) throws {
    let plain = try RaterAgreement(
      coefficient, of: RatingTable(raters: missing), weights: .linear)
    let other = try RaterAgreement(
      coefficient, of: RatingTable(raters: missing.reversed().map { [nil] + $0.reversed() }),
      weights: .linear)
    expectClose(other.value, .derived(plain.value))
    expectClose(other.standardError, .derived(plain.standardError))
  }

  @Test(arguments: AgreementCoefficient.allCases)
  func fullAgreementIsOne(coefficient: AgreementCoefficient) throws {  // smallest legal input
    let table = try RatingTable(raters: [[1, 2], [1, 2]])
    let result = try RaterAgreement(coefficient, of: table, weights: .identity)
    #expect(result.value == 1)
    let interval = try result.interval(level: 0.95)
    #expect(interval.upper == 1 && interval.method == .studentT)
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.tooFewUnits(count: 1, required: 2)) {
      let table = try RatingTable(raters: [[1, nil], [2, 1]])
      return try RaterAgreement(.gwet, of: table, weights: .identity)
    }
    for coefficient in AgreementCoefficient.allCases {
      #expect(throws: NumericError.constantValues(item: nil)) {
        let table = try RatingTable(raters: [[1, 1], [1, 1]])
        return try RaterAgreement(coefficient, of: table, weights: .identity)
      }
    }
    #expect(throws: NumericError.constantValues(item: nil)) {
      let table = try RatingTable(raters: [[1, 1], [1, 1]], categories: [1, 2])
      return try RaterAgreement(.fleiss, of: table, weights: .identity)
    }
    #expect(throws: NumericError.tooFewRatings(count: 0, required: 1)) {
      let table = try RatingTable(raters: [[1, 2], [1, 2], [nil, nil]])
      return try RaterAgreement(.conger, of: table, weights: .identity)
    }
    let table = try RatingTable(raters: missing)
    #expect(throws: NumericError.probabilityOutOfRange(1)) {
      try RaterAgreement(.gwet, of: table, weights: .identity).interval(level: 1)
    }
  }
}
