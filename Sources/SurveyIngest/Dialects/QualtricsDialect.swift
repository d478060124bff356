/// Qualtrics exports since 2016: names, wordings in the survey's language, `ImportId` objects.
///
/// Rows that Qualtrics marks as preview, test or spam are no responses: they are left out and
/// counted. Answers may be recode values or texts, as chosen at export; both are kept as written.
package enum QualtricsDialect: ExportDialect {
  package static let name = "qualtrics"
  /// What "recode seen but unanswered questions" writes unless the user of Qualtrics chose another.
  package static let seenUnansweredToken = "-99"

  package static func confidence(in preview: HeaderPreview) -> Double {
    QualtricsHeader(preview) == nil ? 0 : 1
  }

  package static func read(_ file: CSVReader) throws -> ExportTable {
    guard let header = QualtricsHeader(file.preview) else {
      throw IngestError.dialectMismatch(
        path: file.path, dialect: name, lacking: "a header record of `ImportId` cells")
    }
    let all = try file.table(headerRecordCount: header.recordCount)
    let facts = header.facts()
    let (table, dropped) = responses(of: all, facts: facts)
    guard table.rowCount > 0 else {
      throw IngestError.noDataRecords(path: file.path, headerRecordCount: header.recordCount)
    }
    return ExportTable(
      table: table, facts: facts, dialect: name, headerRecordCount: header.recordCount,
      droppedRows: dropped, seenUnansweredToken: seenUnansweredToken)
  }

  /// The table without previews, tests and spam, and how many of each there were.
  private static func responses(
    of table: RawTable, facts: [ColumnFacts]
  ) -> (RawTable, [DroppedRows]) {
    guard let place = facts.firstIndex(where: { $0.metadata == .status }) else {
      return (table, [])
    }
    let status = table.columns[place]
    var counts: [DroppedRows.Kind: Int] = [:]
    var kept: [Int] = []
    for row in 0..<table.rowCount {
      if let kind = status.text(row).flatMap({ QualtricsMetadata.droppedKind(status: $0) }) {
        counts[kind, default: 0] += 1
      } else {
        kept.append(row)
      }
    }
    let dropped = DroppedRows.Kind.allCases.compactMap { kind in
      counts[kind].map { DroppedRows(kind: kind, count: $0) }
    }
    return (dropped.isEmpty ? table : table.keeping(rows: kept), dropped)
  }
}
