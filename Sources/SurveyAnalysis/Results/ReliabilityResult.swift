package import SurveyModel

/// The internal consistency of one scale in one wave.
package struct ReliabilityResult: Hashable, Sendable {
  /// The scale.
  package let scale: Scale
  /// Position of the wave.
  package let wave: Int
  /// Who is behind the covariances.
  package let base: Base
  /// Who is behind the weakest of them: under pairwise deletion each has its own rows; else `base`.
  package let weakestBase: Base
  /// What may be shown.
  package var content: Disclosed<ReliabilityDetail>
}

/// Everything about the internal consistency of one scale.
package struct ReliabilityDetail: Hashable, Sendable {
  /// Headline coefficient: alpha, or Spearman–Brown for two items.
  package let headline: Estimate
  /// Further coefficients of the scale: standardized alpha, average correlation, SEM.
  package let others: [Estimate]
  /// One row for each item, in the scale's order; empty for two items.
  package let items: [ItemConsistency]
  /// Statistics that were asked for by name.
  package let asked: [AskedCoefficient]
}

extension ReliabilityDetail: Coarsenable {
  /// A coefficient of a small group says little and may give answers away.
  package var coarse: Never? { nil }
}

/// How one item goes with the rest of its scale.
package struct ItemConsistency: Hashable, Sendable {
  /// The item.
  package let item: Item
  /// Correlation with the sum of the other items, keyed.
  package let itemRestCorrelation: Double?
  /// Alpha of the remaining items.
  package let alphaIfItemDropped: Double?
}

/// A number with everything needed to say what it is.
package struct Estimate: Hashable, Sendable {
  /// The number, unrounded.
  package let value: Double
  /// Its interval or why there is none; nil where none is defined for it.
  package let interval: IntervalOutcome?
  /// An interval from resamples of the rows, where what `interval` assumes does not hold.
  package let resampled: IntervalOutcome?
  /// What it is made of.
  package let passport: Passport

  /// A number with its passport.
  package init(
    value: Double, interval: IntervalOutcome?, resampled: IntervalOutcome? = nil,
    passport: Passport
  ) {
    self.value = value
    self.interval = interval
    self.resampled = resampled
    self.passport = passport
  }
}
