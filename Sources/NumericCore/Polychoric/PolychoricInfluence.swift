internal import Glibc

/// How much each person's answers move a polychoric correlation, and its sampling variance.
///
/// The thresholds are estimated first, so that a person moves the correlation directly and through
/// them: influence = (s − Σ a(t) (1[answer ≤ t] − P(t)) / φ(τ(t))) / information, with s the slope of
/// the log-likelihood by the correlation and a(t) the mean of s times its slope by threshold t. All
/// means are taken over the persons, not under the model.
/// Reference: Muthén (1984), Psychometrika 49, 115–132, doi:10.1007/BF02294210.
struct PolychoricInfluence {
  /// The influence of a person in each cell of the table, times the number of persons.
  let cells: [Double]
  /// The number of persons times the sampling variance of the correlation.
  let variance: Double

  init(of table: PolychoricTable, correlation: Double) throws(NumericError) {
    let counts = table.observed
    var kernel = PolychoricKernel(counts: counts, rows: table.rows, columns: table.columns)
    let (probabilities, densities) = kernel.cells(at: correlation)
    let total = counts.reduce(0, +)
    let scores = zip(densities, probabilities).map { $0 / $1 }
    let information = zip(counts, scores).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / total
    guard information > 0 else { throw .noFiniteCorrelation(first: 0, second: 1) }
    var moves = scores
    let width = table.columns.shares.count
    Self.subtract(
      from: &moves, scores, counts, probabilities, table.rows, table.columns, correlation
    ) { cell in (cell / width, cell % width) }
    Self.subtract(
      from: &moves, scores, counts, probabilities, table.columns, table.rows, correlation
    ) { cell in (cell % width, cell / width) }
    cells = moves.map { $0 / information }
    variance = zip(counts, cells).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / total
  }

  /// Takes away what goes through the thresholds of one item.
  ///
  /// - Parameter place: the answers of this item and of the other in a cell.
  private static func subtract(
    from moves: inout [Double], _ scores: [Double], _ counts: [Double],
    _ probabilities: [Double], _ item: ItemThresholds, _ other: ItemThresholds,
    _ correlation: Double, _ place: (Int) -> (Int, Int)
  ) {
    let total = counts.reduce(0, +)
    let spread = ((1 - correlation) * (1 + correlation)).squareRoot()
    var below = 0.0
    for (threshold, cut) in item.thresholds.enumerated() {
      below += item.shares[threshold]
      let density = exp(-cut * cut / 2) / (2 * Double.pi).squareRoot()
      // The share of the other item's answers among persons who stand at the threshold.
      var (shares, last) = ([Double](), 0.0)
      for limit in other.thresholds {
        let next = erfc(-(limit - correlation * cut) / (spread * 2.0.squareRoot())) / 2
        shares.append(next - last)
        last = next
      }
      shares.append(1 - last)
      var slope = 0.0
      for cell in scores.indices where counts[cell] > 0 {
        let (answer, otherAnswer) = place(cell)
        guard answer == threshold || answer == threshold + 1 else { continue }
        let sign = answer == threshold ? 1.0 : -1.0
        slope +=
          counts[cell] * scores[cell] * sign * density * shares[otherAnswer]
          / probabilities[cell]
      }
      slope /= total
      for cell in moves.indices {
        let isBelow = place(cell).0 <= threshold ? 1.0 : 0.0
        moves[cell] -= slope * (isBelow - below) / density
      }
    }
  }
}
