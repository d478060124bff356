package import SurveyModel

/// An export as its dialect understands it: the responses, and what the header says of each column.
package struct ExportTable: Sendable {
  /// The responses, one for each row. Header records and left-out rows are not in it.
  package let table: RawTable
  /// What the header says, one for each of `table.columns`, in the same order.
  package let facts: [ColumnFacts]
  /// The name of the dialect.
  package let dialect: String
  /// How many records at the top of the file were header.
  package let headerRecordCount: Int
  /// The rows that are no responses, counted by kind, in the order of `DroppedRows.Kind`.
  package let droppedRows: [DroppedRows]
  /// The token that this tool writes for "shown, not answered", if it has one. A codebook may name
  /// another.
  package let seenUnansweredToken: String?
  /// What is to be said of the file as a whole.
  package let findings: [Finding]
  /// The first records as they stand in the file; empty where nobody keeps them.
  package private(set) var firstRecords: [[String]] = []

  package init(
    table: RawTable, facts: [ColumnFacts], dialect: String, headerRecordCount: Int,
    droppedRows: [DroppedRows] = [], seenUnansweredToken: String? = nil, findings: [Finding] = []
  ) {
    precondition(facts.count == table.columns.count, "facts without a column")
    self.table = table
    self.facts = facts
    self.dialect = dialect
    self.headerRecordCount = headerRecordCount
    self.droppedRows = droppedRows
    self.seenUnansweredToken = seenUnansweredToken
    self.findings = findings
  }

  /// The same export with other rows and more findings.
  func with(_ table: RawTable, findings more: [Finding]) -> ExportTable {
    var other = ExportTable(
      table: table, facts: facts, dialect: dialect, headerRecordCount: headerRecordCount,
      droppedRows: droppedRows, seenUnansweredToken: seenUnansweredToken,
      findings: findings + more)
    other.firstRecords = firstRecords
    return other
  }

  /// The same export with the first records of its file.
  func keeping(_ preview: HeaderPreview) -> ExportTable {
    var other = self
    other.firstRecords = preview.records
    return other
  }

  /// The columns that tell who answered. Nothing in them may be printed.
  package var identifyingColumns: [ColumnFacts] { facts.filter(\.isIdentifying) }
}

/// What an export's header says of one column.
package struct ColumnFacts: Hashable, Sendable {
  /// The 0-based place in the record.
  package let index: Int
  /// The name in the first header record.
  package let name: String
  /// The wording, without HTML tags; `nil` where the export has none.
  package let label: String?
  /// The tool's own identifier of the column.
  package let importID: String?
  /// The part of the wording that sets this column apart from its question's other columns: the
  /// statement of a matrix, the option of a multi-select question.
  package let rowLabel: String?
  /// What the tool records by itself in this column; `nil` for answers.
  package let metadata: MetadataKind?

  package init(
    index: Int, name: String, label: String? = nil, importID: String? = nil,
    rowLabel: String? = nil, metadata: MetadataKind? = nil
  ) {
    self.index = index
    self.name = name
    self.label = label
    self.importID = importID
    self.rowLabel = rowLabel
    self.metadata = metadata
  }

  /// Whether the column tells who answered: its cells are never printed.
  package var isIdentifying: Bool { metadata?.isIdentifying ?? false }
}

/// What survey tools record by themselves.
package enum MetadataKind: String, CaseIterable, Hashable, Sendable {
  case startDate, endDate, recordedDate
  case status, progress, duration, finished
  case responseID, responseSet, externalReference
  case ipAddress, name, lastName, firstName, email, latitude, longitude, locationAccuracy
  case distributionChannel, userLanguage

  /// Whether the column tells who answered. A response ID names a record, not a person.
  package var isIdentifying: Bool {
    switch self {
    case .ipAddress, .name, .lastName, .firstName, .email, .latitude, .longitude,
      .locationAccuracy, .externalReference:
      true
    default: false
    }
  }
}

/// Rows that the tool marks as no response of a respondent.
package struct DroppedRows: Hashable, Sendable {
  /// Why a row is left out.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The survey's author tried it out.
    case preview
    /// The tool made the answers up.
    case test
    /// The tool took the respondent for a robot.
    case spam
  }

  package let kind: Kind
  package let count: Int

  package init(kind: Kind, count: Int) {
    self.kind = kind
    self.count = count
  }
}
