import NumericCore
import NumericTestSupport
import Testing

@Suite struct FactorScoresTests {
  @Test(arguments: [(FactorScoreMethod.regression, "regression"), (.bartlett, "Bartlett")])
  func agreesWithFactanal(method: FactorScoreMethod, name: String) throws {
    let data = try FactorData()
    let factors = try FactorExtraction(
      of: data.correlations(), factorCount: 3, method: .maximumLikelihood)
    let result = try FactorScores(
      of: data.columns, factors: factors, rotation: nil, method: method)
    for row in 0..<3 {
      let scores = try #require(result.scores[row])
      for factor in 0..<3 {
        let key = "scores.\(name).\(row + 1).\(factor + 1)"
        expectClose(scores[factor], try data.found(key, within: 1e-4))
      }
    }
  }

  @Test func aMissingAnswerLeavesNoScore() throws {
    var data = try FactorData().columns
    data[2][5] = nil
    let matrix = try CovarianceMatrix(columns: data, policy: .listwise).correlations()
    let factors = try FactorExtraction(of: matrix, factorCount: 2, method: .minres)
    let rotation = try FactorRotation(of: factors, method: .oblimin(kaiser: false))
    for method in FactorScoreMethod.allCases {
      let scores = try FactorScores(
        of: data, factors: factors, rotation: rotation, method: method
      ).scores
      #expect(scores[5] == nil)
      #expect(scores.compactMap { $0 }.count == 299)
      let means = (0..<2).map { factor in scores.compactMap { $0?[factor] }.reduce(0, +) / 299 }
      for mean in means { expectClose(mean, .derived(0)) }
    }
  }

  @Test func refusesOtherItems() throws {
    let data = try FactorData()
    let factors = try FactorExtraction(of: data.correlations(), factorCount: 1, method: .minres)
    #expect(throws: NumericError.unequalLengths(first: 3, second: 9)) {
      _ = try FactorScores(
        of: Array(data.columns.prefix(3)), factors: factors, rotation: nil, method: .bartlett)
    }
  }
}
