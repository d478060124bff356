extension BootstrapDistribution {
  /// The fewest independent cases that `interval` needs.
  public static let smallestCaseCount = 20

  /// The quantiles of the replicates.
  ///
  ///     from the (1 − level) / 2 to the (1 + level) / 2 quantile, type 7
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  ///
  /// Reference: Efron and Tibshirani (1993), chapter 13. Checked against R 4.2.2, `quantile`.
  public func percentileInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    return try ConfidenceInterval(
      lower: quantile(tail), upper: quantile(1 - tail), level: level,
      method: .bootstrapPercentile)
  }

  /// The quantiles of the replicates at places corrected for bias and acceleration.
  ///
  ///     place of p = Φ(b + (b + z) / (1 − a (b + z))),  z the normal quantile of p
  ///
  /// `b` is the normal quantile of the share of replicates below the estimate (half of those equal to
  /// it counted), `a` the acceleration.
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1; `biasedResamples` when all
  ///   replicates lie on one side of the estimate; `constantValues` when there is no acceleration.
  ///
  /// Reference: Efron (1987), Journal of the American Statistical Association 82, 171–185,
  /// doi:10.1080/01621459.1987.10478410. Checked against R 4.2.2, `boot` 1.3-28.1.
  public func bcaInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    guard let acceleration else { throw .constantValues(item: nil) }
    let below = replicates.reduce(0.0) { $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0) }
    guard below > 0, below < Double(replicates.count) else { throw .biasedResamples }
    let bias = try Normal.standard.quantile(below / Double(replicates.count))
    func place(_ p: Double) throws(NumericError) -> Double {
      let shifted = bias + (try Normal.standard.quantile(p))
      let curved = 1 - acceleration * shifted
      guard curved > 0 else { throw .biasedResamples }
      return try Normal.standard.cumulative(bias + shifted / curved)
    }
    return try ConfidenceInterval(
      lower: quantile(place(tail)), upper: quantile(place(1 - tail)), level: level,
      method: .bootstrapBCa)
  }

  /// The estimate plus and minus normal quantiles of the standard error of the replicates.
  ///
  ///     estimate ± z · standard error
  ///
  /// - Throws: `probabilityOutOfRange` when `level` is not between 0 and 1.
  ///
  /// Reference: Efron and Tibshirani (1993), chapter 12. Checked against the formula in R 4.2.2.
  public func normalInterval(level: Double) throws(NumericError) -> ConfidenceInterval {
    let tail = (1 - (try ConfidenceInterval.validated(level))) / 2
    let step = try Normal.standard.quantileOfComplement(tail) * standardError
    return try ConfidenceInterval(
      lower: estimate - step, upper: estimate + step, level: level, method: .bootstrapNormal)
  }

  /// The interval that suits the number of cases; its method says which one it is.
  ///
  ///     below 100 cases normal, from 100 percentile, from 150 BCa
  ///
  /// How often each covers what it should stands in docs/reference/coverage.md.
  ///
  /// - Throws: `probabilityOutOfRange`; `tooFewValues` below 20 cases, for which that was not measured;
  ///   `biasedResamples` where the interval would not contain the estimate, and as the BCa interval;
  ///   `constantValues` as that.
  ///
  /// Reference: Padilla and Divers (2013), Educational and Psychological Measurement 73, 956–972,
  /// doi:10.1177/0013164413492765.
  public func interval(level: Double) throws(NumericError) -> ConfidenceInterval {
    switch caseCount {
    case ..<Self.smallestCaseCount:
      throw .tooFewValues(count: caseCount, required: Self.smallestCaseCount)
    case ..<100: return try normalInterval(level: level)
    case ..<150: return try around(percentileInterval(level: level))
    default: return try around(bcaInterval(level: level))
    }
  }

  /// An interval that contains the estimate.
  private func around(_ interval: ConfidenceInterval) throws(NumericError) -> ConfidenceInterval {
    // Sums of resamples have other rounding errors than the estimate.
    let rounding = 1e-9 * max(1, abs(estimate))
    guard interval.lower <= estimate + rounding, estimate <= interval.upper + rounding else {
      throw .biasedResamples
    }
    return interval
  }

  /// The quantile, type 7, of the sorted replicates.
  private func quantile(_ p: Double) -> Double {
    let place = Double(replicates.count - 1) * p
    let whole = min(max(Int(place), 0), replicates.count - 1)
    let next = min(whole + 1, replicates.count - 1)
    return replicates[whole] + (place - Double(whole)) * (replicates[next] - replicates[whole])
  }
}
