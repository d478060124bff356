import NumericTestSupport
import Testing

@testable import NumericCore

@Suite struct OmegaHierarchicalOptimaTests {
  /// Answers on five points to items of one factor, drawn with a seed.
  private func correlations(seed: UInt64, items: Int = 9, rows: Int = 300) throws
    -> CorrelationMatrix
  {
    var random = SeededGenerator(seed: seed)
    func normal() -> Double {
      (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
    let loadings = (0..<items).map { _ in Double.random(in: 0.55..<0.95, using: &random) }
    var columns = [[Double?]](repeating: [], count: items)
    for _ in 0..<rows {
      let common = normal()
      for item in 0..<items {
        let own = (1 - loadings[item] * loadings[item]).squareRoot()
        let value = loadings[item] * common + own * normal()
        columns[item].append([-1.2, -0.4, 0.4, 1.2].reduce(1) { $0 + (value > $1 ? 1 : 0) })
      }
    }
    return try CovarianceMatrix(columns: columns, policy: .listwise).correlations()
  }

  /// Of each sample, either all near-equal optima give nearly the same value, or there is none.
  @Test func noValueDependsOnTheOptimumChosen() throws {
    var (defined, undefined) = (0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      let matrix = try correlations(seed: seed)
      let total = matrix.entries.reduce(0, +)
      let values = try SchmidLeiman.nearEqual(of: matrix, factorCount: 3).map { optimum in
        let sum = optimum.generalLoadings.reduce(0, +)
        return sum * sum / total
      }
      let farthest = values.map { abs($0 - values[0]) }.max() ?? 0
      do throws(NumericError) {
        let omega = try McDonaldOmegaHierarchical(of: matrix, groupFactorCount: 3)
        #expect(farthest <= 0.05, "seed \(seed)")
        expectClose(omega.omegaHierarchical, .derived(values[0]))
        defined += 1
      } catch {
        #expect(farthest > 0.05, "seed \(seed)")
        guard case .ambiguousRotation(let lowest, let highest) = error else {
          Issue.record("seed \(seed): \(error)")
          continue
        }
        expectClose(lowest, .derived(values.min() ?? 0))
        expectClose(highest, .derived(values.max() ?? 0))
        undefined += 1
      }
    }
    #expect(defined > 3 && undefined > 1, "\(defined) defined, \(undefined) not")
  }

  @Test func sixItemsAreTooFew() throws {
    let matrix = try correlations(seed: 1, items: 6)
    #expect(throws: NumericError.tooFewItems(count: 6, required: 7)) {
      try McDonaldOmegaHierarchical(of: matrix, groupFactorCount: 3)
    }
  }
}
