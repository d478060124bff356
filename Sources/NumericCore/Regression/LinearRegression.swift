/// A line, plane or curve through data that leaves the smallest sum of squared residuals.
public struct LinearRegression: Hashable, Sendable {
  /// The coefficients: the intercept first where there is one, then one for each predictor.
  public let coefficients: [RegressionCoefficient]
  /// Whether the first coefficient is an intercept.
  public let hasIntercept: Bool
  /// Standard deviation of the residuals, with divisor n − p, in units of the outcome.
  public let residualStandardDeviation: Double
  /// What the predictors explain, in squared units: about the mean, or about 0 without intercept.
  public let regressionSumOfSquares: Double
  /// What the predictors leave, in squared units; 0 where that is only rounding of the outcome.
  public let residualSumOfSquares: Double
  /// Number of predictors.
  public let regressionDegreesOfFreedom: Int
  /// n − p, with p coefficients; at least 1.
  public let residualDegreesOfFreedom: Int
  /// Share of the sum of squares that the predictors explain, from 0 to 1.
  public let rSquared: Double
  /// R² with both sums of squares divided by their degrees of freedom; can be negative.
  public let adjustedRSquared: Double
  /// Test of all predictors together; `nil` where nothing is left unexplained.
  public let fStatistic: Double?
  /// Probability of an F this large or larger without any relation; 0 where F is infinite.
  public let pValue: Double
  /// Number of rows used, n.
  public let count: Int
  /// Number of rows left out because a value was missing.
  public let excludedCount: Int

  /// The coefficient of the constant, `nil` for a regression through the origin.
  public var intercept: RegressionCoefficient? { hasIntercept ? coefficients.first : nil }
  /// The coefficients of the predictors, in their order.
  public var slopes: ArraySlice<RegressionCoefficient> {
    coefficients.dropFirst(hasIntercept ? 1 : 0)
  }
}

/// One coefficient of a regression.
public struct RegressionCoefficient: Hashable, Sendable {
  /// The estimate, in units of the outcome per unit of the predictor.
  public let estimate: Double
  /// Its standard error, same unit; 0 where the fit is exact.
  public let standardError: Double
  /// Estimate / standard error; `nil` where the fit is exact.
  public let tStatistic: Double?
  /// Two-sided probability of a t this far from 0; `nil` where the fit is exact.
  public let pValue: Double?
  /// Degrees of freedom of t, those of the residuals.
  public let degreesOfFreedom: Int

  /// The interval by Student's t, which assumes normal residuals of one spread.
  ///
  ///     estimate ± t · standard error
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1; `outOfRange`.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let t = try StudentT(degreesOfFreedom: Double(degreesOfFreedom)).quantileOfComplement(tail)
    return try ConfidenceInterval(
      lower: estimate - t * standardError, upper: estimate + t * standardError, level: level,
      method: .studentT)
  }
}

extension LinearRegression {
  /// Fits an outcome by a weighted sum of predictors.
  ///
  ///     outcome ≈ b0 + b1 x1 + … + bm xm
  ///
  /// Computed by Householder reflections in doubled precision. Rows with a missing value are left
  /// out (listwise).
  ///
  /// - Parameters:
  ///   - outcome: one value for each row.
  ///   - predictors: at least one column of the same rows.
  ///   - throughOrigin: leaves out b0; R² and F are then about 0 and not about the mean.
  /// - Throws: `tooFewItems` without predictors; `unequalLengths`; `notANumber`; `tooFewValues`
  ///   when rows do not outnumber coefficients; `constantValues` when the outcome does not vary;
  ///   `dependentItems` when a predictor is determined by the others; `outOfRange`.
  ///
  /// Reference: Golub (1965), Numerische Mathematik 7, 206–216, doi:10.1007/BF01436075.
  /// Checked against the certified values of NIST StRD and R 4.2.2, `lm`.
  public init(outcome: [Double?], predictors: [[Double?]], throughOrigin: Bool = false)
    throws(NumericError)
  {
    guard !predictors.isEmpty else { throw .tooFewItems(count: 0, required: 1) }
    let (used, rowCount) = try LinearRegression.completeRows([outcome] + predictors)
    try self.init(
      outcome: used[0], columns: used.dropFirst().map { $0.map(DoubleDouble.init) },
      throughOrigin: throughOrigin, rowCount: rowCount)
  }

  /// Fits an outcome by a polynomial of one predictor, whose powers carry doubled precision.
  ///
  ///     outcome ≈ b0 + b1 x + b2 x² + … + bm xᵐ
  ///
  /// - Parameters:
  ///   - outcome: one value for each row.
  ///   - base: x, one value for each row.
  ///   - degree: m, the highest power, at least 1.
  /// - Throws: `parameterOutOfRange` when the degree is below 1; else as for predictors.
  public init(outcome: [Double?], powersOf base: [Double?], degree: Int) throws(NumericError) {
    guard degree >= 1 else { throw .parameterOutOfRange(name: "degree", value: Double(degree)) }
    let (used, rowCount) = try LinearRegression.completeRows([outcome, base])
    let x = used[1].map(DoubleDouble.init)
    var powers = [x]
    for _ in 1..<degree { powers.append(zip(powers[powers.count - 1], x).map { $0 * $1 }) }
    try self.init(outcome: used[0], columns: powers, throughOrigin: false, rowCount: rowCount)
  }

  private static func completeRows(_ columns: [[Double?]]) throws(NumericError)
    -> (columns: [[Double]], rowCount: Int)
  {
    let rowCount = columns[0].count
    for column in columns where column.count != rowCount {
      throw .unequalLengths(first: rowCount, second: column.count)
    }
    for column in columns {
      for case let value? in column where !value.isFinite { throw .notANumber }
    }
    let rows = (0..<rowCount).filter { row in columns.allSatisfy { $0[row] != nil } }
    return (columns.map { column in rows.compactMap { column[$0] } }, rowCount)
  }

  private init(
    outcome: [Double], columns: [[DoubleDouble]], throughOrigin: Bool, rowCount: Int
  ) throws(NumericError) {
    let n = outcome.count
    let constant = throughOrigin ? [] : [[DoubleDouble](repeating: DoubleDouble(1), count: n)]
    let fit = try LeastSquares(outcome: outcome, columns: constant + columns)
    let (m, df) = (columns.count, n - fit.estimates.count)
    let (explained, left) = (fit.explained(from: constant.count), fit.residual)
    let total = explained + left
    guard total.high > 0 else { throw .constantValues(item: nil) }
    coefficients = try fit.coefficients(degreesOfFreedom: df)
    hasIntercept = !throughOrigin
    let unit = fit.unit
    residualStandardDeviation = try (fit.spread(df).rounded * unit).orOutOfRange()
    regressionSumOfSquares = try (explained.rounded * unit * unit).orOutOfRange()
    residualSumOfSquares = try (left.rounded * unit * unit).orOutOfRange()
    (regressionDegreesOfFreedom, residualDegreesOfFreedom) = (m, df)
    rSquared = (explained / total).rounded
    let totalDegrees = DoubleDouble(Double(m + df))
    adjustedRSquared = 1 - (left / total * totalDegrees / DoubleDouble(Double(df))).rounded
    let ratio = explained / left * DoubleDouble(Double(df)) / DoubleDouble(Double(m))
    let f = left.isZero ? nil : try ratio.rounded.orOutOfRange()
    fStatistic = f
    let distribution = try FDistribution(numerator: Double(m), denominator: Double(df))
    pValue = try f.map { value throws(NumericError) in try distribution.complement(value) } ?? 0
    count = n
    excludedCount = rowCount - n
  }
}
