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
      if DefiniteMatrix(remainder(of: [Double](repeating: size, count: count)), count) != nil {
        diagonal = [Double](repeating: size / 2, count: count)
        return true
      }
    }
    return false
  }

  /// Moves to within `gap` of the largest sum.
  mutating func solve(gap: Double) {
    let last = 2 * Double(count) / gap
    var weight = min(last, 2 * Double(count) / max(diagonal.reduce(0, +), gap))
    while true {
      centre(weight)
      if weight >= last { return }
      weight = min(last, weight * 8)
    }
  }

  /// Newton's method for one weight.
  private mutating func centre(_ weight: Double) {
    for _ in 0..<50 {
      guard let matrix = DefiniteMatrix(remainder(of: diagonal), count),
        let step = newtonStep(weight, inverse: matrix.inverse)
      else { return }
      let value = objective(weight, diagonal, matrix)
      var scale = 1.0
      while true {
        let next = zip(diagonal, step.direction).map { $0 + scale * $1 }
        if next.allSatisfy({ $0 > 0 }), let moved = DefiniteMatrix(remainder(of: next), count),
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
    guard let matrix = DefiniteMatrix(hessian, count) else { return nil }
    let direction = matrix.solving(slope)
    let decrement = zip(direction, slope).reduce(0) { $0 + $1.0 * $1.1 }
    return decrement > 0 ? (direction, decrement) : nil
  }

  private func objective(_ weight: Double, _ diagonal: [Double], _ matrix: DefiniteMatrix)
    -> Double
  {
    -weight * diagonal.reduce(0, +) - matrix.logDeterminant
      - diagonal.reduce(0) { $0 + log($1) }
  }

  private func remainder(of diagonal: [Double]) -> [Double] {
    var rest = entries
    for item in 0..<count { rest[item * count + item] -= diagonal[item] }
    return rest
  }
}

/// A positive definite matrix with its Cholesky factor, of any condition.
struct DefiniteMatrix {
  private let count: Int
  /// The lower triangle L of L Lᵀ, row by row.
  private var lower: [Double]

  /// `nil` where the matrix is not positive definite.
  init?(_ entries: [Double], _ count: Int) {
    self.count = count
    lower = entries
    for row in 0..<count {
      for column in 0...row {
        var rest = entries[row * count + column]
        for inner in 0..<column {
          rest -= lower[row * count + inner] * lower[column * count + inner]
        }
        if column < row {
          lower[row * count + column] = rest / lower[column * count + column]
        } else {
          guard rest > 0, rest.isFinite else { return nil }
          lower[row * count + row] = rest.squareRoot()
        }
      }
    }
  }

  var logDeterminant: Double {
    2 * (0..<count).reduce(0) { $0 + log(lower[$1 * count + $1]) }
  }

  /// The x of L Lᵀ x = b.
  func solving(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<count {
      for inner in 0..<row { x[row] -= lower[row * count + inner] * x[inner] }
      x[row] /= lower[row * count + row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for inner in row + 1..<max(count, row + 1) {
        x[row] -= lower[inner * count + row] * x[inner]
      }
      x[row] /= lower[row * count + row]
    }
    return x
  }

  var inverse: [Double] {
    var result: [Double] = []
    result.reserveCapacity(count * count)
    for item in 0..<count {
      var unit = [Double](repeating: 0, count: count)
      unit[item] = 1
      result += solving(unit)
    }
    return result
  }
}
