internal import Glibc

/// The semidefinite program of the greatest lower bound: the largest sum of a diagonal d ≥ 0 that
/// can be taken from a matrix C so that C − diag(d) stays positive semidefinite.
///
/// A barrier method: for growing weights w, Newton's method minimises
///
///     −w Σ d − log det(C − diag d) − Σ log d
///
/// whose minimum lies within 2 k / w of the largest sum.
///
/// Reference: Vandenberghe and Boyd (1996), SIAM Review 38, 49–95, doi:10.1137/1038003.
struct DiagonalProgram {
  /// The diagonal found so far.
  private(set) var diagonal: [Double]
  private let count: Int
  private let entries: [Double]
  private var trace: Double { (0..<count).reduce(0) { $0 + entries[$1 * count + $1] } }

  /// - Parameter ridge: added to the diagonal of the matrix.
  init(_ entries: [Double], count: Int, ridge: Double = 0) {
    var entries = entries
    for item in 0..<count { entries[item * count + item] += ridge }
    self.entries = entries
    self.count = count
    diagonal = []
  }

  /// Looks for a diagonal that is strictly inside; false where the matrix has none to speak of.
  mutating func findsStart() -> Bool {
    var size = (0..<count).map { entries[$0 * count + $0] }.min() ?? 0
    while size > 1e-10 {
      size /= 2
      if remainder(of: [Double](repeating: size, count: count)) != nil {
        diagonal = [Double](repeating: size / 2, count: count)
        return true
      }
    }
    return false
  }

  /// Moves to within `gap` of the largest sum.
  mutating func solve(gap: Double) {
    let last = 2 * Double(count) / gap
    // In the unit of the entries the sum is at most their trace.
    var weight = min(last, 2 * Double(count) / trace)
    while true {
      centre(weight)
      if weight >= last { return }
      weight = min(last, weight * 8)
    }
  }

  /// Newton's method for one weight.
  private mutating func centre(_ weight: Double) {
    for _ in 0..<50 {
      guard let matrix = remainder(of: diagonal),
        let step = newtonStep(weight, inverse: matrix.inverse.entries)
      else { return }
      let value = objective(weight, diagonal, matrix)
      var scale = 1.0
      while true {
        let next = zip(diagonal, step.direction).map { $0 + scale * $1 }
        if next.allSatisfy({ $0 > 0 }), let moved = remainder(of: next),
          objective(weight, next, moved) <= value - 0.1 * scale * step.decrement
        {
          diagonal = next
          break
        }
        scale /= 2
        // No further descent within rounding.
        if scale < 1e-6 { return }
      }
      if step.decrement < 1e-9 { return }
    }
  }

  /// The direction of descent, and how far the objective falls along it to first order.
  private func newtonStep(
    _ weight: Double, inverse: [Double]
  ) -> (direction: [Double], decrement: Double)? {
    var hessian = inverse.map { $0 * $0 }
    var slope = [Double](repeating: 0, count: count)
    for item in 0..<count {
      let place = item * count + item
      slope[item] = weight - inverse[place] + 1 / diagonal[item]
      hessian[place] += 1 / (diagonal[item] * diagonal[item])
    }
    guard let matrix = factor(hessian) else { return nil }
    let direction = matrix.solving(slope)
    let decrement = zip(direction, slope).reduce(0) { $0 + $1.0 * $1.1 }
    return decrement > 0 ? (direction, decrement) : nil
  }

  private func objective(_ weight: Double, _ diagonal: [Double], _ matrix: CholeskyFactor)
    -> Double
  {
    -weight * diagonal.reduce(0, +) - matrix.logDeterminant
      - diagonal.reduce(0) { $0 + log($1) }
  }

  /// The factor of what the diagonal leaves; `nil` where that is not positive definite.
  private func remainder(of diagonal: [Double]) -> CholeskyFactor? {
    var rest = entries
    for item in 0..<count { rest[item * count + item] -= diagonal[item] }
    return factor(rest)
  }

  // Near the solution the matrix loses its rank; that is no reason to stop.
  private func factor(_ entries: [Double]) -> CholeskyFactor? {
    try? CholeskyFactor(of: entries, count: count, smallestPivot: 0)
  }
}
