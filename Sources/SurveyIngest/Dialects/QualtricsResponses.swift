/// The rows of a Qualtrics export, current or legacy, that are responses of a respondent.
struct QualtricsResponses {
  /// What "recode seen but unanswered questions" writes unless the user of Qualtrics chose another.
  static let seenUnansweredToken = "-99"

  private let table: RawTable
  private let facts: [ColumnFacts]
  private let dropped: [DroppedRows]

  /// Leaves out previews, tests and spam, and counts them.
  init(of all: RawTable, facts: [ColumnFacts]) {
    self.facts = facts
    guard let place = facts.firstIndex(where: { $0.metadata == .status }) else {
      table = all
      dropped = []
      return
    }
    let status = all.columns[place]
    var counts: [DroppedRows.Kind: Int] = [:]
    var kept: [Int] = []
    for row in 0..<all.rowCount {
      if let kind = status.text(row).flatMap({ QualtricsMetadata.droppedKind(status: $0) }) {
        counts[kind, default: 0] += 1
      } else {
        kept.append(row)
      }
    }
    dropped = DroppedRows.Kind.allCases.compactMap { kind in
      counts[kind].map { DroppedRows(kind: kind, count: $0) }
    }
    table = dropped.isEmpty ? all : all.keeping(rows: kept)
  }

  /// The export that these rows make.
  ///
  /// - Throws: `IngestError.onlyTestRecords` where no row is a response.
  func export(dialect: String, headerRecordCount: Int) throws -> ExportTable {
    guard table.rowCount > 0 else {
      throw IngestError.onlyTestRecords(
        path: table.path, count: dropped.reduce(0) { $0 + $1.count })
    }
    return ExportTable(
      table: table, facts: facts, dialect: dialect, headerRecordCount: headerRecordCount,
      droppedRows: dropped, seenUnansweredToken: Self.seenUnansweredToken)
  }
}
