/// One question or statement that gets one answer.
public struct Item: Hashable, Sendable {
  /// What the answer is about.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// This one mentorship.
    case relationship
    /// The respondent as a person: rows of one person repeat the same answer.
    case person
  }

  /// The codebook's name, such as `MA1`; unique over all forms.
  public let id: String
  /// The wording.
  public let stem: String
  /// A few words for axes and tables; the stem where the codebook has none.
  public let shortLabel: String
  /// The options offered.
  public let responseScale: ResponseScale
  /// Whether agreement means more or less of what the item's scale measures.
  public let keying: Keying
  /// What the answer is about.
  public let level: Level
  /// The aspect it was written for.
  public let facet: String?
  /// The domain it is reported under; nil where it belongs to none.
  public let domainID: String?
  /// Waves in which it is asked; nil for all.
  public let askedIn: [String]?
  /// Who is asked; nil for everyone.
  public let condition: AskCondition?
  /// Column names it may have in an export, the id first.
  public let columnNames: [String]
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// An item as the codebook describes it.
  public init(
    id: String, stem: String, shortLabel: String? = nil, responseScale: ResponseScale,
    keying: Keying = .forward, level: Level = .relationship, facet: String? = nil,
    domainID: String? = nil, askedIn: [String]? = nil, condition: AskCondition? = nil,
    columnNames: [String]? = nil, location: SourceLocation
  ) {
    self.id = id
    self.stem = stem
    self.shortLabel = shortLabel ?? stem
    self.responseScale = responseScale
    self.keying = keying
    self.level = level
    self.facet = facet
    self.domainID = domainID
    self.askedIn = askedIn
    self.condition = condition
    self.columnNames = columnNames ?? [id]
    self.location = location
  }

  /// True when agreement means less of what the scale measures.
  public var isReverseKeyed: Bool { keying == .reverse }
}

/// The direction of an item within its scale.
public enum Keying: String, Hashable, Sendable, CaseIterable {
  /// A high code is a high score.
  case forward
  /// A high code is a low score: score = lowest + highest − code.
  case reverse
}

/// Who is asked a question: respondents whose attribute is, or is not, one of the values.
public struct AskCondition: Hashable, Sendable {
  /// The attribute that decides.
  public let attributeID: String
  /// The values it is compared with.
  public let values: [String]
  /// True: asked where the attribute is one of the values; false: where it is none of them.
  public let isAskedWhenEqual: Bool

  /// A condition on one attribute.
  public init(attributeID: String, values: [String], isAskedWhenEqual: Bool) {
    self.attributeID = attributeID
    self.values = values
    self.isAskedWhenEqual = isAskedWhenEqual
  }
}
