/// What a comparison within a pair can mean.
public enum PairKind: String, Hashable, Sendable, CaseIterable {
  /// Both rate one thing: agreement and a gap make sense.
  case sameTarget = "same_target"
  /// Each rates their own experience: only correspondence makes sense.
  case mirrorExperience = "mirror_experience"
}

/// Two questions of the two forms that may be looked at side by side.
public struct PairItem: Hashable, Sendable {
  /// The codebook's name for it.
  public let id: String
  /// A few words for axes and tables.
  public let label: String
  /// The question of the first form: an item or a multi-select question.
  public let firstID: String
  /// The question of the second form.
  public let secondID: String
  /// What a comparison can mean.
  public let kind: PairKind
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// A link between two questions.
  public init(
    id: String, label: String, firstID: String, secondID: String, kind: PairKind,
    location: SourceLocation
  ) {
    self.id = id
    self.label = label
    self.firstID = firstID
    self.secondID = secondID
    self.kind = kind
    self.location = location
  }
}

/// Items of the two forms that mirror each other and are scored alike.
public struct PairScale: Hashable, Sendable {
  /// The codebook's name for it.
  public let id: String
  /// What it is called in reports.
  public let name: String
  /// The first form's items.
  public let first: [Item]
  /// The second form's items, in the same order.
  public let second: [Item]
  /// What a comparison can mean.
  public let kind: PairKind
  /// How a score is made.
  public let scoring: ScoringRule
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// Two mirrored lists of items.
  public init(
    id: String, name: String, first: [Item], second: [Item], kind: PairKind,
    scoring: ScoringRule = .default, location: SourceLocation
  ) {
    self.id = id
    self.name = name
    self.first = first
    self.second = second
    self.kind = kind
    self.scoring = scoring
    self.location = location
  }
}
