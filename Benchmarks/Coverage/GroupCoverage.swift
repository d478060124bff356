import NumericCore

/// Rows that come from groups, as several mentees of one mentor: a part of what lies behind each item is
/// the group's.
struct GroupDesign: Sendable {
  let itemCount = 5
  let rowsPerGroup = 3
  /// Share of the variance of factor and residuals that groups have in common.
  let intraclassCorrelation = 0.3
  /// Share of an item's variance that is the factor's; alpha of single rows is .80.
  let communality = 0.8 / (5 - 0.8 * 4)

  func sample(_ groupCount: Int, _ random: inout RandomStream) -> [[Double?]] {
    var columns = [[Double?]](repeating: [], count: itemCount)
    let (common, own) =
      (intraclassCorrelation.squareRoot(), (1 - intraclassCorrelation).squareRoot())
    for _ in 0..<groupCount {
      let group = (0...itemCount).map { _ in common * random.normal() }
      for _ in 0..<rowsPerGroup {
        let factor = group[itemCount] + own * random.normal()
        for item in 0..<itemCount {
          let residual = group[item] + own * random.normal()
          columns[item].append(
            communality.squareRoot() * factor + (1 - communality).squareRoot() * residual)
        }
      }
    }
    return columns
  }
}

/// Intervals of alpha from rows that are not independent.
func groupRows(_ simulation: Simulation) -> [CoverageRow] {
  let design = GroupDesign()
  let methods = ["Feldt, rows taken as independent", "groups, normal", "groups, percentile"]
  return [40, 60, 100, 200].enumerated().flatMap { place, count -> [CoverageRow] in
    let hits = simulation.count(methods.count, design: 1000 + place, around: 0.8) { random in
      (try? intervals(design.sample(count, &random), design, seed: random.next()))
        ?? [ConfidenceInterval?](repeating: nil, count: methods.count)
    }
    return zip(methods, hits).map { method, hits in
      CoverageRow(
        design: "\(count) groups of \(design.rowsPerGroup) rows", n: count * design.rowsPerGroup,
        truth: rounded(0.8, 4), method: method, found: hits.coverage, detail: misses(hits),
        range: 0.94...0.96, isGated: false)
    }
  }
}

private func intervals(
  _ columns: [[Double?]], _ design: GroupDesign, seed: UInt64
) throws -> [ConfidenceInterval?] {
  let alpha = try CronbachAlpha(of: CovarianceMatrix(columns: columns, policy: .listwise))
  let groups = (columns.first ?? []).indices.map { $0 / design.rowsPerGroup }
  let bootstrap = try? BootstrapDistribution(
    ofAlphaOf: ItemRows(columns: columns, policy: .listwise, groups: groups),
    options: BootstrapOptions(resampleCount: 1000, seed: seed))
  return [
    try? alpha.feldtInterval(level: 0.95), try? bootstrap?.normalInterval(level: 0.95),
    try? bootstrap?.percentileInterval(level: 0.95),
  ]
}
