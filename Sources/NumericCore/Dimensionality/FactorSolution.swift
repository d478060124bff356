/// The estimates of a confirmatory model in one unit.
public struct FactorSolution: Hashable, Sendable {
  /// One row an item, one column a factor; 0 where an item does not measure a factor.
  public let loadings: Matrix
  /// The variances of the factors and the covariances between them.
  public let factorCovariances: Matrix
  /// The variance of each item that the factors do not explain; negative in a Heywood case.
  public let residualVariances: [Double]

  /// The covariances that the solution implies.
  public var impliedCovariances: Matrix {
    FactorParameters.implied(loadings, factorCovariances, residualVariances)
  }

  /// In units of standard deviations that the solution implies, of items and factors.
  var standardized: FactorSolution {
    let items = impliedCovariances.diagonal.map { 1 / $0.squareRoot() }
    let factors = factorCovariances.diagonal.map { $0.squareRoot() }
    return FactorSolution(
      loadings: loadings.scalingRows(by: items).scalingColumns(by: factors),
      factorCovariances: factorCovariances.scalingRows(by: factors.map { 1 / $0 })
        .scalingColumns(by: factors.map { 1 / $0 }),
      residualVariances: zip(residualVariances, items).map { $0 * $1 * $1 })
  }

  /// With the loading of each factor's first item set to 1.
  func scaled(toMarkersOf model: FactorModel) -> FactorSolution {
    let markers = model.factors.enumerated().map { loadings[$1[0], $0] }
    return FactorSolution(
      loadings: loadings.scalingColumns(by: markers.map { 1 / $0 }),
      factorCovariances: factorCovariances.scalingRows(by: markers).scalingColumns(by: markers),
      residualVariances: residualVariances)
  }

  /// The reasons for which the solution can't be that of real variables.
  var impropriety: [FactorWarning] {
    var warnings: [FactorWarning] = []
    for (item, value) in standardized.residualVariances.enumerated() where !(value > 1e-6) {
      warnings.append(.heywoodCase(item: item))
    }
    let correlations = standardized.factorCovariances
    for first in 0..<correlations.rowCount {
      for second in 0..<first where !(abs(correlations[first, second]) < 1) {
        warnings.append(.factorCorrelationOutOfRange(first: second, second: first))
      }
    }
    return warnings
  }
}
