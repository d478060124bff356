/// One evaluation: which files, which codebook, and how its results may be shown.
public struct Study: Hashable, Sendable {
  /// Its title, on top of the report.
  public let title: String
  /// A line below the title, such as the program or the period.
  public let subtitle: String?
  /// A sentence that must stand in every report, such as that the people are invented.
  public let notice: String?
  /// The codebook, relative to the study file.
  public let codebook: String
  /// Measurement occasions in order, where they differ from the codebook's.
  public let waves: [Wave]
  /// The survey exports.
  public let sources: [StudySource]
  /// How many persons of each role were invited, by role id.
  public let invited: [String: Int]
  /// Where the study names each of those roles.
  public let invitedLocations: [String: SourceLocation]
  /// What may be shown of small groups.
  public let disclosure: DisclosureRule
  /// Who sees the answers to questions.
  public let access: Access
  /// What the report is made of.
  public let report: ReportOptions
  /// How it is reported without somebody who asks for it.
  public let operation: OperationOptions
  /// The study file as the user named it.
  public let file: String

  /// A study.
  public init(
    title: String, subtitle: String? = nil, notice: String? = nil, codebook: String,
    waves: [Wave] = [], sources: [StudySource], invited: [String: Int] = [:],
    invitedLocations: [String: SourceLocation] = [:], disclosure: DisclosureRule = .default,
    access: Access = .shared, report: ReportOptions = .default,
    operation: OperationOptions = .default, file: String
  ) {
    self.title = title
    self.subtitle = subtitle
    self.notice = notice
    self.codebook = codebook
    self.waves = waves
    self.sources = sources
    self.invited = invited
    self.invitedLocations = invitedLocations
    self.disclosure = disclosure
    self.access = access
    self.report = report
    self.operation = operation
    self.file = file
  }

  /// Who sees the answers to questions about a study.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    /// Others, too: nothing may be asked that tells on few persons.
    case shared
    /// Those who may see every response.
    case `private`
  }
}

extension Study {
  /// The same study with other report options.
  public func with(report: ReportOptions) -> Study {
    Study(
      title: title, subtitle: subtitle, notice: notice, codebook: codebook, waves: waves,
      sources: sources, invited: invited, invitedLocations: invitedLocations,
      disclosure: disclosure, access: access, report: report, operation: operation, file: file)
  }
}

/// One survey export of a study.
public struct StudySource: Hashable, Sendable {
  /// Path or glob, relative to the study file.
  public let path: String
  /// The form its rows are answers to.
  public let formID: String
  /// The wave all of its rows belong to; nil where a column says it.
  public let waveID: String?
  /// The export dialect; nil to detect it.
  public let dialect: String?
  /// The delimiter; nil to detect it.
  public let delimiter: Character?
  /// The encoding; nil to detect it.
  public let encoding: TextEncoding?
  /// How dates are written where the year does not come first; nil where the codebook or the
  /// column says it.
  public let dateOrder: DateOrder?
  /// Column names by item, question or attribute id, where they differ from the codebook's.
  public let columns: [String: String]
  /// Where the study file names it.
  public let location: SourceLocation

  /// One export.
  public init(
    path: String, formID: String, waveID: String? = nil, dialect: String? = nil,
    delimiter: Character? = nil, encoding: TextEncoding? = nil, dateOrder: DateOrder? = nil,
    columns: [String: String] = [:],
    location: SourceLocation
  ) {
    self.path = path
    self.formID = formID
    self.waveID = waveID
    self.dialect = dialect
    self.delimiter = delimiter
    self.encoding = encoding
    self.dateOrder = dateOrder
    self.columns = columns
    self.location = location
  }
}

/// What may be shown of small groups.
public struct DisclosureRule: Hashable, Sendable {
  /// Distinct persons, of either side of the pair, under which nothing is shown.
  public let minimum: Int
  /// Distinct persons from which everything is shown; below it only bands and a rounded mean.
  public let fullFrom: Int
  /// The largest share of a group's rows that one mentor may supply, 0–1.
  public let largestShare: Double

  /// Limits on small groups.
  public init(minimum: Int, fullFrom: Int, largestShare: Double) {
    self.minimum = minimum
    self.fullFrom = fullFrom
    self.largestShare = largestShare
  }

  /// Five persons to show anything, twenty to show everything, half of the rows at most.
  public static let `default` = DisclosureRule(minimum: 5, fullFrom: 20, largestShare: 0.5)
}

/// What a report is made of.
public struct ReportOptions: Hashable, Sendable {
  /// Section names in order; nil for all in their usual order.
  public let sections: [String]?
  /// Confidence level of every interval, 0–1.
  public let confidenceLevel: Double
  /// How cases with missing answers enter a reliability coefficient: `listwise` or `pairwise`.
  public let missing: String

  /// Options of a report.
  public init(
    sections: [String]? = nil,
    confidenceLevel: Double = 0.95, missing: String
  ) {
    self.sections = sections
    self.confidenceLevel = confidenceLevel
    self.missing = missing
  }

  /// All sections, 95 % intervals, complete cases.
  public static let `default` = ReportOptions(missing: "listwise")
}
