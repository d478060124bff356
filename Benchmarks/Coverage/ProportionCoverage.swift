import NumericCore

/// Both intervals of a proportion: their coverage for every p, by enumeration, without simulation.
func proportionRows() throws -> [CoverageRow] {
  try [5, 10, 20, 50, 100, 300].flatMap { n in
    let wilson = try (0...n).map {
      try Proportion(successCount: $0, totalCount: n).wilson(level: 0.95)
    }
    let exact = try (0...n).map {
      try Proportion(successCount: $0, totalCount: n).clopperPearson(level: 0.95)
    }
    let (average, least) = (try averageCoverage(wilson), try leastCoverage(wilson))
    let (exactAverage, exactLeast) = (try averageCoverage(exact), try leastCoverage(exact))
    func row(_ method: String, _ found: Double, _ range: ClosedRange<Double>?) -> CoverageRow {
      CoverageRow(
        design: "a proportion", n: n, truth: "0 to 1", method: method, found: found, detail: "",
        range: range ?? 0...1, isGated: range != nil)
    }
    // The average over p of Wilson's interval tends to 95 % from above as n grows.
    return [
      row("Wilson, average over p", average, 0.94...0.96),
      row("Wilson, least over p", least, nil),
      row("Clopper–Pearson, average over p", exactAverage, nil),
      row("Clopper–Pearson, least over p", exactLeast, 0.95 - 1e-12...1),
    ]
  }
}

/// The mean coverage over all p: the chance of x is integrated between the limits of x.
///
///     Σ (B(upper) − B(lower)) / (n + 1),  B the distribution function of Beta(x + 1, n − x + 1)
private func averageCoverage(_ intervals: [ConfidenceInterval]) throws -> Double {
  let n = intervals.count - 1
  var sum = 0.0
  for (x, interval) in intervals.enumerated() {
    let beta = try Beta(firstShape: Double(x + 1), secondShape: Double(n - x + 1))
    sum += try beta.cumulative(interval.upper) - beta.cumulative(interval.lower)
  }
  return sum / Double(n + 1)
}

/// The smallest coverage of any p, which is met where p leaves an interval.
private func leastCoverage(_ intervals: [ConfidenceInterval]) throws -> Double {
  let n = intervals.count - 1
  var least = 1.0
  for p in intervals.flatMap({ [$0.lower, $0.upper] }) where p > 0 && p < 1 {
    let inside = (0...n).filter { intervals[$0].lower < p && p < intervals[$0].upper }
    guard let first = inside.first, let last = inside.last else { return 0 }
    let binomial = try Binomial(trialCount: n, probability: p)
    let below = first == 0 ? 0 : try binomial.cumulative(Double(first - 1))
    least = min(least, try binomial.cumulative(Double(last)) - below)
  }
  return least
}
