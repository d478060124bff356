/// The interval by the F distribution, for both alphas.
enum FeldtInterval {
  /// The interval around a value of alpha; the formula stands at `CronbachAlpha.feldtInterval`.
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` when n < 2 or unknown.
  static func around(
    _ alpha: Double, itemCount: Int, caseCount: Int, level: Double
  ) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    guard caseCount >= 2 else { throw .tooFewValues(count: caseCount, required: 2) }
    let n = Double(caseCount)
    let f = try FDistribution(numerator: n - 1, denominator: (n - 1) * Double(itemCount - 1))
    return try ConfidenceInterval(
      lower: 1 - (1 - alpha) * f.quantileOfComplement(tail),
      upper: 1 - (1 - alpha) * f.quantile(tail), level: level, method: .feldt)
  }
}

extension StandardizedAlpha {
  /// Feldt's interval with standardized alpha in the place of alpha: exact for items of equal
  /// variances, where both alphas are one, and an approximation elsewhere.
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` when n < 2 or unknown.
  ///
  /// Reference: Feldt, Woodruff and Salih (1987), Applied Psychological Measurement 11, 93–103,
  /// doi:10.1177/014662168701100107.
  public func feldtInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    try FeldtInterval.around(alpha, itemCount: itemCount, caseCount: caseCount, level: level)
  }
}
