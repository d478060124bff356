// Times factor models and polychoric correlations, in CPU seconds of this process.
//
// usage: numeric-benchmark answers | NAME REPEATS, with NAME one of the cases of `Work`
import Glibc
import NumericCore

/// The answers of 2,800 persons to 25 items of 6 points, five items for each of five factors; always
/// the same.
func answers() -> [[Int]] {
  var random = RandomStream(seed: 2025)
  return (0..<2800).map { _ in
    let common = random.normal()
    let factors = (0..<5).map { _ in 0.5 * common + 0.866 * random.normal() }
    return (0..<25).map { item in
      let loading = 0.5 + 0.05 * Double(item % 5)
      let own = (1 - loading * loading).squareRoot() * random.normal()
      let latent = loading * factors[item / 5] + own + 0.1 * Double(item % 3)
      return 1 + [-1.6, -0.9, -0.2, 0.5, 1.2].reduce(0) { latent > $1 ? $0 + 1 : $0 }
    }
  }
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

enum Work: String, CaseIterable {
  case polychoric, parallel, omega, cfa, refits, ordinalRefits, efa
}

struct Data {
  let table = answers()
  let items: [ItemCodes]

  init() throws {
    let table = self.table
    items = try (0..<25).map { item in try ItemCodes(answers: table.map { $0[item] }) }
  }

  /// The first 500 persons' answers to the first ten items.
  func few() throws -> [ItemCodes] {
    try (0..<10).map { item in try ItemCodes(answers: table.prefix(500).map { $0[item] }) }
  }
}

func run(_ work: Work, _ data: Data, _ repeats: Int) throws {
  switch work {
  case .polychoric, .parallel, .efa: try runMatrices(work, data, repeats)
  case .omega, .cfa: try runModels(work, data, repeats)
  case .refits, .ordinalRefits: try runRefits(work, data, repeats)
  }
}

func runMatrices(_ work: Work, _ data: Data, _ repeats: Int) throws {
  let correlation = try CovarianceMatrix(of: PairTally(of: data.items, policy: .listwise))
    .correlations()
  switch work {
  case .polychoric:
    try measure("polychoric, 25 items", repeats) {
      let tally = try PairTally(of: data.items, policy: .listwise)
      let matrix = try PolychoricMatrix(of: tally, emptyCells: .kept)
      return "first pair \(matrix.correlations[0, 1])"
    }
  case .parallel:
    try measure("parallel analysis, 100 draws", repeats) {
      let result = try ParallelAnalysis(of: correlation, draws: 100, seed: 1)
      return "\(result.componentCount(.mean)) components"
    }
  default:
    try measure("minres and oblimin, 25 items", repeats) {
      let factors = try FactorExtraction(of: correlation, factorCount: 5, method: .minres)
      let turned = try FactorRotation(of: factors, method: .oblimin(kaiser: false))
      return "criterion \(turned.criterion ?? 0)"
    }
  }
}

func runModels(_ work: Work, _ data: Data, _ repeats: Int) throws {
  if work == .omega {
    let ten = try CovarianceMatrix(of: PairTally(of: data.few(), policy: .listwise))
    try measure("omega, one factor, 10 items", repeats) {
      "\(try McDonaldOmega(of: ten).omegaTotal)"
    }
  } else {
    let items = [0, 1, 2, 5, 6, 7, 10, 11, 12].map { data.items[$0] }
    let nine = try CovarianceMatrix(of: PairTally(of: items, policy: .listwise))
    let model = try FactorModel(itemCount: 9, factors: [[0, 1, 2], [3, 4, 5], [6, 7, 8]])
    try measure("three-factor model, 9 items", repeats) {
      "chi squared \(try ConfirmatoryFactorAnalysis(of: nine, model: model).fit.chiSquared)"
    }
  }
}

func runRefits(_ work: Work, _ data: Data, _ repeats: Int) throws {
  let few = try data.few()
  let options = try BootstrapOptions(resampleCount: 1000, seed: 1)
  let isOrdinal = work == .ordinalRefits
  try measure("1,000 refits of \(isOrdinal ? "categorical " : "")omega", repeats) {
    let drawn =
      isOrdinal
      ? try BootstrapDistribution(
        ofCategoricalOmegaOf: few, emptyCells: .halfInBinary, options: options)
      : try BootstrapDistribution(
        ofOmegaOf: ItemRows(of: few, policy: .listwise), options: options)
    let interval = try drawn.percentileInterval(level: 0.95)
    return "[\(interval.lower), \(interval.upper)]"
  }
}

let words = CommandLine.arguments.dropFirst()
if words.first == "answers" {
  for row in answers() { print(row.map(String.init).joined(separator: " ")) }
} else {
  let data = try Data()
  let repeats = words.dropFirst().first.flatMap(Int.init) ?? 9
  for work in Work.allCases where words.isEmpty || words.first == work.rawValue {
    try run(work, data, repeats)
  }
}
