import NumericCore
import NumericTestSupport
import Testing

@Suite struct LinearRegressionTests {
  let x1: [Double] = [1, 2, 3, 4, 5, 6, 7, 8]
  let x2 = [2.5, 1, 4, 3.5, 6, 4.5, 8, 7]
  let y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1]

  // x about its mean −1 0 1, y 1 3 2: slope 1/2, intercept 1; residuals −1/2 1 −1/2
  @Test func threePointsByHand() throws {  // also the smallest legal input
    let fit = try LinearRegression(outcome: [1, 3, 2], predictors: [[1, 2, 3]])
    expectClose(fit.intercept?.estimate, .derived(1))
    expectClose(fit.slopes.first?.estimate, .derived(0.5))
    expectClose(fit.residualSumOfSquares, .derived(1.5))
    expectClose(fit.regressionSumOfSquares, .derived(0.5))
    expectClose(fit.rSquared, .derived(0.25))
    expectClose(fit.adjustedRSquared, .derived(-0.5))
    expectClose(fit.fStatistic, .derived(1.0 / 3))
    expectClose(fit.slopes.first?.standardError, .derived(Double(0.75).squareRoot()))
    #expect(fit.regressionDegreesOfFreedom == 1 && fit.residualDegreesOfFreedom == 1)
  }

  @Test func aPlaneAgreesWithR() throws {
    try expectAgreement(
      LinearRegression(outcome: y, predictors: [x1, x2]), "plane")
  }

  @Test func aLineThroughTheOriginAgreesWithR() throws {
    let fit = try LinearRegression(outcome: y, predictors: [x1], throughOrigin: true)
    #expect(fit.intercept == nil && fit.slopes.count == 1)
    try expectAgreement(fit, "origin")
  }

  @Test func aCurveAgreesWithR() throws {
    try expectAgreement(
      LinearRegression(outcome: y, powersOf: x1, degree: 2), "curve")
  }

  @Test func rowsWithMissingValuesAreLeftOut() throws {
    let fit = try LinearRegression(outcome: y + [nil, 3], predictors: [x1 + [9, nil]])
    let plain = try LinearRegression(outcome: y, predictors: [x1])
    #expect(fit.coefficients == plain.coefficients)
    #expect(fit.count == 8 && fit.excludedCount == 2 && plain.excludedCount == 0)
  }

  @Test func anExactFitHasNoErrors() throws {  // y = 0.1 + 0.3 x, up to the rounding of y
    let fit = try LinearRegression(outcome: x1.map { 0.1 + 0.3 * $0 }, predictors: [x1])
    #expect(fit.residualSumOfSquares == 0 && fit.rSquared == 1)
    #expect(fit.fStatistic == nil && fit.pValue == 0)
    #expect(fit.coefficients.allSatisfy { $0.standardError == 0 && $0.tStatistic == nil })
    expectClose(fit.slopes.first?.estimate, .derived(0.3))
  }

  @Test(arguments: [1e-160, 1e160]) func theUnitDoesNotMatter(unit: Double) throws {
    let plain = try LinearRegression(outcome: y, predictors: [x1, x2])
    let scaled = try LinearRegression(outcome: y, predictors: [x1.map { $0 * unit }, x2])
    expectClose(scaled.rSquared, .derived(plain.rSquared))
    expectClose(scaled.slopes[1].estimate * unit, .derived(plain.slopes[1].estimate))
    expectClose(scaled.fStatistic.map { $0 / (plain.fStatistic ?? 0) }, .derived(1))
  }

  @Test func theOrderOfPredictorsDoesNotMatter() throws {
    let one = try LinearRegression(outcome: y, predictors: [x1, x2])
    let other = try LinearRegression(outcome: y, predictors: [x2, x1])
    expectClose(one.slopes[1].estimate, .derived(other.slopes[2].estimate))
    expectClose(one.slopes[2].standardError, .derived(other.slopes[1].standardError))
  }

  @Test(
    arguments: [
      ([1, 2, 3], [], NumericError.tooFewItems(count: 0, required: 1)),
      ([1, 2, 3], [[1, 2]], .unequalLengths(first: 3, second: 2)),
      ([1, .nan, 3], [[1, 2, 3]], .notANumber),
      ([1, 2, nil], [[1, 2, 3]], .tooFewValues(count: 2, required: 3)),
      ([0.7, 0.7, 0.7], [[1, 2, 4]], .constantValues(item: nil)),
      ([1, 2, 4], [[3, 3, 3]], .dependentItems),
      ([1, 2, 4, 3], [[0.1, 0.2, 0.3, 0.7], [0.2, 0.4, 0.6, 1.4]], .dependentItems),
    ] as [([Double?], [[Double?]], NumericError)])
  func refuses(outcome: [Double?], predictors: [[Double?]], error: NumericError) {
    #expect(throws: error) { try LinearRegression(outcome: outcome, predictors: predictors) }
  }

  @Test func refusesDegreesAndLevels() throws {
    #expect(throws: NumericError.parameterOutOfRange(name: "degree", value: 0)) {
      try LinearRegression(outcome: y, powersOf: x1, degree: 0)
    }
    let slope = try #require(LinearRegression(outcome: y, predictors: [x1]).slopes.first)
    #expect(throws: NumericError.probabilityOutOfRange(1)) { try slope.interval(level: 1) }
  }

  /// Tests/Reference/regression.R
  func expectAgreement(_ fit: LinearRegression, _ tag: String) throws {
    let file = try ReferenceFile("regression")
    for (i, coefficient) in fit.coefficients.enumerated() {
      expectClose(coefficient.estimate, try file.software("\(tag).b\(i)"))
      expectClose(coefficient.standardError, try file.software("\(tag).se\(i)"))
      expectClose(coefficient.tStatistic, try file.software("\(tag).t\(i)"))
      expectClose(coefficient.pValue, try file.software("\(tag).p\(i)"))
    }
    expectClose(fit.residualStandardDeviation, try file.software("\(tag).sigma"))
    expectClose(fit.rSquared, try file.software("\(tag).r2"))
    expectClose(fit.adjustedRSquared, try file.software("\(tag).adjusted"))
    expectClose(fit.fStatistic, try file.software("\(tag).f"))
    expectClose(fit.pValue, try file.software("\(tag).p"))
    let interval = try fit.coefficients[0].interval(level: 0.95)
    expectClose(interval.lower, try file.software("\(tag).lower"))
    expectClose(interval.upper, try file.software("\(tag).upper"))
  }
}
