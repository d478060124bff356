internal import Glibc

/// The function of the unique variances that extraction minimises.
///
/// For ML the numbers sought are the logarithms of the unique variances, whose curvature is milder.
struct FactorProblem {
  private let matrix: Matrix
  private let factorCount: Int
  private let method: ExtractionMethod
  private let start: [Double]

  init(_ matrix: Matrix, _ factorCount: Int, _ method: ExtractionMethod) throws(NumericError) {
    self.matrix = matrix
    self.factorCount = factorCount
    self.method = method
    let k = matrix.rowCount
    let share = 1 - 0.5 * Double(factorCount) / Double(k)
    if let factor = try? CholeskyFactor(of: matrix) {
      start = (0..<k).map { min(max(share / factor.inverseDiagonal($0), 0.01), 0.99) }
    } else if method == .maximumLikelihood {
      throw .dependentItems
    } else {
      start = [Double](repeating: 0.5, count: k)
    }
  }

  func solve() throws(NumericError) -> BoundedNewton.Result {
    let k = matrix.rowCount
    let least = FactorExtraction.smallestUniqueness
    let isML = method == .maximumLikelihood
    let search = BoundedNewton(
      lower: [Double](repeating: isML ? log(least) : least, count: k),
      upper: [Double](repeating: isML ? 0 : 1, count: k))
    let origin = isML ? start.map { log($0) } : start
    return try search.minimize(from: origin) { position throws(NumericError) in
      isML ? try likelihood(position) : try leastSquares(position)
    }
  }

  func uniquenesses(_ position: [Double]) -> [Double] {
    method == .maximumLikelihood ? position.map { exp($0) } : position
  }

  /// The best loadings for given unique variances, each column with a positive sum.
  func loadings(_ position: [Double]) throws(NumericError) -> Matrix {
    let k = matrix.rowCount
    let unique = uniquenesses(position)
    let eigen = try SymmetricEigen(
      of: method == .minres ? reduced(by: unique) : scaled(by: unique))
    var loadings = Matrix(rows: k, columns: factorCount)
    for factor in 0..<factorCount {
      let value = eigen.values[factor]
      let length = max(method == .minres ? value : value - 1, 0).squareRoot()
      for item in 0..<k {
        let unit = method == .minres ? 1 : unique[item].squareRoot()
        loadings[item, factor] = unit * length * eigen.vectors[factor, item]
      }
      if loadings.column(factor).reduce(0, +) < 0 {
        for item in 0..<k { loadings[item, factor] = -loadings[item, factor] }
      }
    }
    return loadings
  }

  /// The discrepancy at the end of a search; for minres without the diagonal, which is exact except
  /// in a Heywood case.
  func objective(_ search: BoundedNewton.Result, _ loadings: Matrix) -> Double {
    guard method == .minres else { return search.value.value }
    let fitted = loadings.times(loadings, transposed: true)
    var sum = 0.0
    for row in 0..<matrix.rowCount {
      for column in 0..<row {
        let residual = matrix[row, column] - fitted[row, column]
        sum += residual * residual
      }
    }
    return sum
  }

  private func reduced(by unique: [Double]) -> Matrix {
    var result = matrix
    for index in unique.indices { result[index, index] -= unique[index] }
    return result
  }

  private func scaled(by unique: [Double]) -> Matrix {
    let scale = unique.map { 1 / $0.squareRoot() }
    var result = matrix
    for row in unique.indices {
      for column in unique.indices { result[row, column] *= scale[row] * scale[column] }
    }
    return result
  }

  /// ½ Σ γ² over the eigenvalues γ of R − Ψ that no factor takes up.
  private func leastSquares(_ position: [Double]) throws(NumericError) -> BoundedNewton.Value {
    let eigen = try SymmetricEigen(of: reduced(by: position))
    let rest = eigen.values.dropFirst(factorCount)
    let value = rest.reduce(0) { $0 + $1 * $1 / 2 }
    let terms = ResidualTerms(
      eigen, factorCount: factorCount, gradient: { -$0 }, inner: { _ in 1 },
      outer: { rest, taken in 2 * rest / (rest - taken) })
    return BoundedNewton.Value(value: value, gradient: terms.gradient, hessian: terms.hessian)
  }

  /// Σ (θ − ln θ − 1) over the eigenvalues θ of Ψ^−½ R Ψ^−½ that no factor takes up.
  private func likelihood(_ position: [Double]) throws(NumericError) -> BoundedNewton.Value {
    let eigen = try SymmetricEigen(of: scaled(by: position.map { exp($0) }))
    let rest = eigen.values.dropFirst(factorCount)
    let value = rest.reduce(0) { $0 + $1 - log(max($1, 1e-300)) - 1 }
    let terms = ResidualTerms(
      eigen, factorCount: factorCount, gradient: { 1 - $0 }, inner: { $0 },
      outer: { rest, taken in (rest - 1) * (rest + taken) / (rest - taken) })
    return BoundedNewton.Value(value: value, gradient: terms.gradient, hessian: terms.hessian)
  }
}

/// Slope and curvature of a sum over the eigenvalues that no factor takes up.
///
/// With eigenvectors ω, p running over those eigenvalues and q over the others:
/// gradient(i) = Σp g(p) ω(ip)²; hessian(i, j) = (Σp a(p) ω(ip) ω(jp)) (Σp ω(ip) ω(jp))
/// + Σp Σq b(p, q) ω(ip) ω(jp) ω(iq) ω(jq). Pairs within p have been summed in closed form, so that
/// equal eigenvalues do no harm.
private struct ResidualTerms {
  private(set) var gradient: [Double]
  private(set) var hessian: Matrix

  init(
    _ eigen: SymmetricEigen, factorCount m: Int, gradient slope: (Double) -> Double,
    inner: (Double) -> Double, outer: (Double, Double) -> Double
  ) {
    let (k, values, vectors) = (eigen.values.count, eigen.values, eigen.vectors)
    let rest = m..<k
    gradient = (0..<k).map { item in
      rest.reduce(0) { $0 + slope(values[$1]) * vectors[$1, item] * vectors[$1, item] }
    }
    hessian = Matrix(rows: k, columns: k)
    let inners = values.map(inner)
    let outers = rest.map { p in (0..<m).map { outer(values[p], values[$0]) } }
    for first in 0..<k {
      for second in 0...first {
        var (plain, weighted, crossed) = (0.0, 0.0, 0.0)
        let taken = (0..<m).map { vectors[$0, first] * vectors[$0, second] }
        for p in rest {
          let product = vectors[p, first] * vectors[p, second]
          plain += product
          weighted += inners[p] * product
          for q in 0..<m { crossed += outers[p - m][q] * product * taken[q] }
        }
        let entry = plain * weighted + crossed
        hessian[first, second] = entry
        hessian[second, first] = entry
      }
    }
  }
}
