package import NumericCore
package import SurveyModel

/// Two questions or scales of the two forms, side by side, in one wave.
package struct PairResult: Hashable, Sendable {
  /// The codebook's name for the link.
  package let id: String
  /// A few words for axes and tables.
  package let label: String
  /// What a comparison can mean.
  package let kind: PairKind
  /// The two questions or lists of items.
  package let first: [Item]
  /// The second form's.
  package let second: [Item]
  /// True for a pair scale.
  package let isScale: Bool
  /// Position of the wave.
  package let wave: Int
  /// Who is behind it.
  package let base: PairBase
  /// What may be shown.
  package var content: Disclosed<PairDetail>

  /// Whether pairs are counted that are at most one point apart: with two options every pair is.
  package var tellsWithinOne: Bool { Self.tellsWithinOne(first + second) }

  static func tellsWithinOne(_ items: [Item]) -> Bool {
    items.contains { $0.responseScale.codes.count > 2 }
  }
}

/// How many pairs and persons stand behind a pair result.
package struct PairBase: Hashable, Sendable {
  /// Pairs in which both sides answered.
  package let pairCount: Int
  /// Distinct persons of the first form.
  package let firstPersonCount: Int
  /// Distinct persons of the second form.
  package let secondPersonCount: Int
  /// Share of the pairs of the person with most of them, 0–1.
  package let largestShare: Double

  /// Who is behind some pairs.
  ///
  /// - Parameters:
  ///   - firsts: the first form's person of each pair.
  ///   - seconds: the second form's person of each pair.
  init(firsts: [Int32], seconds: [Int32]) {
    func counts(_ persons: [Int32]) -> [Int32: Int] {
      persons.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let (left, right) = (counts(firsts), counts(seconds))
    pairCount = firsts.count
    firstPersonCount = left.count
    secondPersonCount = right.count
    let largest = max(left.values.max() ?? 0, right.values.max() ?? 0)
    largestShare = firsts.isEmpty ? 0 : Double(largest) / Double(firsts.count)
  }

  /// True where some person has several pairs, so that an ordinary interval would be too narrow.
  package var repeatsPersons: Bool { min(firstPersonCount, secondPersonCount) < pairCount }
}

/// Both sides of the linked pairs.
package struct PairDetail: Hashable, Sendable {
  /// The first form's answers, raw codes or scores, of the linked pairs.
  package let first: Description
  /// The second form's.
  package let second: Description
  /// Mean of first − second within pairs; nil where each rates their own experience.
  package let gap: Double?
  /// Interval of the gap; nil where there is no gap.
  package let gapInterval: IntervalOutcome?
  /// What intervals of the gap of other levels are made of; nil where there is no gap.
  package let gapSpread: MeanSpread?
  /// Intervals of the two means.
  package let firstInterval: IntervalOutcome
  /// Intervals of the two means.
  package let secondInterval: IntervalOutcome
  /// Share of pairs with the same answer, 0–1; nil for scales and own experiences.
  package let exactAgreementRate: Double?
  /// Share of pairs at most one point apart, 0–1; nil for scales, own experiences and two options.
  package let withinOneRate: Double?
  /// Lowest and highest possible answer or score.
  package let limits: ClosedRange<Double>?
}

extension PairDetail: Coarsenable {
  /// Both means to one decimal.
  package struct Coarse: Hashable, Sendable {
    /// The first form's mean to one decimal; nil at the end of the scale.
    package let first: Double?
    /// The second form's mean to one decimal; nil at the end of the scale.
    package let second: Double?
  }

  package var coarse: Coarse? {
    Coarse(
      first: coarseMean(first.mean, within: limits),
      second: coarseMean(second.mean, within: limits))
  }
}
