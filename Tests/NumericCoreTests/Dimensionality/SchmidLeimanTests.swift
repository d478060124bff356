import NumericCore
import NumericTestSupport
import Testing

@Suite struct SchmidLeimanTests {
  /// Three groups of items with general loadings g · λ and group loadings √(1 − g²) · λ.
  func matrix(_ second: [Double], _ first: Double, size: Int = 2) throws -> CorrelationMatrix {
    let rows = (0..<3 * size).map { row in
      (0..<3 * size).map { column -> Double in
        if row == column { return 1.0 }
        let shared =
          row / size == column / size ? 1.0 : second[row / size] * second[column / size]
        return first * first * shared
      }
    }
    return try CovarianceMatrix(rows: rows).correlations()
  }

  @Test func aHierarchyIsFoundAgain() throws {
    let result = try SchmidLeiman(of: matrix([0.8, 0.7, 0.6], 0.75), factorCount: 3)
    for (item, loading) in result.generalLoadings.enumerated() {
      let expected = 0.75 * [0.8, 0.7, 0.6][item / 2]
      expectClose(loading, .iterative(expected, within: 1e-6, reason: "a search"))
    }
    // The general factor's squared loadings over all: (g1² + g2² + g3²) / 3.
    let share = (0.64 + 0.49 + 0.36) / 3
    expectClose(
      result.explainedCommonVariance, .iterative(share, within: 1e-6, reason: "a search"))
  }

  @Test func omegaHierarchicalOfThatHierarchy() throws {
    let correlation = try matrix([0.8, 0.7, 0.6], 0.75, size: 3)
    let omega = try McDonaldOmegaHierarchical(of: correlation, groupFactorCount: 3)
    let general = 3 * 0.75 * (0.8 + 0.7 + 0.6)
    let total = correlation.entries.reduce(0, +)
    expectClose(
      omega.omegaHierarchical,
      .iterative(general * general / total, within: 1e-6, reason: "a search"))
    expectClose(
      omega.omegaTotal,
      .iterative(1 - 9 * (1 - 0.5625) / total, within: 1e-6, reason: "a search"))
  }

  @Test func agreesWithPsych() throws {
    let data = try FactorData()
    let omega = try McDonaldOmegaHierarchical(of: data.correlations(), groupFactorCount: 3)
    expectClose(omega.omegaHierarchical, try data.found("omega.h", within: 2e-3))
    expectClose(omega.omegaTotal, try data.found("omega.t", within: 1e-4))
    expectClose(
      omega.schmidLeiman.explainedCommonVariance, try data.found("omega.ecv", within: 2e-3))
  }

  @Test func refusesOneGroupFactor() throws {
    #expect(
      throws: NumericError.parameterOutOfRange(name: "number of group factors", value: 1)
    ) { _ = try SchmidLeiman(of: oneFactorCorrelations([0.8, 0.7, 0.6]), factorCount: 1) }
  }
}
