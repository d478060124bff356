internal import Glibc

/// The rule by which factors are turned so that each item loads on few.
public enum RotationMethod: Hashable, Sendable {
  /// Uncorrelated factors with the largest variance of squared loadings; `kaiser` gives each item
  /// the same weight.
  case varimax(kaiser: Bool)
  /// Correlated factors that come close to the loadings of Kaiser's varimax raised to a power, of
  /// which 4 is usual.
  case promax(power: Double)
  /// Correlated factors with the smallest products of squared loadings (direct quartimin, γ = 0);
  /// `kaiser` gives each item the same weight.
  case oblimin(kaiser: Bool)
}

/// Factors after rotation.
public struct FactorRotation: Hashable, Sendable {
  /// The rule by which the factors were turned.
  public let method: RotationMethod
  /// The regression weights of items on factors, one row an item; for uncorrelated factors also the
  /// correlations of items with factors.
  public let pattern: Matrix
  /// The correlations between factors.
  public let factorCorrelations: Matrix
  /// The criterion at the end: for oblimin lower is better, for varimax higher; `nil` for promax.
  public let criterion: Double?
  /// What a reader must know beside the pattern.
  public let warnings: [FactorWarning]

  /// The correlations of items with factors.
  public var structure: Matrix { pattern * factorCorrelations }

  /// The variance that each factor takes up, in units of one item; correlated factors share.
  public var variances: [Double] {
    let structure = self.structure
    return (0..<pattern.columnCount).map { factor in
      (0..<pattern.rowCount).reduce(0) { $0 + pattern[$1, factor] * structure[$1, factor] }
    }
  }
}

extension FactorRotation {
  /// Turns the factors of an extraction.
  ///
  ///     varimax: largest Σ over factors of (Σ λ⁴ − (Σ λ²)² / k)
  ///     promax: L U, U the least squares fit of |λ|^power · sign(λ) by L, columns scaled
  ///     oblimin: smallest ¼ Σ over items and pairs of different factors of λ² λ²
  ///
  /// Columns stay where the unrotated factors stood. Oblimin has several optima: it is started from
  /// the unrotated factors, from varimax, from promax and from seeded random turns, and the best
  /// result is kept; of equal ones the first.
  ///
  /// - Throws: `notConverged`; `dependentItems` where the loadings have fewer dimensions than
  ///   factors.
  ///
  /// References: Kaiser (1958), Psychometrika 23, 187–200, doi:10.1007/BF02289233; Hendrickson &
  /// White (1964), British Journal of Statistical Psychology 17, 65–70; Jennrich & Sampson (1966),
  /// Psychometrika 31, 313–323, doi:10.1007/BF02289465.
  /// Checked against R 4.2.2, `varimax` and `promax`, and GPArotation 2022.10-2, `oblimin`.
  public init(of extraction: FactorExtraction, method: RotationMethod) throws(NumericError) {
    let loadings = extraction.loadings
    let m = loadings.columnCount
    let identity = Matrix(diagonal: [Double](repeating: 1, count: m))
    var warnings = extraction.warnings
    self.method = method
    switch method {
    case .varimax(let kaiser):
      let turned = try Varimax(loadings, kaiser: kaiser)
      (pattern, factorCorrelations) = (turned.loadings, identity)
      criterion = turned.criterion
    case .promax(let power):
      let turned = try Promax(Varimax(loadings, kaiser: true).loadings, power: power)
      (pattern, factorCorrelations, criterion) = (turned.pattern, turned.factorCorrelations, nil)
    case .oblimin(let kaiser):
      let optima = try Oblimin.optima(loadings, kaiser: kaiser)
      (pattern, factorCorrelations) = (optima.best.pattern, optima.best.factorCorrelations)
      criterion = optima.best.criterion
      if optima.closeCount > 1 { warnings.append(.severalOptima(count: optima.closeCount)) }
    }
    self.warnings = warnings
  }
}
