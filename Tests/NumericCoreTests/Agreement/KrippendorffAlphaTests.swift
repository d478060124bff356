import NumericCore
import NumericTestSupport
import Testing

/// Numbers of the package krippendorff are held in Tests/Reference/oracle.
@Suite struct KrippendorffAlphaTests {
  // six ratings, three of each; one of three units differs: 1 − (1/3) / (18/30)
  @Test(arguments: MeasurementLevel.allCases)
  func ofTwoValuesAllLevelsAreAlike(level: MeasurementLevel) throws {
    let alpha = try KrippendorffAlpha(
      of: RatingTable(raters: [[1, 1, 2], [1, 2, 2]]), level: level)
    expectClose(alpha.alpha, .derived(4.0 / 9))
    #expect(alpha.pairableUnitCount == 3 && alpha.pairableRatingCount == 6)
  }

  // 1 and 2 in one unit, 4 and 4 in another; n = 4
  @Test func distancesByHand() throws {
    let table = try RatingTable(raters: [[1, 4], [2, 4]])
    // observed 2 · 1; expected 2 (1 + 2 · 9 + 2 · 4) / 3
    expectClose(
      try KrippendorffAlpha(of: table, level: .interval).alpha, .derived(1 - 2.0 / (54.0 / 3)))
    // 1 and 2 are 1 apart, 2 and 4 1.5, 1 and 4 2.5
    expectClose(
      try KrippendorffAlpha(of: table, level: .ordinal).alpha,
      .derived(1 - 2.0 / (2 * (1 + 2 * 6.25 + 2 * 2.25) / 3)))
    // 1/9, 9/25 and 1/9
    expectClose(
      try KrippendorffAlpha(of: table, level: .ratio).alpha,
      .derived(1 - (2.0 / 9) / (2 * (1.0 / 9 + 2 * 9.0 / 25 + 2.0 / 9) / 3)))
  }

  @Test func unitsRatedOnceDoNotCount() throws {
    let plain = try RatingTable(raters: [[1, 2, 3], [1, 3, 3]])
    let more = try RatingTable(raters: [[1, 2, 3, 9, nil], [1, 3, 3, nil, nil]])
    for level in MeasurementLevel.allCases {
      expectClose(
        try KrippendorffAlpha(of: more, level: level).alpha,
        .derived(try KrippendorffAlpha(of: plain, level: level).alpha))
    }
  }

  @Test func aMonotoneChangeOfValuesKeepsOrdinalAlpha() throws {
    let raters: [[Double?]] = [[1, 2, 3, 4, nil], [1, 2, 2, 4, 5], [2, 3, 3, 4, 5]]
    let stretched = raters.map { $0.map { $0.map { $0 * $0 * $0 } } }
    expectClose(
      try KrippendorffAlpha(of: RatingTable(raters: stretched), level: .ordinal).alpha,
      .derived(try KrippendorffAlpha(of: RatingTable(raters: raters), level: .ordinal).alpha))
  }

  @Test func zerosAreNoDistanceOnARatioScale() throws {
    let alpha = try KrippendorffAlpha(
      of: RatingTable(raters: [[0, 1, 2], [0, 1, 2]]), level: .ratio)
    #expect(alpha.alpha == 1)
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.tooFewUnits(count: 0, required: 1)) {
      try KrippendorffAlpha(of: RatingTable(raters: [[1, nil], [nil, 2]]), level: .nominal)
    }
    #expect(throws: NumericError.constantValues(item: nil)) {
      try KrippendorffAlpha(of: RatingTable(raters: [[2, 1], [2, nil]]), level: .nominal)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "value on a ratio scale", value: -1)) {
      try KrippendorffAlpha(of: RatingTable(raters: [[-1, 2], [2, 2]]), level: .ratio)
    }
    #expect(throws: NumericError.outOfRange) {
      try KrippendorffAlpha(of: RatingTable(raters: [[-1e200, 2], [1e200, 2]]), level: .interval)
    }
  }
}
