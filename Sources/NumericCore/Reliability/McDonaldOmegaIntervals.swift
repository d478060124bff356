extension McDonaldOmega {
  /// The asymptotic standard error of omega total; `nil` where n is not known or the solution has
  /// none.
  ///
  ///     error = √(gᵀ V g),  V = 2 / n · (tr Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ)⁻¹
  ///
  /// `g` is the slope of omega by loadings and the items' own variances, `V` their covariances from
  /// the expected information. It takes the scores for normal.
  ///
  /// Reference: Raykov (2002), Multivariate Behavioral Research 37, 89–103,
  /// doi:10.1207/S15327906MBR3701_04. Checked against R lavaan 0.6-14, a defined parameter.
  public var standardError: Double? {
    guard caseCount > 0, let model = try? FactorModel.oneFactor(itemCount: itemCount) else {
      return nil
    }
    let column = Matrix(entries: loadings, rows: itemCount, columns: 1)
    let unit = Matrix(diagonal: [1])
    let implied = FactorParameters.implied(column, unit, residualVariances)
    guard let inverse = try? CholeskyFactor(of: implied).inverse else { return nil }
    let curvature = LikelihoodFit.curvature(
      FactorParameters(model, .standardized),
      FactorParameters.products(inverse, FactorParameters.columns(column, unit)))
    let sum = loadings.reduce(0, +)
    let own = residualVariances.reduce(0, +)
    let total = square(sum) + own
    let slope =
      loadings.map { _ in 2 * sum * own / square(total) }
      + residualVariances.map { _ in -square(sum) / square(total) }
    guard let factor = try? CholeskyFactor(of: curvature) else { return nil }
    let variance = zip(slope, factor.solving(slope)).reduce(0) { $0 + $1.0 * $1.1 }
    return (2 / Double(caseCount) * variance).squareRoot()
  }

  /// Omega total ± its standard error times a normal quantile.
  ///
  /// For items with few answers, or fewer than about 100 persons, the bootstrap is more often right
  /// (Padilla & Divers 2013, doi:10.1177/0013164413492765).
  ///
  /// - Parameter level: between 0 and 1, such as 0.95.
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` where n is not known; `outOfRange` where the
  ///   standard error is undefined.
  public func asymptoticInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let level = try ConfidenceInterval.validated(level)
    guard caseCount > 0 else { throw .tooFewValues(count: 0, required: itemCount + 1) }
    guard let error = standardError else { throw .outOfRange }
    let step = try Normal.standard.quantileOfComplement((1 - level) / 2) * error
    return try ConfidenceInterval(
      lower: omegaTotal - step, upper: omegaTotal + step, level: level, method: .asymptoticNormal)
  }
}
