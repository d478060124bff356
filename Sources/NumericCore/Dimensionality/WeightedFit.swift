/// The search for the numbers of a confirmatory model that reproduce correlations best, each pair
/// weighted by the precision of its correlation.
struct WeightedFit {
  let parameters: FactorParameters
  private let correlations: Matrix
  /// For each pair of items, in the order (0, 1), (0, 2), …, (1, 2), …
  private let pairs: [(first: Int, second: Int)]
  private let weights: [Double]

  init(_ model: FactorModel, _ correlations: Matrix, weights: [Double]) {
    parameters = FactorParameters(model, .standardized, hasResiduals: false)
    self.correlations = correlations
    pairs = PairTallyKernel.pairs(model.itemCount).map { (first: $0.0, second: $0.1) }
    self.weights = weights
  }

  /// Searches by the Gauss–Newton method.
  func solve(from start: [Double]? = nil) throws(NumericError) -> BoundedNewton.Result {
    let unlimited = [Double](repeating: .infinity, count: parameters.count)
    // The weights are in units of persons: scaled to a mean of one, slopes have a common size.
    var search = BoundedNewton(lower: unlimited.map { -$0 }, upper: unlimited)
    search.tolerance = 1e-9
    let origin: [Double]
    if let start { origin = start } else { origin = try parameters.start(for: correlations) }
    return try search.minimize(from: origin) { values throws(NumericError) in discrepancy(values) }
  }

  /// Σ w (r − σ)² over pairs.
  private func discrepancy(_ values: [Double]) -> BoundedNewton.Value {
    let (loadings, factors, _) = parameters.matrices(values)
    let slopes = self.slopes(loadings, factors)
    let implied = (loadings * factors).times(loadings, transposed: true)
    var value = 0.0
    var gradient = [Double](repeating: 0, count: values.count)
    var weighted = slopes
    for (row, pair) in pairs.enumerated() {
      let rest = correlations[pair.first, pair.second] - implied[pair.first, pair.second]
      value += weights[row] * rest * rest
      for column in values.indices {
        gradient[column] -= 2 * weights[row] * rest * slopes[row, column]
        weighted[row, column] *= 2 * weights[row]
      }
    }
    return BoundedNewton.Value(
      value: value, gradient: gradient,
      hessian: slopes.times(weighted, transposingSelf: true))
  }

  /// The derivative of each pair's correlation by each free number.
  func slopes(_ loadings: Matrix, _ factors: Matrix) -> Matrix {
    let scaled = loadings * factors
    var slopes = Matrix(rows: pairs.count, columns: parameters.count)
    for (row, pair) in pairs.enumerated() {
      for (column, place) in parameters.loadings.enumerated() {
        if place.item == pair.first {
          slopes[row, column] = scaled[pair.second, place.factor]
        } else if place.item == pair.second {
          slopes[row, column] = scaled[pair.first, place.factor]
        }
      }
      for (index, place) in parameters.covariances.enumerated() {
        slopes[row, parameters.loadings.count + index] =
          loadings[pair.first, place.first] * loadings[pair.second, place.second]
          + loadings[pair.first, place.second] * loadings[pair.second, place.first]
      }
    }
    return slopes
  }
}
