/// A question with several options to tick.
public struct MultiSelectQuestion: Hashable, Sendable {
  /// The codebook's name for it.
  public let id: String
  /// The wording.
  public let stem: String
  /// What can be ticked, in questionnaire order.
  public let options: [MultiSelectOption]
  /// Waves in which it is asked; nil for all.
  public let askedIn: [String]?
  /// Column names it may have in an export, the id first.
  public let columnNames: [String]
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// A question as the codebook describes it.
  public init(
    id: String, stem: String, options: [MultiSelectOption], askedIn: [String]? = nil,
    columnNames: [String]? = nil, location: SourceLocation
  ) {
    self.id = id
    self.stem = stem
    self.options = options
    self.askedIn = askedIn
    self.columnNames = columnNames ?? [id]
    self.location = location
  }
}

/// One option of a multi-select question.
public struct MultiSelectOption: Hashable, Sendable {
  /// The codebook's name for it.
  public let code: String
  /// The words a respondent sees.
  public let label: String
  /// Other wordings.
  public let aliases: [String]
  /// True for "none of these": nothing else may be ticked with it.
  public let isExclusive: Bool

  /// An option.
  public init(code: String, label: String, aliases: [String] = [], isExclusive: Bool = false) {
    self.code = code
    self.label = label
    self.aliases = aliases
    self.isExclusive = isExclusive
  }
}

/// A question answered in the respondent's own words.
public struct OpenQuestion: Hashable, Sendable {
  /// The codebook's name for it.
  public let id: String
  /// The wording.
  public let stem: String
  /// The domain it belongs to.
  public let domainID: String?
  /// Waves in which it is asked; nil for all.
  public let askedIn: [String]?
  /// Column names it may have in an export, the id first.
  public let columnNames: [String]
  /// Where the codebook describes it.
  public let location: SourceLocation

  /// A question as the codebook describes it.
  public init(
    id: String, stem: String, domainID: String? = nil, askedIn: [String]? = nil,
    columnNames: [String]? = nil, location: SourceLocation
  ) {
    self.id = id
    self.stem = stem
    self.domainID = domainID
    self.askedIn = askedIn
    self.columnNames = columnNames ?? [id]
    self.location = location
  }
}
