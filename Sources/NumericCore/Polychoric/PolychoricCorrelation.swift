/// The correlation of two normal variables that two items are thought to cut into answers.
public struct PolychoricCorrelation: Hashable, Sendable {
  /// The correlation, strictly between −1 and 1.
  public let correlation: Double
  /// The thresholds of the first item, in standard deviations, ascending.
  public let firstThresholds: [Double]
  /// The thresholds of the second item, in standard deviations, ascending.
  public let secondThresholds: [Double]
  /// Number of persons who answered both items.
  public let pairCount: Int
  /// Combinations of two answers that occur singly but never together.
  public let emptyCellCount: Int
  /// What was done about them.
  public let emptyCells: EmptyCellRule
}

extension PolychoricCorrelation {
  /// The largest correlation in size that counts as an estimate; what lies beyond is on the way to
  /// ±1.
  static let limit = 1 - 1e-7

  /// Estimates the correlation in two steps by maximum likelihood.
  ///
  ///     threshold c = Φ⁻¹(share of answers up to c);  r maximises Σ n(c, d) ln P(c, d; r)
  ///
  /// `n(c, d)` counts the persons with both answers; `P(c, d; r)` is the bivariate normal
  /// probability of the rectangle between their thresholds. Two answers per item give the
  /// tetrachoric correlation.
  ///
  /// - Parameters:
  ///   - table: at least two answers of each item that occur.
  ///   - emptyCells: what is done about combinations that nobody chose.
  /// - Throws: `tooFewValues` without any person; `constantValues` where an item has one answer;
  ///   `tooManyCategories` where it has more than 12; `noFiniteCorrelation` where the likelihood grows towards ±1.
  ///
  /// Reference: Olsson (1979), Psychometrika 44, 443–460, doi:10.1007/BF02296207.
  /// Checked against R lavaan 0.6-14, `lavCor`, and R polycor 0.8-1, `polychor`.
  public init(of table: ContingencyTable, emptyCells: EmptyCellRule) throws(NumericError) {
    let reduced = try PolychoricTable(of: table, emptyCells: emptyCells)
    correlation = try PolychoricCorrelation.estimate(reduced)
    firstThresholds = reduced.rows.thresholds
    secondThresholds = reduced.columns.thresholds
    pairCount = reduced.totalCount
    emptyCellCount = reduced.emptyCellCount
    self.emptyCells = emptyCells
  }

  /// Newton's method within an interval that the sign of the score keeps narrowing.
  static func estimate(_ table: PolychoricTable) throws(NumericError) -> Double {
    if table.counts.count == 4 && table.counts.contains(0) {
      throw .noFiniteCorrelation(first: 0, second: 1)
    }
    var kernel = PolychoricKernel(counts: table.counts, rows: table.rows, columns: table.columns)
    var (low, high) = (-1.0, 1.0)
    var correlation = start(table)
    for _ in 0..<100 {
      let derivatives = kernel.derivatives(at: correlation)
      if derivatives.score > 0 { low = correlation } else { high = correlation }
      let curvature =
        derivatives.curvature < 0
        ? derivatives.curvature : -derivatives.information * Double(table.totalCount)
      var next = correlation - derivatives.score / curvature
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = next - correlation
      correlation = next
      if abs(correlation) > limit { throw .noFiniteCorrelation(first: 0, second: 1) }
      // The next step would be about the square of this one.
      if abs(step) < 1e-6 * (1 - correlation * correlation) { return correlation }
    }
    throw .notConverged(iterations: 100)
  }

  /// The covariance of the positions of the answers over what it would be for a correlation of 1 if it
  /// grew in a straight line: the first term of its series in the correlation.
  private static func start(_ table: PolychoricTable) -> Double {
    let width = table.columns.shares.count
    let total = table.counts.reduce(0, +)
    var (x, y, xy) = (0.0, 0.0, 0.0)
    for (cell, count) in table.counts.enumerated() {
      let (row, column) = (Double(cell / width), Double(cell % width))
      x += count * row
      y += count * column
      xy += count * row * column
    }
    let covariance = (xy - x * y / total) / total
    return min(max(covariance / (table.rows.densitySum * table.columns.densitySum), -0.95), 0.95)
  }
}
