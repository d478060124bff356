/// Something known of a response that is not an answer to the questionnaire.
public struct Attribute: Hashable, Sendable {
  /// How its cells are read.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Any text; only whether two are equal matters.
    case identifier
    /// One of a list, or of whatever occurs.
    case category
    /// A number.
    case number
    /// A date, with or without a time.
    case date
  }

  /// What the engine does with it.
  public enum Use: String, Hashable, Sendable, CaseIterable {
    /// Names the person who answers.
    case respondent
    /// Links the two forms of one mentorship.
    case pair
    /// Says which wave a row belongs to.
    case wave
    /// Says whether the person agreed to the use of their answers.
    case consent
    /// When the response was submitted.
    case submitted
    /// Whether the response was completed.
    case finished
    /// Describes the respondent or the mentorship.
    case describe
  }

  /// The codebook's name for it.
  public let id: String
  /// What it is called in reports.
  public let label: String
  /// How its cells are read.
  public let kind: Kind
  /// What the engine does with it.
  public let use: Use
  /// True when it may never be shown.
  public let isIdentifying: Bool
  /// True when groups made by it may single a person out.
  public let isQuasiIdentifying: Bool
  /// Values it may have; nil where any may occur.
  public let options: [String]?
  /// Values that grant, for a consent; that mean yes, for `finished`.
  public let grantedBy: [String]
  /// Lowest plausible number.
  public let minimum: Double?
  /// Highest plausible number.
  public let maximum: Double?
  /// How its dates are written where the year does not come first; nil to find out.
  public let dateOrder: DateOrder?
  /// Forms that carry it; nil for all.
  public let formIDs: [String]?
  /// True when a file without it can't be used.
  public let isRequired: Bool
  /// Column names it may have in an export, the id first.
  public let columnNames: [String]
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// Words that mean yes where the codebook names none.
  public static let usualGrants = ["yes", "true", "1"]

  /// An attribute as the codebook describes it.
  public init(
    id: String, label: String? = nil, kind: Kind, use: Use = .describe,
    isIdentifying: Bool = false, isQuasiIdentifying: Bool = false, options: [String]? = nil,
    grantedBy: [String] = [], minimum: Double? = nil, maximum: Double? = nil,
    dateOrder: DateOrder? = nil, formIDs: [String]? = nil, isRequired: Bool = false,
    columnNames: [String]? = nil,
    location: SourceLocation
  ) {
    self.id = id
    self.label = label ?? id
    self.kind = kind
    self.use = use
    self.isIdentifying = isIdentifying
    self.isQuasiIdentifying = isQuasiIdentifying
    self.options = options
    self.grantedBy = grantedBy
    self.minimum = minimum
    self.maximum = maximum
    self.dateOrder = dateOrder
    self.formIDs = formIDs
    self.isRequired = isRequired
    self.columnNames = columnNames ?? [id]
    self.location = location
  }
}
