/// An instrument as fielded: everything about a questionnaire that the engine may not guess.
public struct Codebook: Hashable, Sendable {
  /// Which questionnaire it is.
  public let instrument: Instrument
  /// Measurement occasions the questionnaire foresees, in order.
  public let waves: [Wave]
  /// Its domains, in order.
  public let domains: [Domain]
  /// Its forms, in order.
  public let forms: [Form]
  /// Questions to look at side by side, in order.
  public let pairItems: [PairItem]
  /// Scales to look at side by side, in order.
  public let pairScales: [PairScale]
  /// What is known of a response besides its answers.
  public let attributes: [Attribute]

  /// A codebook whose references have been checked.
  public init(
    instrument: Instrument, waves: [Wave] = [], domains: [Domain] = [], forms: [Form],
    pairItems: [PairItem] = [], pairScales: [PairScale] = [], attributes: [Attribute] = []
  ) {
    self.instrument = instrument
    self.waves = waves
    self.domains = domains
    self.forms = forms
    self.pairItems = pairItems
    self.pairScales = pairScales
    self.attributes = attributes
  }

  /// The form of that id.
  public func form(_ id: String) -> Form? { forms.first { $0.id == id } }

  /// The domain of that id.
  public func domain(_ id: String) -> Domain? { domains.first { $0.id == id } }

  /// The first attribute with that use.
  public func attribute(for use: Attribute.Use) -> Attribute? {
    attributes.first { $0.use == use }
  }

  /// The attributes a form carries.
  public func attributes(of formID: String) -> [Attribute] {
    attributes.filter { $0.formIDs?.contains(formID) ?? true }
  }
}

/// A questionnaire with its version and standing.
public struct Instrument: Hashable, Sendable {
  /// How far its measurement properties are known.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// No evidence of reliability or validity exists.
    case draft = "draft-unvalidated"
    /// Evidence is published; the citation says where.
    case validated
    /// Nothing is said.
    case unstated
  }

  /// The codebook's name for it.
  public let id: String
  /// Its full title.
  public let title: String
  /// Its version.
  public let version: String
  /// Language of its wording, as BCP 47.
  public let language: String
  /// How far its measurement properties are known.
  public let status: Status
  /// Where it comes from.
  public let citation: String?
  /// What one response is about.
  public let unit: String?

  /// A questionnaire.
  public init(
    id: String, title: String, version: String = "0", language: String = "en",
    status: Status = .unstated, citation: String? = nil, unit: String? = nil
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.language = language
    self.status = status
    self.citation = citation
    self.unit = unit
  }
}

/// One measurement occasion.
public struct Wave: Hashable, Sendable {
  /// The codebook's name for it.
  public let id: String
  /// What it is called in reports.
  public let label: String
  /// What its rows have in common besides time, where a question splits a wave into groups.
  public let group: [GroupValue]

  /// How many there may be: a row names its wave by one byte.
  public static let limit = 256

  /// A wave; its place in a list is its place in time.
  public init(id: String, label: String? = nil, group: [GroupValue] = []) {
    self.id = id
    self.label = label ?? id
    self.group = group
  }

  /// One value that the rows of a group have in common.
  public struct GroupValue: Hashable, Sendable {
    /// The attribute, item or other field.
    public let field: String
    /// Its value, as results show it; nil where it is not known.
    public let value: String?

    /// A field with its value.
    public init(field: String, value: String?) {
      self.field = field
      self.value = value
    }
  }
}

/// A field of content, such as Awareness, that scales and items belong to.
public struct Domain: Hashable, Sendable {
  /// Whether a high score is good news.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// More is better.
    case favourable
    /// More is worse.
    case unfavourable
  }

  /// The codebook's name for it.
  public let id: String
  /// What it is called in reports.
  public let name: String
  /// Whether a high score is good news.
  public let reading: Reading
  /// What it covers.
  public let definition: String?

  /// A domain.
  public init(id: String, name: String, reading: Reading, definition: String? = nil) {
    self.id = id
    self.name = name
    self.reading = reading
    self.definition = definition
  }
}

/// The questionnaire of one role.
public struct Form: Hashable, Sendable {
  /// The codebook's name for it.
  public let id: String
  /// Who fills it in.
  public let role: Role
  /// Its items, in questionnaire order.
  public let items: [Item]
  /// Its scales: those of items first, then those of subscales.
  public let scales: [Scale]
  /// Its questions with several options to tick.
  public let multiSelects: [MultiSelectQuestion]
  /// Its questions in the respondent's own words.
  public let openQuestions: [OpenQuestion]

  /// A form.
  public init(
    id: String, role: Role, items: [Item], scales: [Scale] = [],
    multiSelects: [MultiSelectQuestion] = [], openQuestions: [OpenQuestion] = []
  ) {
    self.id = id
    self.role = role
    self.items = items
    self.scales = scales
    self.multiSelects = multiSelects
    self.openQuestions = openQuestions
  }

  /// The item of that id.
  public func item(_ id: String) -> Item? { items.first { $0.id == id } }

  /// The scale of that id.
  public func scale(_ id: String) -> Scale? { scales.first { $0.id == id } }

  /// The multi-select question of that id.
  public func multiSelect(_ id: String) -> MultiSelectQuestion? {
    multiSelects.first { $0.id == id }
  }
}
