/// Which raters there could have been, and whether their different levels count as error.
public enum RatingForm: String, Hashable, Sendable, CaseIterable {
  /// Each unit has raters of its own, drawn at random: ICC(1).
  case oneWayRandom = "one_way_random"
  /// The same raters for all units, drawn at random; levels count (absolute agreement): ICC(2).
  case twoWayRandom = "two_way_random"
  /// The same raters for all units, and only these; levels do not count (consistency): ICC(3).
  case twoWayMixed = "two_way_mixed"
}

/// Whether one rating or the mean of all raters is to be judged.
public enum RatingUnit: String, Hashable, Sendable, CaseIterable {
  /// A single rating.
  case single
  /// The mean of the k ratings of a unit.
  case average
}

/// How much of the variance of numeric ratings is due to the units rated.
public struct IntraclassCorrelation: Hashable, Sendable {
  /// The coefficient: at most 1; negative where ratings of a unit differ more than units do.
  public let value: Double
  /// Which raters there could have been.
  public let form: RatingForm
  /// What is judged.
  public let unit: RatingUnit
  /// Mean square between units / error mean square; `nil` where there is no error.
  public let fStatistic: Double?
  /// Degrees of freedom of the numerator, n − 1.
  public let numeratorDegreesOfFreedom: Int
  /// Degrees of freedom of the denominator.
  public let denominatorDegreesOfFreedom: Int
  /// Probability of an F this large or larger for units that do not differ; 0 for infinite F.
  public let pValue: Double
  /// The analysis of variance behind it, with the number of units and raters.
  public let meanSquares: RatingMeanSquares
}

extension IntraclassCorrelation {
  /// Computes one of the six coefficients from ratings; units with a missing rating are left out.
  ///
  /// - Parameter raters: at least two columns over the same units, in one unit of measurement.
  /// - Throws: as `RatingMeanSquares`; `constantValues` when nothing varies.
  public init(of raters: [[Double?]], form: RatingForm, unit: RatingUnit) throws(NumericError) {
    try self.init(of: RatingMeanSquares(of: raters), form: form, unit: unit)
  }

  /// Computes one of the six coefficients from an analysis of variance.
  ///
  ///     ICC(1) = (B − W) / (B + (k − 1) W)
  ///     ICC(2) = (B − E) / (B + (k − 1) E + k (J − E) / n)
  ///     ICC(3) = (B − E) / (B + (k − 1) E)
  ///     averages: (B − W) / B, (B − E) / (B + (J − E) / n), (B − E) / B
  ///
  /// `B`, `W`, `J` and `E` are the mean squares between units, within units, between raters and of
  /// the residual, of n units and k raters. F is B / W for ICC(1) and B / E for the others.
  ///
  /// - Throws: `constantValues` when nothing varies; `outOfRange` when the coefficient is infinite.
  ///
  /// Reference: Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428,
  /// doi:10.1037/0033-2909.86.2.420. Checked against psych 2.2.9, `ICC`.
  public init(of meanSquares: RatingMeanSquares, form: RatingForm, unit: RatingUnit)
    throws(NumericError)
  {
    let (n, k) = (Double(meanSquares.unitCount), Double(meanSquares.raterCount))
    let b = meanSquares.betweenUnits
    let error = form == .oneWayRandom ? meanSquares.withinUnits : meanSquares.residual
    guard b > 0 || meanSquares.withinUnits > 0 else { throw .constantValues(item: nil) }
    let raters = form == .twoWayRandom ? (meanSquares.betweenRaters - error) / n : 0
    let single = b + (k - 1) * error + k * raters
    value = try ((b - error) / (unit == .single ? single : b + raters)).orOutOfRange()
    self.form = form
    self.unit = unit
    self.meanSquares = meanSquares
    numeratorDegreesOfFreedom = meanSquares.unitCount - 1
    denominatorDegreesOfFreedom =
      form == .oneWayRandom
      ? meanSquares.unitCount * (meanSquares.raterCount - 1)
      : (meanSquares.unitCount - 1) * (meanSquares.raterCount - 1)
    let f = error > 0 ? try (b / error).orOutOfRange() : nil
    fStatistic = f
    let distribution = try FDistribution(
      numerator: Double(numeratorDegreesOfFreedom),
      denominator: Double(denominatorDegreesOfFreedom))
    pValue = try f.map { value throws(NumericError) in try distribution.complement(value) } ?? 0
  }

  /// The interval by the F distribution, which assumes normal ratings.
  ///
  /// For ICC(1) and ICC(3) exact: with F divided by its upper quantile for the lower limit and
  /// multiplied by that of F with exchanged degrees of freedom for the upper,
  ///
  ///     (F − 1) / (F + k − 1) for single ratings, 1 − 1 / F for averages
  ///
  /// For ICC(2) by Satterthwaite's approximation to the degrees of freedom of the error.
  ///
  /// - Throws: `probabilityOutOfRange`; `noResidualVariance` when raters agree without any error;
  ///   `outOfRange`.
  ///
  /// Reference and check as for the coefficient.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    guard let f = fStatistic else { throw .noResidualVariance }
    let k = Double(meanSquares.raterCount)
    func limit(_ f: Double) -> Double {
      unit == .single ? (f - 1) / (f + k - 1) : 1 - 1 / f
    }
    let limits: (Double, Double)
    if form == .twoWayRandom {
      limits = try agreementLimits(f, tail: tail)
    } else {
      let (n, d) = (Double(numeratorDegreesOfFreedom), Double(denominatorDegreesOfFreedom))
      let lower = try FDistribution(numerator: n, denominator: d).quantileOfComplement(tail)
      let upper = try FDistribution(numerator: d, denominator: n).quantileOfComplement(tail)
      limits = (limit(f / lower), limit(f * upper))
    }
    return try ConfidenceInterval(
      lower: limits.0, upper: limits.1, level: level, method: .fDistribution)
  }

  private func agreementLimits(_ f: Double, tail: Double) throws(NumericError)
    -> (Double, Double)
  {
    let (n, k) = (Double(meanSquares.unitCount), Double(meanSquares.raterCount))
    let (b, j, e) = (
      meanSquares.betweenUnits, meanSquares.betweenRaters, meanSquares.residual
    )
    let single = (b - e) / (b + (k - 1) * e + k * (j - e) / n)
    let rater = k * single * j / e
    let rest = n * (1 + (k - 1) * single) - k * single
    let size = (k - 1) * (n - 1) * (rater + rest) * (rater + rest)
    let degrees = size / ((n - 1) * rater * rater + rest * rest)
    let lower = try FDistribution(numerator: n - 1, denominator: degrees)
      .quantileOfComplement(tail)
    let upper = try FDistribution(numerator: degrees, denominator: n - 1)
      .quantileOfComplement(tail)
    let error = k * j + (k * n - k - n) * e
    let limits = (
      n * (b - lower * e) / (lower * error + n * b),
      n * (upper * b - e) / (error + n * upper * b)
    )
    guard unit == .average else { return limits }
    func average(_ single: Double) -> Double { k * single / (1 + (k - 1) * single) }
    return (average(limits.0), average(limits.1))
  }
}
