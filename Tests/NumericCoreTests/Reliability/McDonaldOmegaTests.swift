import NumericCore
import NumericTestSupport
import Testing

@Suite struct McDonaldOmegaTests {
  @Test func tauEquivalentItemsGiveAlpha() throws {
    let rows = (0..<4).map { row in (0..<4).map { row == $0 ? 3.0 : 1 } }
    let matrix = try CovarianceMatrix(rows: rows)
    let omega = try McDonaldOmega(of: matrix)
    let alpha = try CronbachAlpha(of: matrix).alpha
    expectClose(omega.omegaTotal, .iterative(alpha, within: 1e-8, reason: "a search"))
    expectClose(omega.omegaOfObservedVariance, .iterative(alpha, within: 1e-8, reason: "a search"))
    #expect(omega.warnings.isEmpty)
    #expect(omega.fit == nil)
  }

  @Test func threeItemsHaveAClosedForm() throws {  // λ = .8, .7, .6: 2.1² / (2.1² + 3 − 1.49)
    let correlation = try oneFactorCorrelations([0.8, 0.7, 0.6])
    let omega = try McDonaldOmega(of: CovarianceMatrix(rows: correlation.rows))
    let expected = Reference.iterative(4.41 / 5.92, within: 1e-8, reason: "a search")
    expectClose(omega.omegaTotal, expected)
    expectClose(omega.standardizedCompositeReliability, expected)
    expectClose(
      omega.standardizedVarianceExtracted,
      .iterative(1.49 / 3, within: 1e-8, reason: "a search"))
    let minres = try McDonaldOmegaMinres(of: correlation)
    expectClose(minres.omegaTotal, expected)
    expectClose(minres.omegaOfObservedVariance, expected)
    expectClose(minres.explainedShare, expected)
  }

  @Test func agreesWithLavaan() throws {
    let data = try FactorData()
    let omega = try McDonaldOmega(of: data.covariances(0..<6))
    expectClose(omega.omegaTotal, try data.found("omega.model", within: 5e-6))
    expectClose(omega.omegaOfObservedVariance, try data.found("omega.observed", within: 5e-6))
    expectClose(omega.standardizedCompositeReliability, try data.found("omega.cr", within: 5e-6))
    expectClose(omega.standardizedVarianceExtracted, try data.found("omega.ave", within: 5e-6))
    expectClose(omega.varianceExtracted, try data.found("omega.ave.observed", within: 5e-6))
    expectClose(
      omega.impliedVarianceExtracted,
      .iterative(omega.varianceExtracted, within: 1e-8, reason: "a search"))
  }

  @Test func tenPersonsAreNeverPrintedPlainly() throws {
    // One doublet in eight items: ML follows the doublet, and omega falls far below alpha.
    let rows: [[Double]] = [
      [5, 4, 3, 3, 3, 4, 3, 2], [2, 2, 5, 5, 3, 5, 3, 5], [1, 1, 2, 1, 1, 1, 1, 2],
      [1, 2, 3, 2, 3, 4, 5, 3], [4, 3, 2, 3, 3, 3, 1, 2], [1, 1, 3, 3, 1, 2, 1, 3],
      [4, 4, 2, 2, 3, 3, 2, 2], [5, 5, 3, 3, 3, 4, 4, 4], [5, 5, 4, 3, 5, 1, 3, 3],
      [2, 1, 3, 2, 3, 2, 2, 3],
    ]
    let columns = (0..<8).map { item in rows.map { Optional($0[item]) } }
    let covariance = try CovarianceMatrix(columns: columns, policy: .listwise)
    let alpha = try CronbachAlpha(of: covariance).alpha
    let omega = try McDonaldOmega(of: covariance)
    #expect(omega.omegaTotal < alpha - 0.1)
    #expect(omega.warnings.contains(.fewCases(count: 10, advised: 50)))
    #expect(omega.warnings.contains(.belowAlpha(alpha: alpha)))
  }

  @Test func anItemThatWasNotTurnedIsNamed() throws {
    let correlation = try oneFactorCorrelations([0.8, 0.7, -0.6, 0.5])
    let omega = try McDonaldOmega(of: CovarianceMatrix(rows: correlation.rows))
    #expect(omega.warnings == [.negativeLoading(item: 2)])
    let minres = try McDonaldOmegaMinres(of: correlation)
    #expect(minres.warnings == [.negativeLoading(item: 2)])
  }

  @Test(arguments: [
    ([[1, 0.5], [0.5, 1]], 0, NumericError.tooFewItems(count: 2, required: 3)),
    ([[1, 0, 0.5], [0, 0, 0], [0.5, 0, 1]], 0, .constantValues(item: 1)),
    ([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]], 3, .tooFewValues(count: 3, required: 4)),
    ([[1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]], 0, .dependentItems),
  ])
  func refuses(rows: [[Double]], caseCount: Int, error: NumericError) {
    #expect(throws: error) {
      _ = try McDonaldOmega(of: CovarianceMatrix(rows: rows, caseCount: caseCount))
    }
  }

  @Test func theIntervalAgreesWithLavaan() throws {
    let data = try FactorData()
    let omega = try McDonaldOmega(of: data.covariances(0..<6))
    let error = try data.found("omega.se", within: 5e-6)
    expectClose(omega.standardError, error)
    let interval = try omega.asymptoticInterval(level: 0.95)
    expectClose(
      interval.upper - interval.lower,
      .iterative(2 * 1.959963984540054 * error.value, within: 2e-5, reason: FactorData.reason))
    #expect(interval.method == .asymptoticNormal)
  }

  @Test func noIntervalWithoutPersons() throws {
    let correlation = try oneFactorCorrelations([0.8, 0.7, 0.6])
    let omega = try McDonaldOmega(of: CovarianceMatrix(rows: correlation.rows))
    #expect(omega.standardError == nil)
    #expect(throws: NumericError.tooFewValues(count: 0, required: 4)) {
      _ = try omega.asymptoticInterval(level: 0.95)
    }
    #expect(throws: NumericError.probabilityOutOfRange(1.5)) {
      _ = try omega.asymptoticInterval(level: 1.5)
    }
  }
}
