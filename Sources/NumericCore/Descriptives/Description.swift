/// The usual description of one column: how many, where, how spread, how shaped.
public struct Description: Hashable, Sendable {
  /// Number of values, n, at least 1.
  public let count: Int
  /// Sum of the values.
  public let sum: Double
  /// Arithmetic mean.
  public let mean: Double
  /// Variance with divisor n − 1, in squared units; `nil` for one value.
  public let variance: Double?
  /// Standard deviation with divisor n − 1; `nil` for one value.
  public let standardDeviation: Double?
  /// Standard error of the mean, standard deviation / √n; `nil` for one value.
  public let standardError: Double?
  /// Smallest value.
  public let minimum: Double
  /// Largest value.
  public let maximum: Double
  /// Largest − smallest value.
  public let range: Double
  /// Middle value, or the mean of the two in the middle.
  public let median: Double
  /// Quartiles as R and spreadsheets print them (type 7).
  public let quartiles: Quartiles
  /// Quartiles as SPSS prints them (type 6).
  public let quartilesType6: Quartiles
  /// Value below which 5 % lie (type 7).
  public let fifthPercentile: Double
  /// Value below which 95 % lie (type 7).
  public let ninetyFifthPercentile: Double
  /// Median of the distances from the median, without a factor.
  public let medianAbsoluteDeviation: Double
  /// The same times 1.4826, which estimates the standard deviation of normal values.
  public let scaledMedianAbsoluteDeviation: Double
  /// Mean without the lowest and the highest 10 % of the values.
  public let trimmedMean10: Double
  /// Mean without the lowest and the highest 20 % of the values.
  public let trimmedMean20: Double
  /// All values that occur most often, ascending.
  public let modes: [Double]
  /// Skewness by three definitions.
  public let skewness: ShapeCoefficients
  /// Kurtosis in excess of the normal distribution's, by three definitions.
  public let excessKurtosis: ShapeCoefficients
  /// Standard deviation / mean; `nil` for one value or a mean of zero.
  public let coefficientOfVariation: Double?
}

/// The values below which a quarter and three quarters of a column lie.
public struct Quartiles: Hashable, Sendable {
  /// First quartile, in units of the column.
  public let lower: Double
  /// Third quartile, in units of the column.
  public let upper: Double
  /// The way in which both were found.
  public let type: QuantileType

  /// Third − first quartile.
  public var interquartileRange: Double { upper - lower }
}

/// Skewness, or kurtosis in excess, by the three definitions in use; `nil` where undefined.
public struct ShapeCoefficients: Hashable, Sendable {
  /// From moments with divisor n (g1, g2); `nil` where all values are the same.
  public let type1: Double?
  /// Unbiased for normal values (G1, G2), as SPSS, SAS and Excel print; `nil` for too few values.
  public let type2: Double?
  /// With the standard deviation of divisor n − 1 (b1, b2), the default of R psych.
  public let type3: Double?
}

extension Description {
  /// Describes a column of numbers without missing values, in doubled precision.
  ///
  /// - Throws: `tooFewValues` when there is no value; `notANumber`; `outOfRange` when a sum or the
  ///   variance is too large.
  ///
  /// Reference: Joanes and Gill (1998), The Statistician 47, 183–189, doi:10.1111/1467-9884.00122,
  /// for the shape. Checked against R 4.2.2, psych 2.2.9, e1071 1.7.13, and NIST StRD.
  public init(of values: [Double]) throws(NumericError) {
    let table = try FrequencyTable(of: values)
    let moments = Moments(of: table)
    try self.init(table: table, moments: moments, variance: moments.variance)
  }

  /// Describes the answers of one coded item, with whole-number sums.
  ///
  /// - Throws: `tooFewValues` when the tally is empty.
  public init(of tally: ItemTally) throws(NumericError) {
    let table = try FrequencyTable(of: tally)
    let n = Int128(table.count)
    let variance =
      n > 1 ? exactQuotient(tally.exactVarianceNumerator, n * (n - 1)) : nil
    try self.init(table: table, moments: Moments(of: table), variance: variance)
  }

  private init(table: FrequencyTable, moments: Moments, variance: Double?) throws(NumericError) {
    let n = Double(table.count)
    let deviation = moments.standardDeviation
    _ = try (variance ?? 0).orOutOfRange()
    count = table.count
    sum = try moments.sum.orOutOfRange()
    mean = try moments.mean.orOutOfRange()
    self.variance = variance
    standardDeviation = deviation
    standardError = deviation.map { $0 / n.squareRoot() }
    minimum = table.minimum
    maximum = table.maximum
    range = try (table.maximum - table.minimum).orOutOfRange()
    median = table.median
    quartiles = try Quartiles(of: table, type: .seven)
    quartilesType6 = try Quartiles(of: table, type: .six)
    fifthPercentile = try Quantile(of: table, share: 0.05, type: .seven).value
    ninetyFifthPercentile = try Quantile(of: table, share: 0.95, type: .seven).value
    medianAbsoluteDeviation = table.distances(from: table.median).median
    scaledMedianAbsoluteDeviation = 1.4826 * medianAbsoluteDeviation
    trimmedMean10 = Moments(of: table.trimmed(Int(n * 0.1))).mean
    trimmedMean20 = Moments(of: table.trimmed(Int(n * 0.2))).mean
    modes = table.modes
    skewness = ShapeCoefficients(skewnessOf: moments)
    excessKurtosis = ShapeCoefficients(kurtosisOf: moments)
    let average = moments.mean
    coefficientOfVariation = average == 0 ? nil : deviation.map { $0 / average }
  }

  /// The interval of the mean by Student's t distribution.
  ///
  ///     mean ± t · standard error
  ///
  /// `t` is the quantile with n − 1 degrees of freedom. It takes rows as independent.
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` for one value; `constantValues` when all
  ///   values are the same.
  ///
  /// Reference: Student (1908), Biometrika 6, 1–25, doi:10.1093/biomet/6.1.1.
  /// Checked against R 4.2.2, `t.test`.
  public func meanInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    guard let standardError else { throw .tooFewValues(count: count, required: 2) }
    guard standardError > 0 else { throw .constantValues(item: nil) }
    let t = try StudentT(degreesOfFreedom: Double(count - 1)).quantileOfComplement(tail)
    return try ConfidenceInterval(
      lower: mean - t * standardError, upper: mean + t * standardError, level: level,
      method: .studentT)
  }
}

extension Quartiles {
  init(of table: FrequencyTable, type: QuantileType) throws(NumericError) {
    lower = try Quantile(of: table, share: 0.25, type: type).value
    upper = try Quantile(of: table, share: 0.75, type: type).value
    self.type = type
  }
}

extension ShapeCoefficients {
  init(skewnessOf moments: Moments) {
    let n = Double(moments.count)
    type1 = moments.skewness
    type2 =
      moments.count < 3 ? nil : type1.map { $0 * (n * (n - 1)).squareRoot() / (n - 2) }
    type3 = type1.map { $0 * ((n - 1) / n) * ((n - 1) / n).squareRoot() }
  }

  init(kurtosisOf moments: Moments) {
    let n = Double(moments.count)
    type1 = moments.excessKurtosis
    type2 =
      moments.count < 4
      ? nil : type1.map { ((n + 1) * $0 + 6) * (n - 1) / ((n - 2) * (n - 3)) }
    type3 = type1.map { ($0 + 3) * ((n - 1) / n) * ((n - 1) / n) - 3 }
  }
}
