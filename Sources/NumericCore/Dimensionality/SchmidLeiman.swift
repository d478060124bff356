/// A general factor of all items beside uncorrelated group factors.
public struct SchmidLeiman: Hashable, Sendable {
  /// The loading of each item on the general factor; their sum is positive.
  public let generalLoadings: [Double]
  /// The loadings on the group factors, one row an item.
  public let groupLoadings: Matrix
  /// The variance of each item that the extracted factors explain.
  public let communalities: [Double]
  /// The loadings of the group factors on the general factor.
  public let secondOrderLoadings: [Double]
  /// The share of the common variance that the general factor explains (ECV).
  public let explainedCommonVariance: Double
  /// What a reader must know beside the loadings.
  public let warnings: [FactorWarning]
}

extension SchmidLeiman {
  /// Transforms the factors of a minres extraction after oblimin rotation.
  ///
  ///     general = P g,  group(i, r) = P(i, r) √(1 − g(r)²)
  ///
  /// `P` is the oblimin pattern and `g` the loadings of a single minres factor of the factor
  /// correlations; for two factors, both the root of their correlation.
  ///
  /// - Parameters:
  ///   - correlation: k × k.
  ///   - factorCount: the number of group factors, at least 2; 3 or more are needed for `g` to be
  ///     found in the data.
  /// - Throws: `parameterOutOfRange` for fewer than 2 factors; what extraction and rotation throw.
  ///
  /// Reference: Schmid & Leiman (1957), Psychometrika 22, 53–61, doi:10.1007/BF02289209.
  /// Checked against R psych 2.2.9, `schmid`.
  public init(of correlation: CorrelationMatrix, factorCount: Int) throws(NumericError) {
    let (factors, optima) = try Self.rotated(correlation, factorCount)
    try self.init(factors, optima.best, closeCount: optima.closeCount)
  }

  /// What all near-equal optima of the rotation give, the best first.
  ///
  /// - Throws: as the initializer.
  static func nearEqual(
    of correlation: CorrelationMatrix, factorCount: Int
  ) throws(NumericError) -> [SchmidLeiman] {
    let (factors, optima) = try rotated(correlation, factorCount)
    var results: [SchmidLeiman] = []
    for optimum in optima.nearEqual {
      results.append(try SchmidLeiman(factors, optimum, closeCount: optima.closeCount))
    }
    return results
  }

  private static func rotated(
    _ correlation: CorrelationMatrix, _ factorCount: Int
  ) throws(NumericError) -> (FactorExtraction, Oblimin.Optima) {
    guard factorCount >= 2 else {
      throw .parameterOutOfRange(name: "number of group factors", value: Double(factorCount))
    }
    let factors = try FactorExtraction(
      of: correlation, factorCount: factorCount, method: .minres)
    return (factors, try Oblimin.optima(factors.loadings, kaiser: false))
  }

  private init(
    _ factors: FactorExtraction, _ turned: Oblimin, closeCount: Int
  ) throws(NumericError) {
    let (second, secondWarnings) = try SchmidLeiman.secondOrder(turned.factorCorrelations)
    let general = turned.pattern.rows.map { row in
      zip(row, second).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let sign = general.reduce(0, +) < 0 ? -1.0 : 1.0
    generalLoadings = general.map { sign * $0 }
    groupLoadings = turned.pattern.scalingColumns(
      by: second.map { max(1 - $0 * $0, 0).squareRoot() })
    secondOrderLoadings = second.map { sign * $0 }
    communalities = factors.communalities
    let generalVariance = general.reduce(0) { $0 + $1 * $1 }
    let groupVariance = groupLoadings.entries.reduce(0) { $0 + $1 * $1 }
    explainedCommonVariance = generalVariance / (generalVariance + groupVariance)
    warnings =
      factors.warnings + (closeCount > 1 ? [.severalOptima(count: closeCount)] : [])
      + secondWarnings
  }

  /// The loadings of factors on one general factor. A Heywood case there is told by its factor.
  private static func secondOrder(
    _ correlations: Matrix
  ) throws(NumericError) -> (loadings: [Double], warnings: [FactorWarning]) {
    if correlations.rowCount == 2 {
      let root = abs(correlations[0, 1]).squareRoot()
      return ([root, correlations[0, 1] < 0 ? -root : root], [])
    }
    let matrix = CorrelationMatrix(
      count: correlations.rowCount, entries: correlations.entries, completeCaseCount: 0,
      caseCount: 0, smallestPairCount: 0, largestPairCount: 0)
    let general = try FactorExtraction(of: matrix, factorCount: 1, method: .minres)
    let isImproper = general.warnings.contains { if case .heywoodCase = $0 { true } else { false } }
    return (general.loadings.column(0), isImproper ? [.improperGeneralFactor] : [])
  }
}
