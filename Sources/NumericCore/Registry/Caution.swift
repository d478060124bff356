/// A situation in which a number misleads, and what to report instead.
public struct Caution: Hashable, Sendable {
  /// When the number misleads or can't be computed, in a few words.
  public let situation: String
  /// What to report instead, or beside it.
  public let instead: String

  /// A constant item counts among the k items of this coefficient.
  static let constantItemCounts = Caution(
    "a constant item",
    instead: "the coefficient without it beside: here it counts as one of the k items, while psych "
      + "and SPSS leave it out")
  /// This coefficient has no value where an item is constant.
  static let constantItemUndefined = Caution(
    "a constant item", instead: "nothing: it is undefined; leave the item out")

  /// Takes both.
  public init(_ situation: String, instead: String) {
    self.situation = situation
    self.instead = instead
  }
}

/// What happens to missing answers before a statistic is computed.
public enum MissingRule: String, Hashable, Sendable, CaseIterable {
  /// Missing values of a column are left out and not counted.
  case valuesLeftOut = "values_left_out"
  /// Rows with a missing value in any column are left out and counted as dropped.
  case rowsLeftOut = "rows_left_out"
  /// Complete rows only, or all rows of each pair of items, as the caller chooses.
  case listwiseOrPairwise = "listwise_or_pairwise"
  /// Missing ratings are left out one by one; a unit counts while enough of its ratings are there.
  case ratingsLeftOut = "ratings_left_out"

  init(of shape: StatisticShape) {
    self =
      switch shape {
      case .column, .share, .groups: .valuesLeftOut
      case .items, .answers, .subscales: .listwiseOrPairwise
      case .pair: .rowsLeftOut
      case .raters: .ratingsLeftOut
      }
  }

  /// The rule in one plain sentence.
  public var sentence: String {
    switch self {
    case .valuesLeftOut: "Missing answers are left out; n counts the rest."
    case .rowsLeftOut: "Rows with a missing value are left out, and how many is reported."
    case .listwiseOrPairwise:
      "Complete cases only (listwise), or on request all cases of each pair of items (pairwise)."
    case .ratingsLeftOut:
      "Missing ratings are left out one by one; a unit counts while two of its ratings are left."
    }
  }
}
