/// The reliability of ordinal items under one factor.
public struct OrdinalReliability: Hashable, Sendable {
  /// Reliability of the sum score as it is scored (Green and Yang), over the variance that the
  /// polychoric correlations give the sum: the one to report. Above 1 where one factor does not
  /// describe the items; see `properCategoricalOmega`.
  public let categoricalOmega: Double
  /// The same over the variance that the model gives the sum; from 0 to 1 in a proper solution.
  public let categoricalOmegaOfModel: Double
  /// Standardized root mean square residual of the one factor: 0 is an exact fit.
  public let standardizedResidual: Double
  /// Standardized alpha of the normal variables behind the items; hypothetical, of no score.
  public let ordinalAlpha: Double
  /// Omega of the normal variables behind the items; hypothetical, of no score.
  public let latentOmega: Double
  /// The same over the variance that the polychoric correlations give their sum.
  public let latentOmegaOfObservedVariance: Double
  /// The loadings of the normal variables, with a positive sum.
  public let loadings: [Double]
  /// The polychoric correlations with thresholds and warnings.
  public let polychoric: PolychoricMatrix
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item.
  public let completeCaseCount: Int
  /// What must be printed beside the coefficients; where it is not empty, they are not printed
  /// plainly.
  public let warnings: [FactorWarning]
}

extension OrdinalReliability {
  /// Fits one factor to polychoric correlations by diagonally weighted least squares.
  ///
  ///     categorical omega = Σ c(i, j; λ(i) λ(j)) / Σ c(i, j; r(i, j))
  ///     of the model      = Σ c(i, j; λ(i) λ(j)) / Σ c(i, j; σ(i, j)),  σ = λ(i) λ(j), 1 for i = j
  ///     c(i, j; ρ) = Σ w(a) w(b) (Φ2(τ(a), τ(b); ρ) − Φ(τ(a)) Φ(τ(b)))
  ///     latent omega = (Σ λ)² / ((Σ λ)² + Σ (1 − λ²))
  ///
  /// The first sums run over all pairs of items, each with itself too, where r is 1; `τ` are the
  /// thresholds of items and `w` the steps between the codes that they part, so that c is the
  /// covariance of two items for a correlation ρ of what lies behind them; `r` are the polychoric
  /// correlations and `λ` the loadings.
  ///
  /// - Parameters:
  ///   - tally: of at least 3 items keyed in one direction, counted over complete cases.
  ///   - emptyCells: what is done about combinations of answers that nobody chose.
  /// - Throws: what `OrdinalFactorEstimate` throws; `tooFewItems`; `noTotalVariance`.
  ///
  /// References: Green & Yang (2009), Psychometrika 74, 155–167, doi:10.1007/s11336-008-9099-3;
  /// Zumbo, Gadermann & Zeisser (2007), Journal of Modern Applied Statistical Methods 6, 21–29.
  /// Checked against R semTools 0.5-6, `compRelSEM`.
  public init(of tally: PairTally, emptyCells: EmptyCellRule) throws(NumericError) {
    let k = tally.itemCount
    let model = try FactorModel.oneFactor(itemCount: k)
    let estimate = try OrdinalFactorEstimate(of: tally, model: model, emptyCells: emptyCells)
    let matrix = estimate.polychoric.correlations
    let column = estimate.standardizedSolution.loadings.column(0)
    let sign = column.reduce(0, +) < 0 ? -1.0 : 1.0
    let loadings = column.map { sign * $0 }
    let shared = square(loadings.reduce(0, +))
    latentOmega = shared / (shared + loadings.reduce(0) { $0 + 1 - $1 * $1 })
    latentOmegaOfObservedVariance = try shared / matrix.totalVariance(required: 3)
    ordinalAlpha = try StandardizedAlpha(of: matrix).alpha
    self.loadings = loadings
    polychoric = estimate.polychoric
    itemCount = k
    completeCaseCount = tally.completeCaseCount
    var scores = try SumScoreCovariance(estimate.polychoric)
    let explained = scores.total { loadings[$0] * loadings[$1] }
    let all = scores.total { $0 == $1 ? 1 : matrix[$0, $1] }
    let implied = scores.total { $0 == $1 ? 1 : loadings[$0] * loadings[$1] }
    guard all > 0, implied > 0 else { throw .noTotalVariance }
    categoricalOmega = explained / all
    categoricalOmegaOfModel = explained / implied
    standardizedResidual = estimate.standardizedResidual
    warnings =
      estimate.warnings + FactorWarning.signs(loadings)
      + polychoric.warnings.map { .polychoric($0) }
  }
}

extension OrdinalReliability {
  /// Categorical omega where it can be a reliability.
  ///
  /// - Throws: `misfit` with both versions and the fit when one of them is above 1.
  func properCategoricalOmega() throws(NumericError) -> Double {
    guard max(categoricalOmega, categoricalOmegaOfModel) <= 1 + 1e-9 else {
      throw .misfit(
        value: categoricalOmega, modelValue: categoricalOmegaOfModel,
        residual: standardizedResidual)
    }
    return categoricalOmega
  }
}

/// The covariances of items as scored, for given correlations of the normal variables behind them.
private struct SumScoreCovariance {
  private let thresholds: [[Double]]
  private let steps: [[Double]]
  /// For each item the share of answers up to each threshold.
  private let below: [[Double]]
  private var quadrature = CorrelationQuadrature()

  init(_ polychoric: PolychoricMatrix) throws(NumericError) {
    thresholds = polychoric.thresholds
    steps = polychoric.codes.map { codes in
      zip(codes.dropFirst(), codes).map { Double($0 - $1) }
    }
    var below: [[Double]] = []
    for cuts in polychoric.thresholds {
      var shares: [Double] = []
      for cut in cuts { shares.append(try Normal.standard.cumulative(cut)) }
      below.append(shares)
    }
    self.below = below
  }

  /// The variance of the sum of the items; a correlation of an item with itself may be 1.
  mutating func total(_ correlation: (Int, Int) -> Double) -> Double {
    var sum = 0.0
    for first in thresholds.indices {
      for second in 0...first {
        let value = correlation(first, second)
        let entry =
          first == second && value == 1 ? variance(first) : covariance(first, second, value)
        sum += first == second ? entry : 2 * entry
      }
    }
    return sum
  }

  private func variance(_ item: Int) -> Double {
    var sum = 0.0
    for (a, shareA) in below[item].enumerated() {
      for (b, shareB) in below[item].enumerated() {
        sum += steps[item][a] * steps[item][b] * (min(shareA, shareB) - shareA * shareB)
      }
    }
    return sum
  }

  private mutating func covariance(_ first: Int, _ second: Int, _ correlation: Double) -> Double {
    // A loading beyond 1 is a Heywood case, which the result carries as a warning.
    quadrature.set(correlation: min(max(correlation, -1 + 1e-12), 1 - 1e-12))
    var sum = 0.0
    for (a, weightA) in zip(thresholds[first], steps[first]) {
      for (b, weightB) in zip(thresholds[second], steps[second]) {
        sum += weightA * weightB * quadrature.integral(a, b)
      }
    }
    return sum
  }
}
