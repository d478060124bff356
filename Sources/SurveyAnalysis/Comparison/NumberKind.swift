/// What a published number says of its subject, by a name that stays the same from report to report.
///
/// A coefficient of a scale has the id of its statistic, such as `cronbach_alpha`; the others are
/// listed here.
package struct NumberKind: RawRepresentable, Hashable, Sendable {
  /// The name, as `numbers.json` has it.
  package let rawValue: String

  /// The kind of that name.
  package init(rawValue: String) { self.rawValue = rawValue }
}

extension NumberKind {
  // MARK: Who answered

  /// Responses to a form in a wave.
  package static let responses = NumberKind(rawValue: "responses")
  /// Persons who gave them.
  package static let persons = NumberKind(rawValue: "persons")
  /// Persons who answered a form in any wave.
  package static let respondents = NumberKind(rawValue: "respondents")
  /// Persons who were invited.
  package static let invited = NumberKind(rawValue: "invited")
  /// Respondents among the invited, 0–1.
  package static let responseRate = NumberKind(rawValue: "response_rate")
  /// Pairs in which both sides answered.
  package static let linkedPairs = NumberKind(rawValue: "linked_pairs")
  /// Answers that are missing for one reason, among those asked for, 0–1.
  package static let missingShare = NumberKind(rawValue: "missing_share")

  // MARK: Items, scales and questions

  /// Mean of an item's codes or a scale's scores.
  package static let mean = NumberKind(rawValue: "mean")
  /// Standard deviation of the same.
  package static let standardDeviation = NumberKind(rawValue: "standard_deviation")
  /// Share of good answers, by keying and by how the domain reads.
  package static let favourable = NumberKind(rawValue: "favourable")
  /// Share of the highest options as answered.
  package static let agree = NumberKind(rawValue: "agree")
  /// Share of the lowest option.
  package static let floor = NumberKind(rawValue: "floor")
  /// Share of the highest option.
  package static let ceiling = NumberKind(rawValue: "ceiling")
  /// Share of one option.
  package static let optionShare = NumberKind(rawValue: "option_share")
  /// Responses with a text, of an open question.
  package static let written = NumberKind(rawValue: "written")

  // MARK: One item within its scale

  /// Correlation of an item with the rest of its scale.
  package static let itemRestCorrelation = NumberKind(rawValue: "item_rest_correlation")
  /// Alpha of a scale without an item.
  package static let alphaIfItemDropped = NumberKind(rawValue: "alpha_if_item_dropped")

  // MARK: Pairs

  /// Mean of first − second side within pairs.
  package static let gap = NumberKind(rawValue: "gap")
  /// Mean of the first side of the pairs.
  package static let firstMean = NumberKind(rawValue: "first_mean")
  /// Mean of the second side of the pairs.
  package static let secondMean = NumberKind(rawValue: "second_mean")
  /// Share of pairs with the same answer.
  package static let exactAgreement = NumberKind(rawValue: "exact_agreement")
  /// Share of pairs at most one point apart.
  package static let withinOne = NumberKind(rawValue: "within_one")
  /// Share of first sides that ticked an option.
  package static let firstShare = NumberKind(rawValue: "first_share")
  /// Share of second sides that ticked an option.
  package static let secondShare = NumberKind(rawValue: "second_share")
  /// Share of pairs in which both ticked an option.
  package static let bothShare = NumberKind(rawValue: "both_share")
}

extension NumberKind {
  /// Every kind but the coefficients of scales.
  package static let named: [NumberKind] = [
    .responses, .persons, .respondents, .invited, .responseRate, .linkedPairs, .missingShare, .mean,
    .standardDeviation, .favourable, .agree, .floor, .ceiling, .optionShare, .written,
    .itemRestCorrelation, .alphaIfItemDropped, .gap, .firstMean, .secondMean, .exactAgreement,
    .withinOne, .firstShare, .secondShare, .bothShare,
  ]
}

extension NumberKind {
  /// How a number is read.
  package enum Measure: Hashable, Sendable {
    /// A whole number of persons, responses or pairs.
    case count
    /// A share, 0–1.
    case share
    /// A number in points of the answers or scores.
    case points
    /// A coefficient without a unit.
    case coefficient
  }

  /// How numbers of this kind are read.
  package var measure: Measure {
    switch self {
    case .responses, .persons, .respondents, .invited, .linkedPairs, .written: .count
    case .responseRate, .missingShare, .favourable, .agree, .floor, .ceiling, .optionShare,
      .exactAgreement, .withinOne, .firstShare, .secondShare, .bothShare:
      .share
    case .mean, .standardDeviation, .gap, .firstMean, .secondMean: .points
    default: .coefficient
    }
  }

  /// True for who answered, which every report says of groups of any size, and which has no noise:
  /// it is counted and not estimated.
  package var isTurnout: Bool {
    switch self {
    case .responses, .persons, .respondents, .invited, .responseRate, .linkedPairs: true
    default: false
    }
  }

  /// True for numbers of pairs, which need more of them than other numbers need persons.
  package var isOfPairs: Bool {
    switch self {
    case .gap, .firstMean, .secondMean, .exactAgreement, .withinOne, .firstShare, .secondShare,
      .bothShare:
      true
    default: false
    }
  }
}
