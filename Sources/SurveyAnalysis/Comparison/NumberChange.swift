/// A number that two reports have, and what became of it.
package struct NumberChange: Hashable, Sendable {
  /// The number in the old report; without its value where the verdict is `hidden`.
  package let old: PublishedNumber
  /// The number in the new report; without its value where the verdict is `hidden`.
  package let new: PublishedNumber
  /// What became of it.
  package let verdict: Verdict
  /// True where an interval of the difference was looked at, also of two equal numbers.
  package let isJudged: Bool
  /// True where another number says the same, so that it is not counted again: floor and ceiling
  /// are shares of options, and agreement with an item keyed forward is its favourable share.
  package let isRepeat: Bool

  /// Which number it is.
  package var key: NumberKey { new.key }

  /// What became of a number.
  package enum Verdict: Hashable, Sendable {
    /// Both reports show the same value.
    case unchanged
    /// The values differ, and the interval of the difference holds zero.
    case withinNoise(NumberDifference)
    /// The interval of the difference leaves zero out.
    case beyondNoise(NumberDifference)
    /// The values differ; there is no interval that could tell noise.
    case unjudged(difference: Double, Unjudged)
    /// The difference would tell on fewer persons than the larger of the two minimums.
    case hidden(minimum: Int)
    /// One report, or both, do not show the number.
    case notComparable(NotComparable)
  }

  /// Why a difference is not judged.
  package enum Unjudged: Hashable, Sendable {
    /// It is counted, not estimated: who answered has no noise.
    case counted
    /// The same responses are behind both: the difference comes from the study file, the codebook or
    /// the engine.
    case sameResponses
    /// It is not known how many answers are behind both.
    case unknownOverlap
    /// One of the numbers has no interval.
    case noInterval
    /// The intervals have different levels.
    case otherLevels
    /// All answers are alike in both.
    case noSpread
  }

  /// Why two numbers can't be compared.
  package enum NotComparable: Hashable, Sendable {
    /// The old report does not show it.
    case oldNotShown(PublishedNumber.NotShown)
    /// The new report does not show it.
    case newNotShown(PublishedNumber.NotShown)
    /// Neither report shows it.
    case neitherShown
  }

  /// The difference, where it is shown and not zero.
  package var difference: Double? {
    switch verdict {
    case .withinNoise(let found), .beyondNoise(let found): found.value
    case .unjudged(let difference, _): difference
    case .unchanged, .hidden, .notComparable: nil
    }
  }

  /// True where something differs, shown or not.
  package var isDifferent: Bool {
    switch verdict {
    case .unchanged: old.n != new.n || old.personCount != new.personCount
    case .withinNoise, .beyondNoise, .unjudged, .hidden: true
    case .notComparable(.neitherShown): false
    case .notComparable: true
    }
  }
}
