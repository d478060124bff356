import NumericCore
import NumericTestSupport
import Testing

@Suite struct OrdinalFactorAnalysisTests {
  func model() throws -> FactorModel {
    try FactorModel(itemCount: 9, factors: FactorData.threeFactors)
  }

  @Test func agreesWithLavaan() throws {
    let data = try FactorData()
    let analysis = try OrdinalFactorAnalysis(
      of: data.codes(), model: model(), emptyCells: .halfInBinary)
    let fit = analysis.fit
    let interval = try #require(fit.rootMeanSquareErrorInterval)
    let values: [(String, Double?)] = [
      ("unscaled", analysis.unscaledChiSquared), ("chisq", fit.chiSquared),
      ("df", Double(fit.degreesOfFreedom)), ("pvalue", fit.pValue),
      ("baseline.chisq", fit.baselineChiSquared), ("cfi", fit.comparativeFitIndex),
      ("tli", fit.tuckerLewisIndex), ("rmsea", fit.rootMeanSquareError),
      ("rmsea.ci.lower", interval.lower), ("rmsea.ci.upper", interval.upper),
      ("rmsea.pvalue", fit.closeFitPValue), ("srmr", fit.standardizedResidual),
    ]
    for (name, value) in values {
      expectClose(value, try data.found("wlsmv.\(name)", within: 2e-5))
    }
  }

  @Test func loadingsAgreeWithLavaan() throws {
    let data = try FactorData()
    let solution = try OrdinalFactorEstimate(
      of: data.tally(), model: model(), emptyCells: .halfInBinary
    ).standardizedSolution
    for (factor, letter) in ["a", "b", "c"].enumerated() {
      for item in FactorData.threeFactors[factor] {
        let loading = try data.found("wlsmv.std.\(letter)=~i\(item + 1)", within: 2e-5)
        expectClose(solution.loadings[item, factor], loading)
      }
    }
    let between = try data.found("wlsmv.std.a~~b", within: 2e-5)
    expectClose(solution.factorCovariances[0, 1], between)
  }

  @Test func refusesPairwiseCountsAndOtherItems() throws {
    let data = try FactorData()
    #expect(throws: NumericError.differentTallies) {
      _ = try OrdinalFactorEstimate(
        of: PairTally(of: data.codes(), policy: .pairwise), model: model(), emptyCells: .kept)
    }
    #expect(throws: NumericError.unequalLengths(first: 3, second: 9)) {
      _ = try OrdinalFactorEstimate(
        of: data.tally(0..<3), model: model(), emptyCells: .kept)
    }
  }
}
