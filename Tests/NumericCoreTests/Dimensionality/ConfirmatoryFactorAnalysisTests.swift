import NumericCore
import NumericTestSupport
import Testing

@Suite struct ConfirmatoryFactorAnalysisTests {
  func analysis() throws -> (FactorData, ConfirmatoryFactorAnalysis) {
    let data = try FactorData()
    let model = try FactorModel(itemCount: 9, factors: FactorData.threeFactors)
    return (data, try ConfirmatoryFactorAnalysis(of: data.covariances(), model: model))
  }

  @Test func fitAgreesWithLavaan() throws {
    let (data, analysis) = try analysis()
    let fit = analysis.fit
    let interval = try #require(fit.rootMeanSquareErrorInterval)
    let values: [(String, Double?)] = [
      ("chisq", fit.chiSquared), ("df", Double(fit.degreesOfFreedom)), ("pvalue", fit.pValue),
      ("baseline.chisq", fit.baselineChiSquared), ("cfi", fit.comparativeFitIndex),
      ("tli", fit.tuckerLewisIndex), ("rmsea", fit.rootMeanSquareError),
      ("rmsea.ci.lower", interval.lower), ("rmsea.ci.upper", interval.upper),
      ("rmsea.pvalue", fit.closeFitPValue), ("srmr", fit.standardizedResidual),
      ("aic", analysis.akaikeCriterion), ("bic", analysis.bayesianCriterion),
    ]
    for (name, value) in values {
      expectClose(value, try data.found("cfa.\(name)", within: 2e-6))
    }
    #expect(analysis.warnings.isEmpty)
    #expect(analysis.model.parameterCount == 21)
  }

  @Test func estimatesAgreeWithLavaan() throws {
    let (data, analysis) = try analysis()
    let errors = try #require(analysis.standardErrors)
    let solutions = [
      ("est", analysis.solution), ("se", errors), ("std", analysis.standardizedSolution),
    ]
    for (name, solution) in solutions {
      for (factor, letter) in ["a", "b", "c"].enumerated() {
        for item in FactorData.threeFactors[factor] {
          let loading = try data.found("cfa.\(name).\(letter)=~i\(item + 1)", within: 2e-5)
          expectClose(solution.loadings[item, factor], loading)
        }
      }
      for item in 0..<9 {
        let key = "cfa.\(name).i\(item + 1)~~i\(item + 1)"
        expectClose(solution.residualVariances[item], try data.found(key, within: 2e-5))
      }
      let between = try data.found("cfa.\(name).a~~c", within: 2e-5)
      expectClose(solution.factorCovariances[0, 2], between)
    }
  }

  @Test func unitsOfItemsDoNotMatter() throws {
    let (data, plain) = try analysis()
    let scaled = data.columns.enumerated().map { item, column in
      column.map { $0.map { $0 * Double(item + 1) * 100 } }
    }
    let other = try ConfirmatoryFactorAnalysis(
      of: CovarianceMatrix(columns: scaled, policy: .listwise), model: plain.model)
    expectClose(
      other.fit.chiSquared, .iterative(plain.fit.chiSquared, within: 1e-8, reason: "a search"))
    for (a, b) in zip(
      other.standardizedSolution.loadings.entries, plain.standardizedSolution.loadings.entries)
    {
      expectClose(a, .iterative(b, within: 1e-7, reason: "a search"))
    }
  }

  @Test func threeItemsFitExactly() throws {  // the smallest legal input
    let rows = [[4.0, 2.24, 0.96], [2.24, 4, 0.84], [0.96, 0.84, 1]]
    let analysis = try ConfirmatoryFactorAnalysis(
      of: CovarianceMatrix(rows: rows, caseCount: 100), model: .oneFactor(itemCount: 3))
    #expect(analysis.fit.degreesOfFreedom == 0)
    #expect(analysis.fit.pValue == nil)
    #expect(analysis.fit.rootMeanSquareErrorInterval == nil)
    for (item, loading) in [0.8, 0.7, 0.6].enumerated() {
      expectClose(
        analysis.standardizedSolution.loadings[item, 0],
        .iterative(loading, within: 1e-8, reason: "a search"))
    }
  }

  @Test func aHeywoodCaseIsNamed() throws {
    let rows = [[1, 0.8, 0.7], [0.8, 1, 0.4], [0.7, 0.4, 1]]
    let analysis = try ConfirmatoryFactorAnalysis(
      of: CovarianceMatrix(rows: rows, caseCount: 100), model: .oneFactor(itemCount: 3))
    #expect(analysis.warnings == [.heywoodCase(item: 0)])
    expectClose(
      analysis.solution.residualVariances[0] * 100 / 99,
      .iterative(1 - 0.8 * 0.7 / 0.4, within: 1e-7, reason: "a search"))
  }

  @Test func refusesWhatItCannotFit() throws {
    let model = try FactorModel.oneFactor(itemCount: 3)
    let rows = [[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]]
    #expect(throws: NumericError.tooFewValues(count: 3, required: 4)) {
      _ = try ConfirmatoryFactorAnalysis(
        of: CovarianceMatrix(rows: rows, caseCount: 3), model: model)
    }
    #expect(throws: NumericError.unequalLengths(first: 2, second: 3)) {
      _ = try ConfirmatoryFactorAnalysis(
        of: CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]], caseCount: 9), model: model)
    }
    #expect(throws: NumericError.constantValues(item: 1)) {
      _ = try ConfirmatoryFactorAnalysis(
        of: CovarianceMatrix(rows: [[1, 0, 0.5], [0, 0, 0], [0.5, 0, 1]], caseCount: 9),
        model: model)
    }
    #expect(throws: NumericError.dependentItems) {
      _ = try ConfirmatoryFactorAnalysis(
        of: CovarianceMatrix(rows: [[1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]], caseCount: 9),
        model: model)
    }
    let crowded = try FactorModel(itemCount: 3, factors: [[0, 1, 2], [0, 1, 2]])
    #expect(throws: NumericError.parameterOutOfRange(name: "degrees of freedom", value: -4)) {
      _ = try ConfirmatoryFactorAnalysis(
        of: CovarianceMatrix(rows: rows, caseCount: 9), model: crowded)
    }
  }
}
