internal import Glibc

/// The search for the numbers of a confirmatory model with the largest likelihood.
///
/// The likelihood does not depend on the units of items, so the search is done on correlations.
struct LikelihoodFit {
  let parameters: FactorParameters
  private let covariance: Matrix
  private let deviations: [Double]
  private let logDeterminant: Double

  /// - Parameter covariance: positive definite.
  /// - Throws: `dependentItems` where it is not.
  init(_ model: FactorModel, _ covariance: Matrix) throws(NumericError) {
    parameters = FactorParameters(model, .standardized)
    deviations = covariance.diagonal.map { $0.squareRoot() }
    let scales = deviations.map { 1 / $0 }
    self.covariance = covariance.scalingRows(by: scales).scalingColumns(by: scales)
    logDeterminant = try CholeskyFactor(of: self.covariance).logDeterminant
  }

  /// The matrices at the end of a search, in the units of the covariances.
  func solution(_ search: BoundedNewton.Result) -> FactorSolution {
    let (loadings, factors, residuals) = parameters.matrices(search.position)
    return FactorSolution(
      loadings: loadings.scalingRows(by: deviations), factorCovariances: factors,
      residualVariances: zip(residuals, deviations).map { $0 * $1 * $1 })
  }

  /// Searches with the expected curvature (Fisher scoring).
  func solve(from start: [Double]? = nil) throws(NumericError) -> BoundedNewton.Result {
    let unlimited = [Double](repeating: .infinity, count: parameters.count)
    var search = BoundedNewton(lower: unlimited.map { -$0 }, upper: unlimited)
    search.tolerance = 1e-9
    let origin: [Double]
    if let start { origin = start } else { origin = try parameters.start(for: covariance) }
    return try search.minimize(from: origin) { values throws(NumericError) in
      discrepancy(values)
    }
  }

  /// ln|Σ| + tr(S Σ⁻¹) − ln|S| − k with slope and expected curvature; infinite where Σ is not
  /// positive definite.
  func discrepancy(_ values: [Double]) -> BoundedNewton.Value {
    let (loadings, factors, residuals) = parameters.matrices(values)
    let implied = FactorParameters.implied(loadings, factors, residuals)
    guard let factor = try? CholeskyFactor(of: implied) else {
      return BoundedNewton.Value(
        value: .infinity, gradient: [], hessian: Matrix(rows: 0, columns: 0))
    }
    let inverse = factor.inverse
    let columns = FactorParameters.columns(loadings, factors)
    let trace = zip(covariance.entries, inverse.entries).reduce(0) { $0 + $1.0 * $1.1 }
    var weighted = (inverse * covariance) * inverse
    for index in weighted.entries.indices { weighted.entries[index] -= inverse.entries[index] }
    let slopes = FactorParameters.products(weighted, columns)
    let gradient = parameters.entries.map { -2 * $0.weight * slopes[$0.first, $0.second] }
    return BoundedNewton.Value(
      value: factor.logDeterminant + trace - logDeterminant - Double(residuals.count),
      gradient: gradient, hessian: curvature(FactorParameters.products(inverse, columns)))
  }

  /// tr(Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ) for each pair of free numbers.
  private func curvature(_ products: Matrix) -> Matrix {
    Self.curvature(parameters, products)
  }

  static func curvature(_ parameters: FactorParameters, _ products: Matrix) -> Matrix {
    let entries = parameters.entries
    var hessian = Matrix(rows: entries.count, columns: entries.count)
    for (row, a) in entries.enumerated() {
      for (column, b) in entries[...row].enumerated() {
        let value =
          2 * a.weight * b.weight
          * (products[a.first, b.first] * products[a.second, b.second]
            + products[a.first, b.second] * products[a.second, b.first])
        hessian[row, column] = value
        hessian[column, row] = value
      }
    }
    return hessian
  }
}
