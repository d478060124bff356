import NumericCore

/// Intervals of a mean over rows in clusters of one to five, with an intraclass correlation of .3, as a
/// mentor's rows about mentees have.
func clusterRows(_ simulation: Simulation) -> [CoverageRow] {
  let methods = ["t, rows taken as independent", "CR2, Satterthwaite"]
  return [10, 15, 20, 40].enumerated().flatMap { place, clusterCount -> [CoverageRow] in
    let sizes = (0..<clusterCount).map { [1, 2, 3, 5][$0 % 4] }
    let clusters = sizes.enumerated().flatMap { [Int](repeating: $0, count: $1) }
    let hits = simulation.count(methods.count, design: 3000 + place, around: 0) { random in
      var values: [Double] = []
      for size in sizes {
        let shared = 0.3.squareRoot() * random.normal()
        for _ in 0..<size { values.append(shared + 0.7.squareRoot() * random.normal()) }
      }
      return [
        try? Description(of: values).meanInterval(level: 0.95),
        try? ClusteredMean(of: values, clusters: clusters).interval(level: 0.95),
      ]
    }
    return zip(methods, hits).map { method, hits in
      CoverageRow(
        design: "\(clusterCount) clusters of 1 to 5 rows", n: clusters.count,
        truth: rounded(0, 1), method: method, found: hits.coverage, detail: misses(hits),
        range: 0.94...0.96, isGated: method != methods[0] && clusterCount >= 20)
    }
  }
}
