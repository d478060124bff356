// Measures how often intervals contain the number that they are about, and writes the page
// docs/reference/coverage.md: the same bytes for the same seed, with any number of threads.
//
// usage: coverage [--replications N] [--threads N] [--seed N]
import Glibc

func complain(_ text: String) {
  let line = text + "\n"
  write(STDERR_FILENO, line, line.utf8.count)
}

var options = ["--replications": 10_000, "--threads": 1, "--seed": 20_251_124]
var words = CommandLine.arguments.dropFirst()
while let name = words.popFirst() {
  guard options[name] != nil, let value = words.popFirst().flatMap(Int.init), value > 0 else {
    complain("usage: coverage [--replications N] [--threads N] [--seed N]")
    exit(64)
  }
  options[name] = value
}
let simulation = Simulation(
  replicationCount: options["--replications"] ?? 10_000, threadCount: options["--threads"] ?? 1,
  seed: UInt64(options["--seed"] ?? 1))

let alphas = try alphaRows(simulation)
let groups = groupRows(simulation)
let omegas = omegaRows(simulation)
let means = try meanRows(simulation)
let clusters = clusterRows(simulation)
let proportions = try proportionRows()
print(
  page(
    simulation, alphas: alphas, groups: groups, omegas: omegas, means: means,
    clusters: clusters, proportions: proportions))
let missed = (alphas + means + clusters + proportions).filter { $0.isGated && !$0.isWithin }
for row in missed { complain("outside its range: \(row.design), n = \(row.n), \(row.method)") }
exit(missed.isEmpty ? 0 : 1)
