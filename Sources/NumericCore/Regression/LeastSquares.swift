/// The least squares behind a regression, in doubled precision and in units of powers of two.
struct LeastSquares {
  /// The power of two that outcomes were divided by.
  let unit: Double
  /// The coefficients, in units of the scaled columns.
  let estimates: [DoubleDouble]
  /// The residual sum of squares, in squared units; 0 where it is only rounding of the outcome.
  let residual: DoubleDouble
  private let columnUnits: [Double]
  private let factors: HouseholderQR

  /// - Parameter columns: at least one column as long as the outcome.
  init(outcome: [Double], columns: [[DoubleDouble]]) throws(NumericError) {
    let n = outcome.count
    guard n > columns.count else {
      throw .tooFewValues(count: n, required: columns.count + 1)
    }
    let outcome = outcome.map(DoubleDouble.init)
    unit = LeastSquares.unit(of: outcome)
    columnUnits = columns.map(LeastSquares.unit)
    let scaled = zip(columns, columnUnits).map { column, unit in
      column.map { $0.scaled(by: 1 / unit) }
    }
    let right = outcome.map { [unit] in $0.scaled(by: 1 / unit) }
    factors = try HouseholderQR(columns: scaled, right: right)
    estimates = factors.solution
    let largest = right.reduce(0) { max($0, abs($1.high)) }
    // An outcome is known to half a unit of its last place; less than that is no residual.
    let rounding = largest * Double.ulpOfOne
    let left = factors.residualSumOfSquares
    residual = left.high <= Double(n) * rounding * rounding ? DoubleDouble(0) : left
  }

  /// The sum of squares that the columns from this one on explain, in squared units.
  func explained(from first: Int) -> DoubleDouble {
    let part = factors.turned[first..<estimates.count].reduce(DoubleDouble(0)) { $0 + $1 * $1 }
    // A constant outcome leaves rounding of its own size here.
    let whole = factors.turned.reduce(DoubleDouble(0)) { $0 + $1 * $1 }
    return part.high <= 1e-50 * whole.high ? DoubleDouble(0) : part
  }

  /// The standard deviation of the residuals, in units.
  func spread(_ degreesOfFreedom: Int) -> DoubleDouble {
    (residual / DoubleDouble(Double(degreesOfFreedom))).squareRoot()
  }

  /// The coefficients in units of the data.
  func coefficients(degreesOfFreedom df: Int) throws(NumericError) -> [RegressionCoefficient] {
    let t = try StudentT(degreesOfFreedom: Double(df))
    let diagonal = factors.inverseDiagonal
    var coefficients: [RegressionCoefficient] = []
    for (j, estimate) in estimates.enumerated() {
      let scale = unit / columnUnits[j]
      let error = spread(df) * diagonal[j].squareRoot()
      let ratio: Double? = error.isZero ? nil : try (estimate / error).rounded.orOutOfRange()
      let p = try ratio.map { value throws(NumericError) in try 2 * t.complement(abs(value)) }
      coefficients.append(
        RegressionCoefficient(
          estimate: try (estimate.rounded * scale).orOutOfRange(),
          standardError: try (error.rounded * scale).orOutOfRange(),
          tStatistic: ratio, pValue: p, degreesOfFreedom: df))
    }
    return coefficients
  }

  private static func unit(of column: [DoubleDouble]) -> Double {
    let largest = column.reduce(Double.leastNormalMagnitude) { max($0, abs($1.high)) }
    return Double(sign: .plus, exponent: largest.isFinite ? largest.exponent : 0, significand: 1)
  }
}
