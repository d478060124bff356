/// The rule by which rows with missing answers are used.
public enum MissingDataPolicy: String, Hashable, Sendable, CaseIterable {
  /// Only rows in which every item has an answer.
  case listwise
  /// For each pair of items, the rows in which both have an answer.
  case pairwise
}
