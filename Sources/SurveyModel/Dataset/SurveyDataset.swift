/// All responses of a study, decoded: no name, address or identifier is left in it, unless the reader
/// was told to keep them (`FormResponses.identities`).
public struct SurveyDataset: Hashable, Sendable {
  /// The instrument.
  public let codebook: Codebook
  /// Measurement occasions in order; one unnamed where the study has none.
  public let waves: [Wave]
  /// The responses to each form, in codebook order.
  public let forms: [FormResponses]
  /// What was read and what was left out, source by source.
  public let intake: [SourceIntake]
  /// How many distinct pairs occur on any form.
  public let pairCount: Int

  /// A decoded study.
  public init(
    codebook: Codebook, waves: [Wave], forms: [FormResponses], intake: [SourceIntake],
    pairCount: Int
  ) {
    self.codebook = codebook
    self.waves = waves
    self.forms = forms
    self.intake = intake
    self.pairCount = pairCount
  }

  /// The same responses without who the persons are.
  public var withoutIdentities: SurveyDataset {
    guard forms.contains(where: { $0.identities != nil }) else { return self }
    return SurveyDataset(
      codebook: codebook, waves: waves, forms: forms.map(\.withoutIdentities), intake: intake,
      pairCount: pairCount)
  }

  /// The responses to the form of that id.
  public func responses(to formID: String) -> FormResponses? {
    forms.first { $0.form.id == formID }
  }
}

/// The responses to one form over all waves; every array has one element a row.
public struct FormResponses: Hashable, Sendable {
  /// The form.
  public let form: Form
  /// Position of each row's wave among the dataset's waves.
  public let waves: [UInt8]
  /// The person who answered, numbered from 0 within the role.
  public let persons: [Int32]
  /// How many distinct persons there are.
  public let personCount: Int
  /// True where rows name their respondent, so that persons can repeat.
  public let knowsPersons: Bool
  /// The pair of each row, numbered from 0 over all forms, −1 where unknown; nil without pairs.
  public let pairs: [Int32]?
  /// Answers by item id.
  public let items: [String: CodedColumn]
  /// Answers by multi-select question id.
  public let multiSelects: [String: MultiSelectColumn]
  /// Answers by open question id.
  public let texts: [String: TextColumn]
  /// Descriptive attributes by id: categories.
  public let categories: [String: CategoryColumn]
  /// Descriptive attributes by id: numbers.
  public let numbers: [String: NumberColumn]
  /// Whether each response was finished; empty where nothing is known of any.
  public let completions: [Completion]
  /// Who the persons are; nil unless the reader was told to keep it.
  public let identities: Identities?

  /// The responses to one form.
  public init(
    form: Form, waves: [UInt8], persons: [Int32], personCount: Int, knowsPersons: Bool,
    pairs: [Int32]?, items: [String: CodedColumn], multiSelects: [String: MultiSelectColumn],
    texts: [String: TextColumn], categories: [String: CategoryColumn],
    numbers: [String: NumberColumn], completions: [Completion] = [],
    identities: Identities? = nil
  ) {
    self.form = form
    self.waves = waves
    self.persons = persons
    self.personCount = personCount
    self.knowsPersons = knowsPersons
    self.pairs = pairs
    self.items = items
    self.multiSelects = multiSelects
    self.texts = texts
    self.categories = categories
    self.numbers = numbers
    self.completions = completions
    self.identities = identities
  }

  /// The same responses without who the persons are.
  var withoutIdentities: FormResponses {
    FormResponses(
      form: form, waves: waves, persons: persons, personCount: personCount,
      knowsPersons: knowsPersons, pairs: pairs, items: items, multiSelects: multiSelects,
      texts: texts, categories: categories, numbers: numbers, completions: completions)
  }

  /// Whether a response was finished.
  public func completion(of row: Int) -> Completion {
    completions.isEmpty ? .unknown : completions[row]
  }

  /// How many responses there are.
  public var rowCount: Int { waves.count }

  /// The rows of one wave, in order.
  public func rows(inWave wave: Int) -> [Int32] {
    waves.indices.compactMap { Int(waves[$0]) == wave ? Int32($0) : nil }
  }
}

/// Whether a response was finished, as the export says.
public enum Completion: UInt8, Hashable, Sendable {
  /// Nothing is said of it.
  case unknown
  /// The respondent sent the whole form.
  case finished
  /// The respondent left before the end.
  case unfinished
}

/// What tells who a person is; every column has one element a row.
public struct Identities: Hashable, Sendable {
  /// What names the respondent.
  public let respondents: TextColumn
  /// What names the pair.
  public let pairs: TextColumn
  /// Descriptive attributes that the codebook calls identifying, by id.
  public let attributes: [String: TextColumn]

  /// What tells who the persons of a form are.
  public init(respondents: TextColumn, pairs: TextColumn, attributes: [String: TextColumn]) {
    self.respondents = respondents
    self.pairs = pairs
    self.attributes = attributes
  }
}

/// What was read of one source, and what was left out.
public struct SourceIntake: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The form it holds.
  public let formID: String
  /// The dialect it was read as.
  public let dialect: String
  /// How its bytes became cells.
  public let format: FileFormat
  /// Responses in the file.
  public let recordCount: Int
  /// Responses kept.
  public let keptCount: Int
  /// Responses kept that were not finished; nil where the file says nothing of it.
  public let unfinishedCount: Int?
  /// Responses left out, by reason, in the order they were applied.
  public let leftOut: [LeftOut]

  /// Why responses were left out.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A preview or a test of the survey tool.
    case test
    /// No consent, or none stated where the study asks for it.
    case consent
    /// Another response of the same person, pair and wave is kept.
    case duplicate
    /// A wave the study does not know.
    case wave
  }

  /// A reason with its count.
  public struct LeftOut: Hashable, Sendable {
    /// Why.
    public let reason: Reason
    /// How many.
    public let count: Int

    /// A reason with its count.
    public init(reason: Reason, count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  /// What was read of one source.
  public init(
    file: String, formID: String, dialect: String, format: FileFormat, recordCount: Int,
    keptCount: Int, unfinishedCount: Int? = nil, leftOut: [LeftOut]
  ) {
    self.file = file
    self.formID = formID
    self.dialect = dialect
    self.format = format
    self.recordCount = recordCount
    self.keptCount = keptCount
    self.unfinishedCount = unfinishedCount
    self.leftOut = leftOut
  }
}
