internal import Glibc

/// The oblique turn with the smallest products of squared loadings (direct quartimin).
struct Oblimin {
  let pattern: Matrix
  let factorCorrelations: Matrix
  let criterion: Double
  private let turn: Matrix

  /// What several starts reached: the best, how many different optima have about its criterion, and all
  /// solutions that are near-equal to it.
  struct Optima {
    let best: Oblimin
    let closeCount: Int
    /// Those whose criterion lies above the lowest by no more than `nearness` of what loadings spread
    /// evenly over the factors have, the best first.
    let nearEqual: [Oblimin]
  }

  /// How far a near-equal optimum may lie above the best, as a share of the criterion of loadings that
  /// are spread evenly over the factors. In simulated answers of one factor, optima this far apart
  /// give omega hierarchical of .8 and of .1 from the same data.
  static let nearness = 0.1

  /// Searches from several starts.
  static func optima(_ original: Matrix, kaiser: Bool) throws(NumericError) -> Optima {
    let m = original.columnCount
    let lengths =
      kaiser ? original.rowLengths : [Double](repeating: 1, count: original.rowCount)
    let loadings = original.scalingRows(by: lengths.map { 1 / $0 })
    var solutions: [Oblimin] = []
    for turn in try starts(loadings) {
      if let rough = Oblimin(loadings, from: turn, steepness: 1e-9) { solutions.append(rough) }
      if m == 1 { break }
    }
    guard var rough = solutions.first else { throw .notConverged(iterations: maximumSteps) }
    for solution in solutions where solution.criterion < rough.criterion - 1e-6 {
      rough = solution
    }
    guard let best = Oblimin(loadings, from: rough.turn, steepness: 1e-20) else {
      throw .notConverged(iterations: maximumSteps)
    }
    // Optima this close to the best give a reader as good a claim to another picture.
    let close = solutions.map(\.criterion).filter { $0 < best.criterion * 1.01 + 1e-9 }
    var distinct: [Double] = []
    for value in close where !distinct.contains(where: { abs($0 - value) < 1e-5 }) {
      distinct.append(value)
    }
    let limit = best.criterion + nearness * evenCriterion(loadings)
    let near = solutions.filter { $0.criterion <= limit }
    return Optima(
      best: best.scalingRows(by: lengths), closeCount: distinct.count,
      nearEqual: ([best] + near).map { $0.scalingRows(by: lengths) })
  }

  private func scalingRows(by lengths: [Double]) -> Oblimin {
    Oblimin(
      pattern: pattern.scalingRows(by: lengths), factorCorrelations: factorCorrelations,
      criterion: criterion, turn: turn)
  }

  /// The criterion if each item had the same loading on every factor: Σ h⁴ (m − 1) / 4 m, h² the
  /// variance that the factors explain.
  private static func evenCriterion(_ loadings: Matrix) -> Double {
    let m = Double(loadings.columnCount)
    let squares = loadings.rows.map { row in row.reduce(0) { $0 + $1 * $1 } }
    return squares.reduce(0) { $0 + $1 * $1 } * (m - 1) / (4 * m)
  }

  private static let maximumSteps = 20_000
  private static let randomStartCount = 12

  private init(pattern: Matrix, factorCorrelations: Matrix, criterion: Double, turn: Matrix) {
    self.turn = turn
    self.pattern = pattern
    self.factorCorrelations = factorCorrelations
    self.criterion = criterion
  }

  /// The turns from which the search starts: none, varimax, and random ones of a fixed seed.
  private static func starts(_ loadings: Matrix) throws(NumericError) -> [Matrix] {
    let m = loadings.columnCount
    var turns = [Matrix(diagonal: [Double](repeating: 1, count: m))]
    if let varimax = try? Varimax(loadings, kaiser: true),
      let factor = try? CholeskyFactor(of: loadings.times(loadings, transposingSelf: true))
    {
      turns.append(factor.solving(loadings.times(varimax.loadings, transposingSelf: true)))
    }
    var state: UInt64 = 20_250_101
    for _ in 0..<randomStartCount {
      var entries: [Double] = []
      for _ in 0..<m * m {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        entries.append(Double(state >> 11) / Double(1 << 53) - 0.5)
      }
      let parts = try SingularValues(of: Matrix(entries: entries, rows: m, columns: m))
      turns.append(parts.left * parts.right)
    }
    return turns
  }
}

extension Oblimin {
  /// Follows the slope of the criterion downhill with turns whose columns keep length one; `nil`
  /// where it does not come to rest.
  ///
  /// Reference: Jennrich (2002), Psychometrika 67, 7–19, doi:10.1007/BF02294706.
  private init?(_ loadings: Matrix, from start: Matrix, steepness limit: Double) {
    var turn = start
    guard var inverse = turn.inverse else { return nil }
    var pattern = loadings.times(inverse, transposed: true)
    var (value, slope) = Oblimin.criterion(pattern)
    var (length, last) = (1.0, Double.infinity)
    for _ in 0..<Oblimin.maximumSteps {
      let gradient = Oblimin.gradient(pattern, slope, turn, inverse)
      let steepness = gradient.entries.reduce(0) { $0 + $1 * $1 }
      last = steepness
      if steepness < limit { break }
      length *= 2
      var isLower = false
      for _ in 0..<60 {
        let next = Oblimin.moved(turn, gradient, length)
        if let nextInverse = next.inverse {
          let nextPattern = loadings.times(nextInverse, transposed: true)
          let (nextValue, nextSlope) = Oblimin.criterion(nextPattern)
          if nextValue < value - 0.5 * steepness * length + 1e-17 {
            (turn, inverse, pattern) = (next, nextInverse, nextPattern)
            (value, slope) = (nextValue, nextSlope)
            isLower = true
            break
          }
        }
        length /= 2
      }
      if !isLower { break }
    }
    // Rounding may stop the descent a little above the limit for the slope.
    guard last < max(limit, 1e-12) else { return nil }
    self.init(
      pattern: pattern, factorCorrelations: turn.times(turn, transposingSelf: true),
      criterion: value, turn: turn)
  }

  /// The slope by the turn, of which what would stretch its columns is taken away.
  private static func gradient(
    _ pattern: Matrix, _ slope: Matrix, _ turn: Matrix, _ inverse: Matrix
  ) -> Matrix {
    let m = turn.rowCount
    var gradient = (pattern.times(slope, transposingSelf: true) * inverse).transposed.map { -$0 }
    for column in 0..<m {
      let along = (0..<m).reduce(0) { $0 + turn[$1, column] * gradient[$1, column] }
      for row in 0..<m { gradient[row, column] -= along * turn[row, column] }
    }
    return gradient
  }

  private static func moved(_ turn: Matrix, _ gradient: Matrix, _ length: Double) -> Matrix {
    var next = turn
    for index in next.entries.indices { next.entries[index] -= length * gradient.entries[index] }
    let lengths = next.transposed.rowLengths
    return next.scalingColumns(by: lengths.map { 1 / $0 })
  }

  /// ¼ Σ λ(r)² λ(s)² over items and pairs r ≠ s, and its slope.
  private static func criterion(_ pattern: Matrix) -> (value: Double, slope: Matrix) {
    let m = pattern.columnCount
    var (value, slope) = (0.0, pattern)
    for row in 0..<pattern.rowCount {
      var total = 0.0
      for column in 0..<m { total += pattern[row, column] * pattern[row, column] }
      for column in 0..<m {
        let square = pattern[row, column] * pattern[row, column]
        value += square * (total - square) / 4
        slope[row, column] *= total - square
      }
    }
    return (value, slope)
  }
}
