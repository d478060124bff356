internal import Glibc

/// How well a confirmatory model reproduces covariances.
public struct FactorModelFit: Hashable, Sendable {
  /// The statistic of the model, about χ² distributed where the model holds.
  public let chiSquared: Double
  /// Its degrees of freedom.
  public let degreesOfFreedom: Int
  /// Probability of a statistic this large or larger where the model holds; `nil` without degrees of
  /// freedom.
  public let pValue: Double?
  /// The statistic of uncorrelated items.
  public let baselineChiSquared: Double
  /// Its degrees of freedom.
  public let baselineDegreesOfFreedom: Int
  /// Comparative fit index, from 0 to 1.
  public let comparativeFitIndex: Double
  /// Tucker–Lewis index; may exceed 1.
  public let tuckerLewisIndex: Double
  /// Root mean square error of approximation; 0 is an exact fit.
  public let rootMeanSquareError: Double
  /// Its limits with a level of 90 %; `nil` without degrees of freedom.
  public let rootMeanSquareErrorInterval: ConfidenceInterval?
  /// Probability of a statistic this large where the root mean square error is 0.05.
  public let closeFitPValue: Double?
  /// Standardized root mean square residual, variances included.
  public let standardizedResidual: Double
  /// Number of persons.
  public let caseCount: Int
}

extension FactorModelFit {
  /// Computes the indexes from two χ² statistics.
  ///
  ///     CFI = 1 − max(χ² − df, 0) / max(χ² − df, χ²b − dfb, 0)
  ///     TLI = (χ²b / dfb − χ² / df) / (χ²b / dfb − 1)
  ///     RMSEA = √(max(χ² − df, 0) / (n df))
  ///
  /// `n` is what the discrepancy was multiplied by: the persons for ML, one less for weighted least
  /// squares. `b` stands for the baseline of uncorrelated items. The limits of RMSEA have the noncentralities
  /// for which the statistic is the 95th and the 5th percentile.
  ///
  /// References: Bentler (1990), Psychological Bulletin 107, 238–246,
  /// doi:10.1037/0033-2909.107.2.238; Tucker & Lewis (1973), Psychometrika 38, 1–10,
  /// doi:10.1007/BF02291170; Browne & Cudeck (1992), Sociological Methods & Research 21, 230–258,
  /// doi:10.1177/0049124192021002005. Checked against R lavaan 0.6-14, `fitMeasures`.
  init(
    chiSquared: Double, degreesOfFreedom df: Int, baselineChiSquared: Double,
    baselineDegreesOfFreedom: Int, standardizedResidual: Double, caseCount: Int,
    countBehindStatistic n: Int
  ) throws(NumericError) {
    self.chiSquared = chiSquared
    degreesOfFreedom = df
    self.baselineChiSquared = baselineChiSquared
    self.baselineDegreesOfFreedom = baselineDegreesOfFreedom
    self.standardizedResidual = standardizedResidual
    self.caseCount = caseCount
    let excess = max(chiSquared - Double(df), 0)
    let baseline = max(baselineChiSquared - Double(baselineDegreesOfFreedom), 0)
    comparativeFitIndex = max(excess, baseline) > 0 ? 1 - excess / max(excess, baseline) : 1
    guard df > 0 else {
      (pValue, closeFitPValue, rootMeanSquareErrorInterval) = (nil, nil, nil)
      (tuckerLewisIndex, rootMeanSquareError) = (1, 0)
      return
    }
    let perDegree = baselineChiSquared / Double(baselineDegreesOfFreedom)
    tuckerLewisIndex =
      perDegree == 1 ? 1 : (perDegree - chiSquared / Double(df)) / (perDegree - 1)
    let scale = Double(n) * Double(df)
    rootMeanSquareError = (excess / scale).squareRoot()
    pValue = try ChiSquared(degreesOfFreedom: Double(df)).complement(chiSquared)
    closeFitPValue = try NoncentralChiSquared(
      degreesOfFreedom: Double(df), noncentrality: scale * 0.0025
    ).complement(chiSquared)
    rootMeanSquareErrorInterval = try ConfidenceInterval(
      lower: (Self.noncentrality(chiSquared, df, below: 0.95) / scale).squareRoot(),
      upper: (Self.noncentrality(chiSquared, df, below: 0.05) / scale).squareRoot(), level: 0.9,
      method: .noncentralChiSquared)
  }

  /// The noncentrality at which a share of statistics lies below the one observed; 0 where even the
  /// central distribution has less below it.
  private static func noncentrality(
    _ statistic: Double, _ df: Int, below share: Double
  ) throws(NumericError) -> Double {
    func rest(_ noncentrality: Double) throws(NumericError) -> Double {
      try NoncentralChiSquared(degreesOfFreedom: Double(df), noncentrality: noncentrality)
        .cumulative(statistic) - share
    }
    guard statistic > 0, try rest(0) > 0 else { return 0 }
    var (low, high) = (0.0, max(statistic, 1))
    while try rest(high) > 0 { (low, high) = (high, 2 * high) }
    var (lowRest, highRest) = (try rest(low), try rest(high))
    // Ridders' method.
    for _ in 0..<60 where high - low > 1e-12 * high {
      let middle = (low + high) / 2
      let middleRest = try rest(middle)
      let root = (middleRest * middleRest - lowRest * highRest).squareRoot()
      guard root > 0 else { return middle }
      let next = middle + (middle - low) * middleRest / root
      let nextRest = try rest(next)
      if nextRest == 0 { return next }
      if middleRest.sign != nextRest.sign {
        let (a, b) = middle < next ? (middle, next) : (next, middle)
        let (ra, rb) = middle < next ? (middleRest, nextRest) : (nextRest, middleRest)
        (low, high, lowRest, highRest) = (a, b, ra, rb)
      } else if nextRest > 0 {
        (low, lowRest) = (next, nextRest)
      } else {
        (high, highRest) = (next, nextRest)
      }
      if abs(nextRest) < 1e-13 { return next }
    }
    return (low + high) / 2
  }
}
