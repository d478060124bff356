/// Items, or subscales, scored together to measure one construct.
public struct Scale: Hashable, Sendable {
  /// What it is made of.
  public enum Content: Hashable, Sendable {
    /// Items of one form.
    case items([Item])
    /// Scales, by id; the score is the mean or sum of theirs.
    case subscales([String])
  }

  /// How its items hang together.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The items are signs of one construct.
    case reflective
    /// Independent points, summed for convenience: internal consistency says little.
    case checklist
  }

  /// The codebook's name for it.
  public let id: String
  /// What it is called in reports.
  public let name: String
  /// The form it belongs to.
  public let formID: String
  /// The domain it belongs to; nil where it belongs to none.
  public let domainID: String?
  /// What it is made of.
  public let content: Content
  /// How its items hang together.
  public let kind: Kind
  /// How a score is made.
  public let scoring: ScoringRule
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// A scale as the codebook describes it.
  public init(
    id: String, name: String, formID: String, domainID: String? = nil, content: Content,
    kind: Kind = .reflective, scoring: ScoringRule = .default, location: SourceLocation
  ) {
    self.id = id
    self.name = name
    self.formID = formID
    self.domainID = domainID
    self.content = content
    self.kind = kind
    self.scoring = scoring
    self.location = location
  }

  /// Its items; empty where it is made of subscales.
  public var items: [Item] { if case .items(let items) = content { items } else { [] } }

  /// Its subscales' ids; empty where it is made of items.
  public var subscaleIDs: [String] { if case .subscales(let ids) = content { ids } else { [] } }

  /// True where its score is the score of its one subscale, by whatever rule.
  public var repeatsItsOnlySubscale: Bool {
    subscaleIDs.count == 1 && scoring.requiredCount(administered: 1) == 1
  }

  /// True where some of its items are answered once per person and others once per response.
  public var mixesLevels: Bool { Set(items.map(\.level)).count > 1 }
}

/// How a score is made of answers, and how many must be there.
public struct ScoringRule: Hashable, Sendable {
  /// What is done with the answered items.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Their mean.
    case mean
    /// Their sum; with items missing, their mean times the number administered.
    case sum
  }

  /// How many answers a score needs.
  public enum Minimum: Hashable, Sendable {
    /// At least half of the items administered, and at least one.
    case half
    /// All of them.
    case all
    /// This many.
    case count(Int)
  }

  /// What is done with the answered items.
  public let method: Method
  /// How many answers it needs.
  public let minimumAnswered: Minimum

  /// A rule.
  public init(method: Method, minimumAnswered: Minimum) {
    self.method = method
    self.minimumAnswered = minimumAnswered
  }

  /// Mean of the answered items when at least half of those administered are answered.
  public static let `default` = ScoringRule(method: .mean, minimumAnswered: .half)

  /// How many of `administered` items must be answered; never under one.
  public func requiredCount(administered: Int) -> Int {
    switch minimumAnswered {
    case .half: max(1, (administered + 1) / 2)
    case .all: max(1, administered)
    case .count(let count): max(1, count)
    }
  }
}
