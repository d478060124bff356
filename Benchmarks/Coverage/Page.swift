import Glibc

func percent(_ share: Double) -> String { rounded(100 * share, 1) + " %" }

/// A count of less than a million, with a comma.
func grouped(_ count: Int) -> String {
  let rest = String(count % 1000)
  return count < 1000
    ? rest : "\(count / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
}

func rounded(_ value: Double, _ digits: Int) -> String {
  let unit = pow(10.0, Double(digits))
  let whole = Int((abs(value) * unit).rounded())
  let text = String(whole)
  let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
  return (value < 0 && whole > 0 ? "−" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
}

/// Where the interval misses, and how often it is undefined.
func misses(_ hits: Hits) -> String {
  let count = Double(hits.below + hits.inside + hits.above + hits.undefined)
  let sides = [hits.below, hits.above].map { rounded(100 * Double($0) / count, 1) }
    .joined(separator: " / ")
  return hits.undefined == 0 ? sides : sides + ", undefined \(hits.undefined)"
}

func page(
  _ simulation: Simulation, alphas: [CoverageRow], groups: [CoverageRow],
  omegas: [CoverageRow], means: [CoverageRow], clusters: [CoverageRow], proportions: [CoverageRow]
) -> String {
  """
  # How often intervals are right

  A 95 % interval should contain the number that it is about in 95 of 100 samples. This page says how often
  each one does, where its assumptions hold and where they do not. `swift run -c release coverage` writes
  it, from \(grouped(simulation.replicationCount)) samples of each design and seed \(simulation.seed). The simulation error of a
  figure near 95 % is 0.2 points. **Bold** figures stand where the assumptions hold: they must lie from 94
  to 96 %, or the program fails. The others are shown as they are. In brackets: the percentages of
  intervals that lie below the population value, and above it.

  ## Cronbach's alpha

  Equal loadings on one normal factor. *Normal* items are parallel, with alpha .80 in the population.
  *Skewed* items cut such numbers (45 % of the variance is the factor's) into five points that 50, 25,
  14, 7 and 4 % of people choose, which gives a skewness of 1.2; their alpha follows by integration over
  the factor. Each bootstrap has 1,000 resamples of the rows.

  \(table(alphas, truth: "population"))

  What follows: the intervals by formula are right for parallel normal items and too short for skewed
  ones, at any number of people. Of the bootstrap intervals, the one by the normal distribution is the best
  below 100 people, where the percentiles lie too low; from 150 on BCa is nearly as good,
  and unlike the others misses about equally on both sides.

  ## Cronbach's alpha of rows in groups

  Five parallel normal items, in rows of which three share a person, as a mentor's rows do: 30 % of the variance of
  the factor and of each residual is the group's. Alpha of single rows is .80. *Groups* resamples whole
  groups, 1,000 times.

  \(table(groups, truth: "population"))

  What follows: from 40 groups up, the interval by the standard error of resampled groups is nearly right, and
  better than that by percentiles. An interval that takes rows for independent is too short.

  ## McDonald's omega

  Normal items of one factor; \(grouped(max(1, simulation.replicationCount / omegaShare))) samples of each size with 500 resamples, so that the simulation error is
  0.5 points. *By number of rows* is what abacus gives: normal below 100, percentile from 100, BCa from 150.

  \(table(omegas, truth: "population"))

  What follows: no interval is right at 30 people. From 50 on, the one by number of rows covers about 94 %.

  ## A mean

  Student's t interval.

  \(table(means, truth: "population"))

  ## A mean of rows in clusters

  As a mentor's rows about mentees: clusters of 1, 2, 3 and 5 rows in turn, intraclass correlation .3.

  \(table(clusters, truth: "population"))

  What follows: CR2 is right from 10 clusters up; an interval that takes rows for independent is far too short.

  ## A proportion

  By enumeration of every possible count, so without simulation error. Wilson's interval is right on
  average over all p, though not at every p. That of Clopper and Pearson has at least 95 % at every p.

  \(table(proportions, truth: "p"))
  """
}

/// One line for each design and size, one column for each method.
private func table(_ rows: [CoverageRow], truth: String) -> String {
  var methods: [String] = []
  for row in rows where !methods.contains(row.method) { methods.append(row.method) }
  let width = methods.count
  let lines = stride(from: 0, to: rows.count, by: width).map { start in
    let first = rows[start]
    let cells = rows[start..<start + width].map { row in
      let figure = row.isGated ? "**\(percent(row.found))**" : percent(row.found)
      return row.detail.isEmpty ? figure : "\(figure) (\(row.detail))"
    }
    return "| \(first.design) | \(first.n) | \(first.truth) | "
      + cells.joined(separator: " | ") + " |"
  }
  return "| design | n | \(truth) | \(methods.joined(separator: " | ")) |\n"
    + "|" + String(repeating: "---|", count: width + 3) + "\n" + lines.joined(separator: "\n")
}
