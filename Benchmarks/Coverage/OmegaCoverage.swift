import NumericCore

/// Normal items of one factor with loadings that differ.
private let loadings = [0.5, 0.6, 0.7, 0.8, 0.9]

/// Intervals of omega total: each sample costs hundreds of searches, so there are fewer of them.
func omegaRows(_ simulation: Simulation) -> [CoverageRow] {
  let fewer = Simulation(
    replicationCount: max(1, simulation.replicationCount / omegaShare),
    threadCount: simulation.threadCount, seed: simulation.seed)
  let sum = loadings.reduce(0, +)
  let omega = sum * sum / (sum * sum + loadings.reduce(0) { $0 + 1 - $1 * $1 })
  let methods = [
    "asymptotic", "bootstrap, normal", "bootstrap, percentile", "bootstrap, BCa",
    "by number of rows",
  ]
  return [30, 50, 100, 170].enumerated().flatMap { place, n -> [CoverageRow] in
    let hits = fewer.count(methods.count, design: 2000 + place, around: omega) { random in
      (try? intervals(sample(n, &random), seed: random.next()))
        ?? [ConfidenceInterval?](repeating: nil, count: methods.count)
    }
    return zip(methods, hits).map { method, hits in
      CoverageRow(
        design: "\(loadings.count) normal items, loadings .5 to .9", n: n,
        truth: rounded(omega, 4), method: method, found: hits.coverage, detail: misses(hits),
        range: 0.94...0.96, isGated: false)
    }
  }
}

/// How many times fewer samples of omega there are.
let omegaShare = 5

private func sample(_ n: Int, _ random: inout RandomStream) -> [[Double?]] {
  var columns = [[Double?]](repeating: [], count: loadings.count)
  for _ in 0..<n {
    let factor = random.normal()
    for (item, loading) in loadings.enumerated() {
      columns[item].append(
        loading * factor + (1 - loading * loading).squareRoot() * random.normal())
    }
  }
  return columns
}

private func intervals(_ columns: [[Double?]], seed: UInt64) throws -> [ConfidenceInterval?] {
  let omega = try McDonaldOmega(of: CovarianceMatrix(columns: columns, policy: .listwise))
  let bootstrap = try? BootstrapDistribution(
    ofOmegaOf: ItemRows(columns: columns, policy: .listwise),
    options: BootstrapOptions(resampleCount: 500, seed: seed))
  return [
    try? omega.asymptoticInterval(level: 0.95), try? bootstrap?.normalInterval(level: 0.95),
    try? bootstrap?.percentileInterval(level: 0.95), try? bootstrap?.bcaInterval(level: 0.95),
    try? bootstrap?.interval(level: 0.95),
  ]
}
