import SurveyModel

/// The rows of a Qualtrics export, current or legacy, that are responses of a respondent.
struct QualtricsResponses {
  /// What "recode seen but unanswered questions" writes unless the user of Qualtrics chose another.
  static let seenUnansweredToken = "-99"

  private let table: RawTable
  private let facts: [ColumnFacts]
  private let dropped: [DroppedRows]
  /// What is to be said of the status.
  private let statusFindings: [Finding]

  /// Leaves out previews, tests and spam, and counts them.
  init(of all: RawTable, facts: [ColumnFacts]) {
    self.facts = facts
    guard let place = facts.firstIndex(where: { $0.metadata == .status }) else {
      table = all
      dropped = []
      statusFindings = []
      return
    }
    let status = all.columns[place]
    var counts: [DroppedRows.Kind: Int] = [:]
    var kept: [Int] = []
    var unknown: [Int] = []
    var known: [String: QualtricsMetadata.Status] = [:]
    for row in 0..<all.rowCount {
      let text = status.text(row) ?? ""
      let reading = known[text] ?? QualtricsMetadata.status(text)
      known[text] = reading
      switch reading {
      case .dropped(let kind):
        counts[kind, default: 0] += 1
        continue
      case .unknown: if !Self.isHeader(text, facts[place]) { unknown.append(row) }
      case .response: break
      }
      kept.append(row)
    }
    dropped = DroppedRows.Kind.allCases.compactMap { kind in
      counts[kind].map { DroppedRows(kind: kind, count: $0) }
    }
    statusFindings = [
      Self.finding(unknown, status, in: all), Self.finding(raggedBut: kept, in: all),
    ].compactMap(\.self)
    table = dropped.isEmpty ? all : all.keeping(rows: kept)
  }

  /// True for the column's own name, which stands there where the header is repeated.
  private static func isHeader(_ text: String, _ facts: ColumnFacts) -> Bool {
    text == facts.name || text == facts.label || QualtricsImportID(cell: text) != nil
  }

  /// Names records that are left out and lack cells, or have too many: what stands in their status
  /// may be another column's.
  private static func finding(raggedBut kept: [Int], in table: RawTable) -> Finding? {
    let kept = Set(kept)
    let ragged = table.raggedRows.filter { !kept.contains($0.row) }
    guard let first = ragged.first else { return nil }
    return Finding(
      .raggedRow,
      at: SourceLocation(file: table.path, line: table.line(ofRecord: first.row)),
      count: ragged.count,
      "\(counted(ragged.count, "record is", "records are")) left out by \(ragged.count == 1 ? "its" : "their") status and \(ragged.count == 1 ? "has" : "have") another number of cells than the header's \(first.expected), so that the status may be another column's; \(table.raggedAdvice)"
    )
  }

  private static func finding(_ rows: [Int], _ column: RawColumn, in table: RawTable) -> Finding? {
    guard let first = rows.first else { return nil }
    return Finding(
      .unknownStatus,
      at: SourceLocation(
        file: table.path, line: table.line(ofRecord: first, column: column.index),
        column: column.index + 1),
      count: rows.count,
      "\(counted(rows.count, "response has", "responses have")) a status that is not known, and \(rows.count == 1 ? "counts" : "count") although the survey tool may mean a preview, a test or spam; export the file in English"
    )
  }

  /// The export that these rows make.
  ///
  /// - Parameter more: what else is to be said of the file.
  /// - Throws: `IngestError.onlyTestRecords` where no row is a response.
  func export(
    dialect: String, headerRecordCount: Int, findings more: [Finding] = []
  ) throws -> ExportTable {
    guard table.rowCount > 0 else {
      throw IngestError.onlyTestRecords(
        path: table.path, count: dropped.reduce(0) { $0 + $1.count })
    }
    return ExportTable(
      table: table, facts: facts, dialect: dialect, headerRecordCount: headerRecordCount,
      droppedRows: dropped, seenUnansweredToken: Self.seenUnansweredToken,
      findings: more + table.findings + statusFindings)
  }
}
