import NumericCore
import NumericTestSupport
import Testing

@Suite struct IntraclassCorrelationTests {
  static let forms: [(RatingForm, RatingUnit, String)] = [
    (.oneWayRandom, .single, "ICC1"), (.twoWayRandom, .single, "ICC2"),
    (.twoWayMixed, .single, "ICC3"), (.oneWayRandom, .average, "ICC1k"),
    (.twoWayRandom, .average, "ICC2k"), (.twoWayMixed, .average, "ICC3k"),
  ]
  static let sets: [String: [[Double?]]] = [
    "usual": [[3, 5, 2, 4, 6, 1, 4], [4, 5, 3, 4, 7, 2, 6], [3, 6, 1, 4, 5, 2, 3]],
    "units": [[1, 2, 3, 4], [6, 5, 4, 4], [9, 9, 7, 8]],
    "raters": [[1, 5, 3, 8], [2, 4, 3, 7], [1, 4, 4, 8]],
  ]

  // mean squares: units 4, raters 1, residual 0, within (1 + 0) / 2
  @Test(arguments: [
    (RatingForm.oneWayRandom, RatingUnit.single, 7, 9), (.twoWayRandom, .single, 4, 5),
    (.twoWayMixed, .single, 1, 1), (.oneWayRandom, .average, 7, 8),
    (.twoWayRandom, .average, 8, 9), (.twoWayMixed, .average, 1, 1),
  ])
  func twoUnitsByHand(form: RatingForm, unit: RatingUnit, part: Int, whole: Int) throws {
    let icc = try IntraclassCorrelation(of: [[1, 3], [2, 4]], form: form, unit: unit)
    expectClose(icc.value, .derived(Double(part) / Double(whole)))
    #expect(icc.meanSquares.unitCount == 2 && icc.meanSquares.raterCount == 2)
    #expect((icc.fStatistic == nil) == (form != .oneWayRandom))
  }

  @Test(arguments: forms)  // table 4 of Shrout and Fleiss, from their table 2
  func agreesWithShroutAndFleiss(form: RatingForm, unit: RatingUnit, name: String) throws {
    let printed = [
      "ICC1": "0.17", "ICC2": "0.29", "ICC3": "0.71", "ICC1k": "0.44", "ICC2k": "0.62",
      "ICC3k": "0.91",
    ]
    let icc = try IntraclassCorrelation(
      of: [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]],
      form: form, unit: unit)
    expectClose(icc.value, .published(try #require(printed[name])))
  }

  @Test(arguments: ["usual", "units", "raters"], forms)
  func agreesWithPsych(set: String, form: (RatingForm, RatingUnit, String)) throws {
    let file = try ReferenceFile("agreement")  // Tests/Reference/agreement.R
    let tag = "icc.\(set).\(form.2)"
    let raters = try #require(Self.sets[set])
    let icc = try IntraclassCorrelation(of: raters, form: form.0, unit: form.1)
    expectClose(icc.value, try file.software(tag))
    expectClose(icc.fStatistic, try file.software("\(tag).f"))
    expectClose(icc.pValue, try file.software("\(tag).p"))
    let interval = try icc.interval(level: 0.95)
    expectClose(interval.lower, try file.software("\(tag).lower"))
    expectClose(interval.upper, try file.software("\(tag).upper"))
  }

  @Test(arguments: ["usual", "units", "raters"], forms)
  func withoutNegativeVariancesAgreesWithLme4(set: String, form: (RatingForm, RatingUnit, String))
    throws
  {
    let raters = try #require(Self.sets[set])
    let squares = try RatingMeanSquares(of: raters).restricted
    let icc = try IntraclassCorrelation(of: squares, form: form.0, unit: form.1)
    let value = try ReferenceFile("agreement").software("icc.\(set).\(form.2).restricted").value
    // lme4 stops its search within about 1e-4.
    let reason = "lme4's optimizer"
    expectClose(
      icc.value, value == 0 ? .derived(0) : .approximate(value, relative: 1e-4, reason: reason))
  }

  @Test func levelsOfRatersMatterToAgreementOnly() throws {
    let raters = try #require(Self.sets["usual"])
    let shifted = [raters[0].map { $0.map { $0 + 10 } }] + raters.dropFirst()
    func value(_ raters: [[Double?]], _ form: RatingForm) throws -> Double {
      try IntraclassCorrelation(of: raters, form: form, unit: .single).value
    }
    expectClose(try value(shifted, .twoWayMixed), .derived(try value(raters, .twoWayMixed)))
    #expect(try value(shifted, .twoWayRandom) < value(raters, .twoWayRandom))
  }

  @Test func unitsWithMissingRatingsAreLeftOut() throws {
    let icc = try IntraclassCorrelation(
      of: [[1, 3, nil, 2], [2, 4, 4, 2], [1, 5, 3, 3]], form: .twoWayMixed, unit: .single)
    let complete = try IntraclassCorrelation(
      of: [[1, 3, 2], [2, 4, 2], [1, 5, 3]], form: .twoWayMixed, unit: .single)
    #expect(icc.value == complete.value)
    #expect(icc.meanSquares.excludedUnitCount == 1 && icc.meanSquares.unitCount == 3)
  }

  @Test func fullAgreementHasNoInterval() throws {
    let icc = try IntraclassCorrelation(
      of: [[0.1, 0.2, 0.4], [0.1, 0.2, 0.4]], form: .twoWayRandom, unit: .single)
    #expect(icc.value == 1 && icc.fStatistic == nil && icc.pValue == 0)
    #expect(throws: NumericError.noResidualVariance) { try icc.interval(level: 0.95) }
  }

  @Test(
    arguments: [
      ([[1, 2]], NumericError.tooFewRaters(count: 1, required: 2)),
      ([[1, 2], [1]], .unequalLengths(first: 2, second: 1)),
      ([[1, 2], [1, .nan]], .notANumber),
      ([[1, nil], [1, 2]], .tooFewUnits(count: 1, required: 2)),
      ([[0.3, 0.3], [0.3, 0.3]], .constantValues(item: nil)),
    ] as [([[Double?]], NumericError)])
  func refuses(raters: [[Double?]], error: NumericError) {
    #expect(throws: error) {
      try IntraclassCorrelation(of: raters, form: .oneWayRandom, unit: .single)
    }
  }
}
