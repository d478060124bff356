internal import Glibc

extension CronbachAlpha {
  /// The interval by the F distribution, which assumes normal items with equal covariances.
  ///
  ///     lower = 1 − (1 − alpha) · F(1 − (1 − level) / 2),  upper = 1 − (1 − alpha) · F((1 − level) / 2)
  ///
  /// `F` is the quantile with n − 1 and (n − 1)(k − 1) degrees of freedom.
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` when n < 2 or unknown.
  ///
  /// Reference: Feldt, Woodruff and Salih (1987), Applied Psychological Measurement 11, 93–103,
  /// doi:10.1177/014662168701100107. Checked against R psych 2.2.9, `alpha.ci`.
  public func feldtInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    try FeldtInterval.around(alpha, itemCount: itemCount, caseCount: caseCount, level: level)
  }

  /// The interval by the logarithm of 1 − alpha, which assumes normal, parallel items.
  ///
  ///     1 − exp(ln(1 − alpha) ± z · √(2 k / ((k − 1)(n − 2))))
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` when n < 3 or unknown.
  ///
  /// Reference: Bonett (2002), Journal of Educational and Behavioral Statistics 27, 335–340,
  /// doi:10.3102/10769986027004335. Checked against the formula in R 4.2.2.
  public func bonettInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let z = try Normal.standard.quantileOfComplement(
      (1 - ConfidenceInterval.validated(level)) / 2)
    let n = try enoughCases(3)
    let k = Double(itemCount)
    let step = z * (2 * k / ((k - 1) * (n - 2))).squareRoot()
    return try ConfidenceInterval(
      lower: 1 - (1 - alpha) * exp(step), upper: 1 - (1 - alpha) * exp(-step), level: level,
      method: .bonett)
  }

  /// The interval by the asymptotic standard error, which assumes normal items only.
  ///
  ///     alpha ± z · standard error
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` when n < 2 or unknown.
  ///
  /// Reference: Duhachek and Iacobucci (2004), Journal of Applied Psychology 89, 792–808,
  /// doi:10.1037/0021-9010.89.5.792. Checked against R psych 2.2.9, `alpha`.
  public func duhachekInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let z = try Normal.standard.quantileOfComplement(
      (1 - ConfidenceInterval.validated(level)) / 2)
    _ = try enoughCases(2)
    let step = z * (standardError ?? 0)
    return try ConfidenceInterval(
      lower: alpha - step, upper: alpha + step, level: level, method: .duhachek)
  }

  private func enoughCases(_ required: Int) throws(NumericError) -> Double {
    guard caseCount >= required else { throw .tooFewValues(count: caseCount, required: required) }
    return Double(caseCount)
  }
}
