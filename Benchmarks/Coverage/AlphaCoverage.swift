import Glibc
import NumericCore

/// Items of one kind: equal loadings on one normal factor, either as they are or cut into five points.
struct AlphaDesign: Sendable {
  let name: String
  let itemCount: Int
  /// Share of an item's latent variance that is the factor's.
  let communality: Double
  /// Where the latent number is cut; none for items that stay normal.
  let thresholds: [Double]

  static let all = [5, 10].flatMap { k in
    [
      AlphaDesign(
        name: "\(k) parallel normal items", itemCount: k,
        communality: 0.8 / (Double(k) - 0.8 * Double(k - 1)), thresholds: []),
      AlphaDesign(
        name: "\(k) items of 5 points, skewed", itemCount: k, communality: 0.45,
        // Half of the answers are the lowest, 4 % the highest: skewness 1.16.
        thresholds: [0, 0.674_489_750_196_081_7, 1.226_528_120_036_610_3, 1.750_686_071_252_169_7]),
    ]
  }

  /// Alpha of the population: of normal items in closed form, else by integrating over the factor.
  var alpha: Double {
    let k = Double(itemCount)
    if thresholds.isEmpty { return k * communality / (1 + (k - 1) * communality) }
    let step = 0.005
    var (mean, between, square) = (0.0, 0.0, 0.0)
    for place in -1800...1800 {
      let factor = Double(place) * step
      let weight = exp(-factor * factor / 2) / (2 * Double.pi).squareRoot() * step
      // E(x) and E(x²) of an item given the factor, from the chances to be above each threshold.
      var (first, second) = (0.0, 0.0)
      for (point, threshold) in thresholds.enumerated() {
        let z = (communality.squareRoot() * factor - threshold) / (1 - communality).squareRoot()
        let above = erfc(-z / 2.0.squareRoot()) / 2
        first += above
        second += above * Double(2 * point + 1)
      }
      mean += weight * first
      between += weight * first * first
      square += weight * second
    }
    let covariance = between - mean * mean
    let variance = square - mean * mean
    return k * covariance / (variance + (k - 1) * covariance)
  }

  func sample(_ n: Int, _ random: inout RandomStream) -> [[Double?]] {
    var columns = [[Double?]](repeating: [], count: itemCount)
    for _ in 0..<n {
      let shared = communality.squareRoot() * random.normal()
      for item in 0..<itemCount {
        let latent = shared + (1 - communality).squareRoot() * random.normal()
        let points = thresholds.reduce(0) { $1 < latent ? $0 + 1 : $0 }
        columns[item].append(thresholds.isEmpty ? latent : Double(points))
      }
    }
    return columns
  }
}

private let methods = [
  "Feldt", "Bonett", "Duhachek", "bootstrap, normal", "bootstrap, percentile",
  "bootstrap, BCa",
]

func alphaRows(_ simulation: Simulation) throws -> [CoverageRow] {
  var rows: [CoverageRow] = []
  for (place, design) in AlphaDesign.all.enumerated() {
    for (size, n) in [20, 50, 100, 170, 300].enumerated() {
      let hits = simulation.count(
        methods.count, design: 100 * place + size, around: design.alpha
      ) { random in
        (try? alphaIntervals(design.sample(n, &random), seed: random.next()))
          ?? [ConfidenceInterval?](repeating: nil, count: methods.count)
      }
      for (method, hits) in zip(methods, hits) {
        let isExact = ["Feldt", "Bonett"].contains(method)
        rows.append(
          CoverageRow(
            design: design.name, n: n, truth: rounded(design.alpha, 4), method: method,
            found: hits.coverage, detail: misses(hits), range: 0.94...0.96,
            isGated: design.thresholds.isEmpty && (isExact || n >= 300)))
      }
    }
  }
  return rows
}

private func alphaIntervals(_ columns: [[Double?]], seed: UInt64) throws -> [ConfidenceInterval?] {
  let alpha = try CronbachAlpha(of: CovarianceMatrix(columns: columns, policy: .listwise))
  let bootstrap = try? BootstrapDistribution(
    ofAlphaOf: ItemRows(columns: columns, policy: .listwise),
    options: BootstrapOptions(resampleCount: 1000, seed: seed))
  return [
    try? alpha.feldtInterval(level: 0.95), try? alpha.bonettInterval(level: 0.95),
    try? alpha.duhachekInterval(level: 0.95), try? bootstrap?.normalInterval(level: 0.95),
    try? bootstrap?.percentileInterval(level: 0.95), try? bootstrap?.bcaInterval(level: 0.95),
  ]
}
