internal import Glibc

/// The likelihood of one contingency table as a function of the polychoric correlation.
///
/// Cells are those of the table without empty rows and columns. Corners are the points where a row
/// threshold meets a column threshold; they carry a border of zeros, which stand for ±∞.
struct PolychoricKernel {
  /// The score, the curvature and the information of the log-likelihood at one correlation.
  struct Derivatives {
    var score = 0.0
    var curvature = 0.0
    var information = 0.0
  }

  let rowCount: Int
  let columnCount: Int
  private let counts: [Double]
  private let independent: [Double]
  private let products: [Double]
  private let squares: [Double]
  private var integrals: [Double]
  private var densities: [Double]
  private var slopes: [Double]
  private var quadrature = CorrelationQuadrature()

  /// Takes counts and the thresholds of both items.
  init(counts: [Double], rows: ItemThresholds, columns: ItemThresholds) {
    rowCount = rows.shares.count
    columnCount = columns.shares.count
    self.counts = counts
    independent = rows.shares.flatMap { row in columns.shares.map { row * $0 } }
    let (rowCuts, columnCuts) = (rows.thresholds, columns.thresholds)
    products = rowCuts.flatMap { row in columnCuts.map { 2 * row * $0 } }
    squares = rowCuts.flatMap { row in columnCuts.map { row * row + $0 * $0 } }
    integrals = [Double](repeating: 0, count: products.count)
    densities = integrals
    slopes = integrals
  }

  /// Derivatives of the log-likelihood at a correlation strictly between −1 and 1.
  mutating func derivatives(at correlation: Double) -> Derivatives {
    setCorners(at: correlation)
    var sums = Derivatives()
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let cell = row * columnCount + column
        let density = difference(densities, row, column)
        // Rounding may leave nothing of a probability that is far below it.
        let probability = max(independent[cell] + difference(integrals, row, column), 1e-18)
        let ratio = density / probability
        sums.information += density * ratio
        let count = counts[cell]
        guard count > 0 else { continue }
        sums.score += count * ratio
        sums.curvature +=
          count * (difference(slopes, row, column) / probability - ratio * ratio)
      }
    }
    return sums
  }

  /// The probability of each cell and its derivative by the correlation.
  mutating func cells(at correlation: Double) -> (probabilities: [Double], densities: [Double]) {
    setCorners(at: correlation)
    var result: (probabilities: [Double], densities: [Double]) = ([], [])
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let cell = row * columnCount + column
        result.probabilities.append(
          max(independent[cell] + difference(integrals, row, column), 1e-18))
        result.densities.append(difference(densities, row, column))
      }
    }
    return result
  }

  /// What a cell gets of a function of its four corners.
  private func difference(_ corners: [Double], _ row: Int, _ column: Int) -> Double {
    let width = columnCount - 1
    let (right, below) = (column < width, row < rowCount - 1)
    let at = row * width + column
    var sum = right && below ? corners[at] : 0
    if right && row > 0 { sum -= corners[at - width] }
    if below && column > 0 { sum -= corners[at - 1] }
    if row > 0 && column > 0 { sum += corners[at - width - 1] }
    return sum
  }

  private mutating func setCorners(at correlation: Double) {
    quadrature.set(correlation: correlation)
    let rest = (1 - correlation) * (1 + correlation)
    let scale = 1 / (2 * Double.pi * rest.squareRoot())
    for corner in products.indices {
      let (product, square) = (products[corner], squares[corner])
      integrals[corner] = quadrature.integral(product: product, squares: square)
      let form = square - correlation * product
      let density = scale * exp(-form / (2 * rest))
      densities[corner] = density
      slopes[corner] =
        density
        * (correlation / rest + (product / 2 * rest - correlation * form) / (rest * rest))
    }
  }
}

/// Where the answers of one item cut a standard normal variable.
struct ItemThresholds: Hashable, Sendable {
  /// The share of each code that occurs.
  let shares: [Double]
  /// One threshold between each two neighbouring codes that occur.
  let thresholds: [Double]

  /// The sum of the normal density over the thresholds.
  var densitySum: Double {
    thresholds.reduce(0) { $0 + exp(-$1 * $1 / 2) } / (2 * Double.pi).squareRoot()
  }

  /// Takes the counts of the codes, all positive.
  init(counts: [Double]) throws(NumericError) {
    let total = counts.reduce(0, +)
    shares = counts.map { $0 / total }
    var (below, cuts) = (0.0, [Double]())
    for count in counts.dropLast() {
      below += count
      cuts.append(try Normal.standard.quantile(below / total))
    }
    thresholds = cuts
  }
}
