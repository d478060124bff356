/// What each item contributes to its scale.
public struct ItemAnalysis: Hashable, Sendable {
  /// One entry for each item, in the order of the matrix.
  public let items: [ItemContribution]
  /// Cronbach's alpha of all items.
  public let alpha: CronbachAlpha
  /// Number of items, k.
  public let itemCount: Int
  /// Number of persons with an answer to every item; 0 where it is not known.
  public let completeCaseCount: Int
}

/// What one item contributes to its scale; `nil` stands for what is undefined.
public struct ItemContribution: Hashable, Sendable {
  /// Variance of the item, in squared score units; 0 for a constant item.
  public let variance: Double
  /// Raw alpha of the other items; `nil` when there are fewer than two or they do not vary.
  public let alphaIfItemDropped: Double?
  /// Standardized alpha of the other items; `nil` likewise, or when an item does not vary.
  public let standardizedAlphaIfItemDropped: Double?
  /// Correlation of the item with the sum of the other items; `nil` when one does not vary, or when
  /// pairwise counts contradict each other.
  public let itemRestCorrelation: Double?
  /// Correlation of the item with the sum of all items, itself included; `nil` when one is constant.
  public let itemTotalCorrelation: Double?
  /// The same for standardized items; `nil` when an item does not vary.
  public let standardizedItemTotalCorrelation: Double?
  /// The same, with the item's own variance replaced by what it shares with the others (its squared
  /// multiple correlation); `nil` when an item does not vary or is determined by the others.
  public let overlapCorrectedCorrelation: Double?
}

extension ItemAnalysis {
  /// Computes the contributions from the covariances between items.
  ///
  ///     item-rest  = c / √(v · V)
  ///     item-total = (c + v) / √(v · T)
  ///
  /// `v` is the item's variance, `c` the sum of its covariances with the others, `V` the variance
  /// of the sum of the others, `T` that of the sum of all.
  ///
  /// - Parameter covariance: k × k, k ≥ 2, in squared score units, of items keyed in one direction.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when alpha is undefined.
  ///
  /// References: Nunnally and Bernstein (1994), Psychometric Theory, chapter 8; for the overlap
  /// correction Cureton (1966), Psychometrika 31, 93–96, doi:10.1007/BF02289461.
  /// Checked against R psych 2.2.9, `alpha` (`alpha.drop`, `r.drop`, `std.r`, `r.cor`).
  public init(of covariance: CovarianceMatrix) throws(NumericError) {
    alpha = try CronbachAlpha(of: covariance)
    itemCount = covariance.count
    completeCaseCount = covariance.completeCaseCount
    let correlation = try? covariance.correlations()
    let standardized = correlation.flatMap { totalCorrelations($0, diagonal: nil) }
    let corrected = correlation.flatMap { correlation in
      (try? SquaredMultipleCorrelations(of: correlation)).flatMap {
        totalCorrelations(correlation, diagonal: $0.values)
      }
    }
    items = (0..<covariance.count).map { item in
      let rest = covariance.dropping(item)
      let variance = covariance[item, item]
      let withRest = covariance.rowSum(item) - variance
      return ItemContribution(
        variance: variance,
        alphaIfItemDropped: try? CronbachAlpha(of: rest).alpha,
        standardizedAlphaIfItemDropped: correlation.flatMap {
          try? StandardizedAlpha(of: $0.dropping(item)).alpha
        },
        itemRestCorrelation: quotient(withRest, variance, rest.total),
        itemTotalCorrelation: quotient(withRest + variance, variance, covariance.total),
        standardizedItemTotalCorrelation: standardized?[item],
        overlapCorrectedCorrelation: corrected?[item])
    }
  }
}

extension CovarianceMatrix {
  fileprivate func rowSum(_ row: Int) -> Double {
    (0..<count).reduce(0) { $0 + self[row, $1] }
  }

  fileprivate var total: Double { entries.reduce(0, +) }
}

/// A covariance over the root of both variances; `nil` where one of them is not positive.
private func quotient(_ covariance: Double, _ first: Double, _ second: Double) -> Double? {
  // Rounding leaves about 1e-16 where the exact variance is zero.
  guard first > 0, second > 1e-12 * first else { return nil }
  let correlation = covariance / first.squareRoot() / second.squareRoot()
  // Beyond ±1 by more than rounding are only contradictions of pairwise counts.
  return abs(correlation) <= 1 + 1e-9 ? correlation : nil
}

/// Column sums over the root of the total, with another diagonal where one is given.
private func totalCorrelations(_ correlation: CorrelationMatrix, diagonal: [Double]?) -> [Double]? {
  let sums = (0..<correlation.count).map { row in
    correlation.rows[row].reduce(0, +) + (diagonal.map { $0[row] - 1 } ?? 0)
  }
  let total = sums.reduce(0, +)
  guard total > 1e-12 else { return nil }
  return sums.map { $0 / total.squareRoot() }
}
