/// How the first value of a statistic of one scale is computed anew in resamples of the rows.
public enum Resampling: Sendable {
  /// From rows of numbers.
  case numbers(
    @Sendable (ItemRows, BootstrapOptions) throws(NumericError) -> BootstrapDistribution)
  /// From rows of coded answers; for each row the group that it is drawn with, or `nil` where each
  /// is drawn by itself.
  case answers(
    @Sendable ([ItemCodes], [Int]?, BootstrapOptions) throws(NumericError) -> BootstrapDistribution)

  /// A statistic of the covariances of the items.
  static func covariances(
    _ statistic: @escaping @Sendable (CovarianceMatrix) throws(NumericError) -> Double
  ) -> Resampling {
    .numbers { rows, options throws(NumericError) in
      try BootstrapDistribution(of: rows, options: options, statistic: statistic)
    }
  }

  /// A statistic of one factor of the covariances of the items.
  static func oneFactor(
    _ statistic: @escaping @Sendable (OneFactorFit, CovarianceMatrix) -> Double
  ) -> Resampling {
    .numbers { rows, options throws(NumericError) in
      try BootstrapDistribution(ofOneFactorOf: rows, options: options, statistic: statistic)
    }
  }

  /// A statistic of the normal variables behind the answers.
  static func ordinal(
    _ statistic: @escaping @Sendable (PairTally) throws(NumericError) -> Double
  ) -> Resampling {
    .answers { items, groups, options throws(NumericError) in
      try BootstrapDistribution(
        ofOrdinalItems: items, groups: groups, options: options, statistic: statistic)
    }
  }
}
