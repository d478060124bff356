/// The free numbers of a confirmatory model, in one row, and the matrices they stand for.
///
/// The derivative of the covariances by each number is weight · (a bᵀ + b aᵀ), where a and b are
/// columns of U = [I, ΛΦ, Λ]. So slope and curvature need only products of those columns.
struct FactorParameters {
  /// One free number: a and b as columns of U, and the weight.
  struct Entry {
    let first: Int
    let second: Int
    let weight: Double
  }

  /// How the unit of each factor is fixed.
  enum Scaling {
    /// Factor variances are 1.
    case standardized
    /// The first item of each factor has the loading 1.
    case marker
  }

  let model: FactorModel
  let scaling: Scaling
  let hasResiduals: Bool
  /// Item and factor of each free loading.
  let loadings: [(item: Int, factor: Int)]
  /// The factors of each free variance or covariance.
  let covariances: [(first: Int, second: Int)]
  let entries: [Entry]

  /// - Parameter hasResiduals: whether the items' own variances are free, as they are not where
  ///   correlations are analysed.
  init(_ model: FactorModel, _ scaling: Scaling, hasResiduals: Bool = true) {
    let (k, m) = (model.itemCount, model.factorCount)
    self.model = model
    self.scaling = scaling
    self.hasResiduals = hasResiduals
    var loadings: [(item: Int, factor: Int)] = []
    for (factor, items) in model.factors.enumerated() {
      let free = scaling == .marker ? items.dropFirst() : items[...]
      loadings += free.map { (item: $0, factor: factor) }
    }
    var covariances: [(first: Int, second: Int)] = []
    for first in 0..<m {
      for second in first..<m where scaling == .marker || second > first {
        covariances.append((first: first, second: second))
      }
    }
    (self.loadings, self.covariances) = (loadings, covariances)
    entries =
      loadings.map { Entry(first: $0.item, second: k + $0.factor, weight: 1) }
      + covariances.map {
        Entry(
          first: k + m + $0.first, second: k + m + $0.second,
          weight: $0.first == $0.second ? 0.5 : 1)
      } + (0..<(hasResiduals ? k : 0)).map { Entry(first: $0, second: $0, weight: 0.5) }
  }

  var count: Int { entries.count }

  /// Λ, Φ and the items' own variances; these complete the variance of 1 where they are not free.
  func matrices(_ values: [Double]) -> (loadings: Matrix, factors: Matrix, residuals: [Double]) {
    let (k, m) = (model.itemCount, model.factorCount)
    var lambda = Matrix(rows: k, columns: m)
    var phi = Matrix(diagonal: [Double](repeating: 1, count: m))
    if scaling == .marker {
      for (factor, items) in model.factors.enumerated() { lambda[items[0], factor] = 1 }
    }
    for (index, place) in loadings.enumerated() {
      lambda[place.item, place.factor] = values[index]
    }
    for (index, place) in covariances.enumerated() {
      phi[place.first, place.second] = values[loadings.count + index]
      phi[place.second, place.first] = values[loadings.count + index]
    }
    guard !hasResiduals else { return (lambda, phi, Array(values.suffix(k))) }
    let shared = (lambda * phi).times(lambda, transposed: true)
    return (lambda, phi, shared.diagonal.map { 1 - $0 })
  }

  /// ΛΦΛᵀ + Ψ.
  static func implied(_ loadings: Matrix, _ factors: Matrix, _ residuals: [Double]) -> Matrix {
    var implied = (loadings * factors).times(loadings, transposed: true)
    for (index, value) in residuals.enumerated() { implied[index, index] += value }
    return implied
  }

  /// U = [I, ΛΦ, Λ] without its unit part.
  static func columns(_ loadings: Matrix, _ factors: Matrix) -> Matrix {
    let (k, m) = (loadings.rowCount, loadings.columnCount)
    let scaled = loadings * factors
    var columns = Matrix(rows: k, columns: 2 * m)
    for row in 0..<k {
      for factor in 0..<m {
        columns[row, factor] = scaled[row, factor]
        columns[row, m + factor] = loadings[row, factor]
      }
    }
    return columns
  }

  /// Uᵀ A U for a symmetric A.
  static func products(_ matrix: Matrix, _ columns: Matrix) -> Matrix {
    let (k, extra) = (matrix.rowCount, columns.columnCount)
    let right = matrix * columns
    let corner = columns.times(right, transposingSelf: true)
    var result = Matrix(rows: k + extra, columns: k + extra)
    for row in 0..<k {
      for column in 0..<k { result[row, column] = matrix[row, column] }
      for column in 0..<extra {
        result[row, k + column] = right[row, column]
        result[k + column, row] = right[row, column]
      }
    }
    for row in 0..<extra {
      for column in 0..<extra { result[k + row, k + column] = corner[row, column] }
    }
    return result
  }
}

extension FactorParameters {
  /// Half of each variance shared along the first component of each factor's items; uncorrelated
  /// factors.
  func start(for covariance: Matrix) throws(NumericError) -> [Double] {
    var values: [Double] = []
    for items in model.factors {
      var block = Matrix(rows: items.count, columns: items.count)
      for (row, first) in items.enumerated() {
        for (column, second) in items.enumerated() {
          block[row, column] =
            covariance[first, second]
            / (covariance[first, first] * covariance[second, second]).squareRoot()
        }
      }
      let eigen = try SymmetricEigen(of: block)
      let vector = eigen.vectors.rows[0]
      let sign = vector.reduce(0, +) < 0 ? -1.0 : 1.0
      for (place, item) in items.enumerated() {
        let loading = sign * vector[place] * eigen.values[0].squareRoot()
        values.append(min(max(loading, -0.9), 0.9) * covariance[item, item].squareRoot() * 0.9)
      }
    }
    values += covariances.map { _ in 0.0 }
    if hasResiduals { values += covariance.diagonal.map { $0 / 2 } }
    return values
  }
}
