import NumericCore
import NumericTestSupport
import Testing

@Suite struct FactorExtractionTests {
  @Test(arguments: ExtractionMethod.allCases)
  func threeItemsAreExplainedExactly(method: ExtractionMethod) throws {
    // λ1 = √(r12 r13 / r23): 0.56 · 0.48 / 0.42 = 0.64.
    let factor = try FactorExtraction(
      of: oneFactorCorrelations([0.8, 0.7, 0.6]), factorCount: 1, method: method)
    for (loading, expected) in zip(factor.loadings.column(0), [0.8, 0.7, 0.6]) {
      expectClose(loading, .iterative(expected, within: 1e-9, reason: "a search"))
    }
    expectClose(factor.objective, .derived(0))
    #expect(factor.degreesOfFreedom == 0)
    #expect(factor.warnings.isEmpty)
  }

  @Test func likelihoodAgreesWithFactanal() throws {
    let data = try FactorData()
    let factors = try FactorExtraction(
      of: data.correlations(), factorCount: 3, method: .maximumLikelihood)
    try data.expectMatrix(factors.loadings, "ml", within: 1e-5)
    for (item, value) in factors.uniquenesses.enumerated() {
      expectClose(value, try data.found("ml.unique.\(item + 1)", within: 1e-5))
    }
    expectClose(factors.objective, try data.found("ml.objective", within: 1e-9))
    let test = try FactorTest(of: factors)
    expectClose(test.chiSquared, try data.found("ml.chisq", within: 1e-7))
    #expect(test.degreesOfFreedom == 12)
  }

  @Test func minresAgreesWithPsych() throws {
    let data = try FactorData()
    let factors = try FactorExtraction(of: data.correlations(), factorCount: 2, method: .minres)
    for (item, value) in factors.communalities.enumerated() {
      expectClose(value, try data.found("minres.communality.\(item + 1)", within: 1e-4))
    }
  }

  @Test(arguments: ExtractionMethod.allCases)
  func theOrderOfItemsDoesNotMatter(method: ExtractionMethod) throws {
    let data = try FactorData()
    let plain = try FactorExtraction(of: data.correlations(), factorCount: 2, method: method)
    let order = [4, 8, 0, 2, 7, 1, 6, 3, 5]
    let columns = order.map { data.columns[$0] }
    let shuffled = try FactorExtraction(
      of: CovarianceMatrix(columns: columns, policy: .listwise).correlations(), factorCount: 2,
      method: method)
    for (place, item) in order.enumerated() {
      expectClose(
        shuffled.communalities[place],
        .iterative(plain.communalities[item], within: 1e-8, reason: "a search"))
    }
  }

  @Test func aHeywoodCaseIsNamed() throws {
    // r12 r13 / r23 = 0.8 · 0.7 / 0.4 exceeds 1.
    let matrix = try CovarianceMatrix(rows: [[1, 0.8, 0.7], [0.8, 1, 0.4], [0.7, 0.4, 1]])
    for method in ExtractionMethod.allCases {
      let factor = try FactorExtraction(
        of: matrix.correlations(), factorCount: 1, method: method)
      #expect(factor.warnings == [.heywoodCase(item: 0)])
      expectClose(factor.uniquenesses[0], .derived(0.005))
    }
  }

  @Test func fewPersonsAreNamed() throws {
    let factor = try FactorExtraction(
      of: oneFactorCorrelations([0.8, 0.7, 0.6], caseCount: 20), factorCount: 1, method: .minres)
    #expect(factor.warnings == [.fewCases(count: 20, advised: 50)])
  }

  @Test(arguments: [
    (1, 2, NumericError.tooFewItems(count: 2, required: 3)),
    (2, 4, .tooFewItems(count: 4, required: 5)),
    (0, 4, .parameterOutOfRange(name: "number of factors", value: 0)),
  ])
  func refusesMoreFactorsThanItemsTell(factors: Int, items: Int, error: NumericError) {
    #expect(throws: error) {
      _ = try FactorExtraction(
        of: oneFactorCorrelations([Double](repeating: 0.7, count: items)), factorCount: factors,
        method: .minres)
    }
  }

  @Test func likelihoodRefusesDependentItems() {
    #expect(throws: NumericError.dependentItems) {
      let rows = [[1.0, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]]
      _ = try FactorExtraction(
        of: CovarianceMatrix(rows: rows).correlations(), factorCount: 1,
        method: .maximumLikelihood)
    }
  }

  @Test func theTestRefusesWhatItCannotTest() throws {
    let exact = try FactorExtraction(
      of: oneFactorCorrelations([0.8, 0.7, 0.6], caseCount: 60), factorCount: 1,
      method: .maximumLikelihood)
    #expect(
      throws: NumericError.parameterOutOfRange(
        name: "degrees of freedom of an ML solution", value: 0)
    ) { _ = try FactorTest(of: exact) }
    let small = try FactorExtraction(
      of: oneFactorCorrelations([0.8, 0.7, 0.6, 0.5], caseCount: 3), factorCount: 1,
      method: .maximumLikelihood)
    #expect(throws: NumericError.tooFewValues(count: 3, required: 4)) {
      _ = try FactorTest(of: small)
    }
  }
}
