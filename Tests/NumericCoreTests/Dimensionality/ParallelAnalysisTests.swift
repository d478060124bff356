import NumericCore
import NumericTestSupport
import Testing

@Suite struct ParallelAnalysisTests {
  @Test func theSameSeedGivesTheSameNumbers() throws {
    let matrix = try FactorData().correlations()
    let first = try ParallelAnalysis(of: matrix, draws: 20, seed: 7)
    #expect(try ParallelAnalysis(of: matrix, draws: 20, seed: 7) == first)
    #expect(try ParallelAnalysis(of: matrix, draws: 20, seed: 8) != first)
  }

  @Test func randomEigenvaluesAreThoseOfTwoItems() throws {
    // The larger one is 1 + |r|; of n independent pairs E|r| is Γ(½ν) / (√π Γ(½ν + ½)), ν = n − 1.
    let matrix = try CovarianceMatrix(rows: [[1, 0.5], [0.5, 1]], caseCount: 5).correlations()
    let analysis = try ParallelAnalysis(of: matrix, draws: 20_000, seed: 3)
    expectClose(
      analysis.randomMeans[0],
      .iterative(1 + 0.424413, within: 0.006, reason: "seed 3: three standard errors"))
    expectClose(analysis.randomMeans.reduce(0, +), .derived(2))
  }

  @Test func moreItemsThanPersonsAreNoObstacle() throws {
    let rows = (0..<6).map { row in (0..<6).map { row == $0 ? 1.0 : 0.4 } }
    let matrix = try CovarianceMatrix(rows: rows, caseCount: 4).correlations()
    let analysis = try ParallelAnalysis(of: matrix, draws: 50, seed: 1)
    expectClose(analysis.randomMeans.reduce(0, +), .derived(6))
    expectClose(analysis.randomMeans[4], .derived(0))
  }

  @Test func threeFactorsAreFoundByEitherRule() throws {
    let analysis = try ParallelAnalysis(of: FactorData().correlations(), draws: 200, seed: 1)
    #expect(analysis.componentCount(.mean) == 3)
    #expect(analysis.componentCount(.percentile95) <= 3)
    #expect(analysis.smallestMargin > 0)
    #expect(analysis.drawCount == 200)
  }

  @Test func shuffledAnswersGivePolychoricLimits() throws {
    let analysis = try ParallelAnalysis(
      polychoricOf: FactorData().codes(), emptyCells: .halfInBinary, draws: 10, seed: 1)
    #expect(analysis.componentCount(.mean) == 3)
    #expect(analysis.drawCount + analysis.failedDrawCount == 10)
    expectClose(analysis.randomMeans.reduce(0, +), .derived(9))
  }

  @Test(arguments: [
    ([[1.0]], 9, 9, NumericError.tooFewItems(count: 1, required: 2)),
    ([[1, 0.5], [0.5, 1]], 2, 9, .tooFewValues(count: 2, required: 3)),
    ([[1, 0.5], [0.5, 1]], 9, 1, .tooFewValues(count: 1, required: 2)),
  ])
  func refuses(rows: [[Double]], caseCount: Int, draws: Int, error: NumericError) {
    #expect(throws: error) {
      let matrix = try CovarianceMatrix(rows: rows, caseCount: caseCount).correlations()
      _ = try ParallelAnalysis(of: matrix, draws: draws, seed: 1)
    }
  }
}
