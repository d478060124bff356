package import NumericCore
package import SurveyModel

/// A multi-select question that both forms ask, side by side, in one wave.
package struct PairOptionsResult: Hashable, Sendable {
  /// The codebook's name for the link.
  package let id: String
  /// A few words for headings and tables.
  package let label: String
  /// What a comparison can mean.
  package let kind: PairKind
  /// What can be ticked, in questionnaire order.
  package let options: [MultiSelectOption]
  /// Position of the wave.
  package let wave: Int
  /// Who is behind it: pairs in which both sides ticked something.
  package let base: PairBase
  /// Pairs in which one side or both ticked nothing; they are excluded.
  package let excludedCount: Int
  /// What may be shown.
  package var content: Disclosed<PairOptionsDetail>
}

extension PairOptionsResult {
  /// How many pairs are behind it, where that may be said: with it the shares of a small group would be
  /// counts.
  package var toldPairCount: Int? { content.detail == nil ? nil : base.pairCount }
}

/// How often each side of the linked pairs ticked each option.
package struct PairOptionsDetail: Hashable, Sendable {
  /// One for each option, in questionnaire order; the total is the number of pairs.
  package let options: [PairOption]
}

/// One option as both sides of the linked pairs ticked it.
package struct PairOption: Hashable, Sendable {
  /// The first form's ticks.
  package let first: Proportion
  /// The second form's ticks.
  package let second: Proportion
  /// Pairs in which both ticked it.
  package let both: Proportion
}

extension PairOptionsDetail: Coarsenable {
  /// Blurred shares of both sides, one pair of them an option.
  package struct Coarse: Hashable, Sendable {
    /// The first form's shares.
    package let first: [BandShare]
    /// The second form's shares.
    package let second: [BandShare]
  }

  package var coarse: Coarse? {
    Coarse(
      first: options.map { BandShare($0.first.rate) },
      second: options.map { BandShare($0.second.rate) })
  }
}
