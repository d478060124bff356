// Times the bootstrap of alpha and the search over split halves, in CPU seconds of this process.
//
// usage: bootstrap-benchmark answers | alpha REPEATS | pairwise REPEATS | lambda2 REPEATS | splits REPEATS
import Glibc
import NumericCore

/// The answers of 500 persons to 10 items of 5 points, one factor behind them; always the same.
func answers(rows: Int = 500, items: Int = 10) -> [[Int]] {
  var random = RandomStream(seed: 2025)
  return (0..<rows).map { _ in
    let factor = random.normal()
    return (0..<items).map { _ in
      let latent = 0.7 * factor + 0.714 * random.normal()
      return 1 + [-1.4, -0.5, 0.4, 1.3].reduce(0) { latent > $1 ? $0 + 1 : $0 }
    }
  }
}

/// The correlations of 16 items, as splits.R makes them.
func matrixOfSixteen() throws -> CovarianceMatrix {
  var rows = [[Double]](repeating: [Double](repeating: 1, count: 16), count: 16)
  for one in 0..<16 {
    for other in 0..<16 where other != one {
      let step = (one * other + 3 * (one + other)) % 11
      rows[one][other] = 0.3 + 0.01 * Double(step)
    }
  }
  return try CovarianceMatrix(rows: rows)
}

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Prints the median of the CPU milliseconds of some repeats, and a result to compare.
func measure(_ name: String, _ repeats: Int, _ work: () throws -> String) throws {
  var times: [Double] = []
  var result = ""
  for _ in 0..<repeats {
    let start = seconds()
    result = try work()
    times.append((seconds() - start) * 1000)
  }
  times.sort()
  print("\(name)\t\(times[repeats / 2])\t\(times[0])\t\(result)")
}

func bootstrap(
  _ rows: ItemRows, _ make: (ItemRows, BootstrapOptions) throws -> BootstrapDistribution
) throws -> String {
  let options = try BootstrapOptions(resampleCount: 10_000, seed: 1)
  let interval = try make(rows, options).percentileInterval(level: 0.95)
  return "[\(interval.lower), \(interval.upper)]"
}

func run(_ name: String, _ repeats: Int) throws {
  let table = answers()
  var items = try (0..<10).map { item in try ItemCodes(answers: table.map { $0[item] }) }
  switch name {
  case "answers":
    for row in table { print(row.map(String.init).joined(separator: " ")) }
  case "alpha":
    try measure("alpha, listwise", repeats) {
      let rows = try ItemRows(of: items, policy: .listwise)
      return try bootstrap(rows) { try .init(ofAlphaOf: $0, options: $1) }
    }
  case "pairwise":
    items = try items.enumerated().map { item, codes in
      try ItemCodes(answers: (0..<500).map { ($0 + item) % 20 == 0 ? nil : codes[$0] })
    }
    try measure("alpha, pairwise", repeats) {
      let rows = try ItemRows(of: items, policy: .pairwise)
      return try bootstrap(rows) { try .init(ofAlphaOf: $0, options: $1) }
    }
  case "lambda2":
    try measure("lambda 2, listwise", repeats) {
      let rows = try ItemRows(of: items, policy: .listwise)
      return try bootstrap(rows) { rows, options in
        try .init(of: rows, options: options) { matrix throws(NumericError) in
          try GuttmanLambdas(of: matrix).lambda2
        }
      }
    }
  default:
    let matrix = try matrixOfSixteen()
    try measure("all splits of 16 items", repeats) {
      let splits = try SplitHalves(of: matrix)
      return "\(splits.splitCount) splits, \(splits.maximum) to \(splits.minimum)"
    }
  }
}

let words = CommandLine.arguments.dropFirst()
try run(words.first ?? "splits", words.dropFirst().first.flatMap(Int.init) ?? 9)
