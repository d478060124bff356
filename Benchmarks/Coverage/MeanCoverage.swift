import Glibc
import NumericCore

/// The t interval of a mean, of normal values, of answers to one skewed item and of waiting times.
func meanRows(_ simulation: Simulation) throws -> [CoverageRow] {
  let skewed = AlphaDesign.all[1]
  let normal: @Sendable (inout RandomStream) -> Double = { $0.normal() }
  let item: @Sendable (inout RandomStream) -> Double = { random in
    let latent = random.normal()
    return Double(skewed.thresholds.reduce(0) { $1 < latent ? $0 + 1 : $0 })
  }
  let waiting: @Sendable (inout RandomStream) -> Double = { -log($0.uniform()) }
  // Half, a quarter, 14 %, 7 % and 4 % of the answers.
  let designs: [(String, Double, @Sendable (inout RandomStream) -> Double)] = [
    ("normal values", 0, normal), ("one item of 5 points, skewed", 0.25 + 0.28 + 0.21 + 0.16, item),
    ("exponential values", 1, waiting),
  ]
  var rows: [CoverageRow] = []
  for (place, (name, truth, draw)) in designs.enumerated() {
    for (size, n) in [5, 10, 30, 100, 300].enumerated() {
      let hits = simulation.count(1, design: 10_000 + 100 * place + size, around: truth) { random in
        let values = (0..<n).map { _ in draw(&random) }
        return [try? Description(of: values).meanInterval(level: 0.95)]
      }[0]
      rows.append(
        CoverageRow(
          design: name, n: n, truth: rounded(truth, 2), method: "t", found: hits.coverage,
          detail: misses(hits), range: 0.94...0.96, isGated: place == 0))
    }
  }
  return rows
}
