internal import CNumerics
internal import Glibc

/// One factor of a covariance matrix by maximum likelihood, without tests.
///
/// Newton's method on loadings and unique variances together, with the exact curvature where that
/// leads downwards and the expected one elsewhere. Unique variances may become negative, as in other
/// confirmatory models.
struct OneFactorFit {
  /// The loadings of standardized items, with a positive sum.
  private(set) var loadings: [Double]
  /// The unique variances of standardized items.
  private(set) var residuals: [Double]

  /// The estimates for standardized items and a factor of variance 1.
  var solution: FactorSolution {
    FactorSolution(
      loadings: Matrix(entries: loadings, rows: loadings.count, columns: 1),
      factorCovariances: Matrix(diagonal: [1]), residualVariances: residuals)
  }

  /// - Parameters:
  ///   - covariance: positive definite, of at least 3 items.
  ///   - start: the solution of a similar matrix.
  /// - Throws: `tooFewItems`; `constantValues`; `dependentItems`; `notConverged`.
  init(_ covariance: CovarianceMatrix, from start: OneFactorFit? = nil) throws(NumericError) {
    let k = covariance.count
    guard k >= 3 else { throw .tooFewItems(count: k, required: 3) }
    var problem = OneFactorProblem(try covariance.correlations())
    if let start {
      (loadings, residuals) = (start.loadings, start.residuals)
    } else {
      let factor = try FactorExtraction(
        of: covariance.correlations(), factorCount: 1, method: .minres)
      loadings = factor.loadings.column(0)
      residuals = factor.uniquenesses.map { max($0, 0.05) }
      guard problem.set(loadings, residuals), (try? CholeskyFactor(of: problem.correlation)) != nil
      else { throw .dependentItems }
    }
    try search(&problem)
    if loadings.reduce(0, +) < 0 { loadings = loadings.map { -$0 } }
  }

  private mutating func search(_ problem: inout OneFactorProblem) throws(NumericError) {
    let k = loadings.count
    guard problem.set(loadings, residuals) else { throw .dependentItems }
    for iteration in 0..<200 {
      let slope = problem.slope()
      if slope.allSatisfy({ abs($0) < 1e-9 }) { return }
      let value = problem.value
      guard let step = problem.step(slope) else { throw .notConverged(iterations: iteration) }
      var length = 1.0
      while true {
        let nextLoadings = (0..<k).map { loadings[$0] - length * step[$0] }
        let nextResiduals = (0..<k).map { residuals[$0] - length * step[k + $0] }
        // At the bottom the value can't fall by more than its own rounding error.
        if problem.set(nextLoadings, nextResiduals), problem.value <= value + 1e-13 * Double(k) {
          (loadings, residuals) = (nextLoadings, nextResiduals)
          break
        }
        length /= 2
        guard length > 1e-10 else { throw .notConverged(iterations: iteration) }
      }
    }
    throw .notConverged(iterations: 200)
  }
}

/// ln|Σ| + tr(R Σ⁻¹) for Σ = λλᵀ + Ψ, with slope and curvature by λ and Ψ.
private struct OneFactorProblem {
  let correlation: Matrix
  private(set) var value = Double.infinity
  private var loadings: [Double] = []
  /// A = Σ⁻¹ and B = Σ⁻¹ R Σ⁻¹.
  private var a: Matrix
  private var b: Matrix

  init(_ correlations: CorrelationMatrix) {
    correlation = correlations.matrix
    a = Matrix(rows: correlation.rowCount, columns: correlation.rowCount)
    b = a
  }

  /// Moves to other numbers; false where Σ is not positive definite.
  mutating func set(_ loadings: [Double], _ residuals: [Double]) -> Bool {
    let k = loadings.count
    self.loadings = loadings
    for row in 0..<k {
      for column in 0..<k { a[row, column] = loadings[row] * loadings[column] }
      a[row, row] += residuals[row]
    }
    guard cnum_cholesky(Int32(k), &a.entries) == 0 else { return false }
    value = (0..<k).reduce(0) { $0 + 2 * log(a[$1, $1]) }
    guard cnum_cholesky_inverse(Int32(k), &a.entries) == 0 else { return false }
    for row in 0..<k { for column in 0..<row { a[column, row] = a[row, column] } }
    let product = a * correlation
    b = product * a
    value += product.diagonal.reduce(0, +)
    return value.isFinite
  }

  func slope() -> [Double] {
    let k = loadings.count
    let (u, v) = (times(a), times(b))
    return (0..<k).map { 2 * (u[$0] - v[$0]) } + (0..<k).map { a[$0, $0] - b[$0, $0] }
  }

  /// Newton's step, to be taken away; with the expected curvature, which has B = A, where the exact
  /// one is not positive definite.
  func step(_ slope: [Double]) -> [Double]? {
    for isExact in [true, false] {
      var matrix = curvature(isExact: isExact)
      var solution = slope
      let n = Int32(slope.count)
      if cnum_cholesky(n, &matrix.entries) == 0,
        cnum_cholesky_solve(n, matrix.entries, 1, &solution) == 0,
        solution.allSatisfy(\.isFinite)
      {
        return solution
      }
    }
    return nil
  }

  private func curvature(isExact: Bool) -> Matrix {
    let k = loadings.count
    let other = isExact ? b : a
    let (u, v) = (times(a), times(other))
    let (alpha, beta) = (dot(u), dot(v))
    var result = Matrix(rows: 2 * k, columns: 2 * k)
    for row in 0..<k {
      for column in 0..<k {
        let (x, y) = (a[row, column], other[row, column])
        let both =
          u[row] * v[column] + u[column] * v[row] + alpha * y + beta * x - alpha * x
          - u[row] * u[column]
        result[row, column] = 2 * (both + (x - y))
        result[k + row, k + column] = x * (2 * y - x)
        let mixed = 2 * (x * v[column] + y * u[column] - x * u[column])
        result[row, k + column] = mixed
        result[k + column, row] = mixed
      }
    }
    return result
  }

  private func times(_ matrix: Matrix) -> [Double] {
    let k = loadings.count
    return (0..<k).map { row in
      var sum = 0.0
      for column in 0..<k { sum += matrix[row, column] * loadings[column] }
      return sum
    }
  }

  private func dot(_ vector: [Double]) -> Double {
    zip(loadings, vector).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
