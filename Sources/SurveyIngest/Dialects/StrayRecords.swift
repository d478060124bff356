import SurveyModel

/// Records of an export that are no responses: delimiters only, the header once more, wordings or units
/// below the header, totals below the last response, two records that a quote out of place made one.
///
/// Spreadsheets leave such records, and people who paste exports together. They are left out and
/// said.
struct StrayRecords {
  private let whole: ExportTable
  private let wordings: [String]

  /// - Parameter wordings: those of the questions that the user expects in the file.
  init(of export: ExportTable, wordings: [String] = []) {
    whole = export
    self.wordings = wordings
  }

  private var table: RawTable { whole.table }

  /// The export without them.
  ///
  /// - Throws: `IngestError.noDataRecords` where nothing else is left, `reorderedHeader`.
  func export() throws -> ExportTable {
    let empty = emptyRows()
    let repeats = RepeatedHeaders(of: whole)
    try repeats.verifyOrder()
    let headers = repeats.rows
    let described = DescribingRecords(of: whole, wordings: wordings).rows.filter {
      !headers.contains($0)
    }
    let totals = TotalsRecords(of: table, except: Set(empty + headers + described)).rows
    let joined = SwallowedRecords(in: table).rows
    let gone = Set(empty + headers + described + totals + joined)
    guard !gone.isEmpty else { return whole }
    let kept = (0..<table.rowCount).filter { !gone.contains($0) }
    guard !kept.isEmpty else {
      throw IngestError.noDataRecords(
        path: table.path, headerRecordCount: whole.headerRecordCount)
    }
    let findings = findings(
      empty: empty, headers: headers, described: described, totals: totals, joined: joined)
    return whole.with(table.keeping(rows: kept), findings: findings)
  }

  private func findings(
    empty: [Int], headers: [Int], described: [Int], totals: [Int], joined: [Int]
  ) -> [Finding] {
    [
      finding(
        .emptyRecord, empty, "record holds delimiters only and is",
        "records hold delimiters only and are",
        "give such responses an identifier if they should count"),
      finding(
        .repeatedHeader, headers, "record repeats the header and is",
        "records repeat the header and are", "look whether parts of the file were pasted together"),
      finding(
        .repeatedHeader, described, "record describes the columns and is",
        "records describe the columns and are",
        "look whether a wording or a unit stands in each cell, and remove such records from the file"
      ),
      finding(
        .summaryRow, totals, "record below the responses holds totals and is",
        "records below the responses hold totals and are",
        "remove \(totals.count == 1 ? "it" : "them") from the file"),
      finding(
        .swallowedRecord, joined, "record has other records inside a quoted cell and is",
        "records have other records inside a quoted cell and are",
        "a quote is missing there or too many, and answers of several people stand in one record; export the file again"
      ),
    ].compactMap(\.self)
  }

  private func finding(
    _ code: FindingCode, _ rows: [Int], _ one: String, _ many: String, _ advice: String
  ) -> Finding? {
    guard let first = rows.first else { return nil }
    let lines = rows.prefix(5).map { String(table.line(ofRecord: $0)) }
    let more = rows.count > lines.count ? ", …" : ""
    let place = lines.count > 1 ? " (lines \(lines.joined(separator: ", "))\(more))" : ""
    return Finding(
      code, at: SourceLocation(file: table.path, line: table.line(ofRecord: first)),
      count: rows.count, "\(counted(rows.count, one, many)) left out\(place); \(advice)")
  }

  /// Rows without a text in any cell.
  private func emptyRows() -> [Int] {
    var rows: [Int]?
    for column in table.columns {
      let isEmpty = { (row: Int) in column.cellState(row) != .text }
      rows = rows?.filter(isEmpty) ?? column.rowsWithoutText
      if rows?.isEmpty ?? true { return [] }
    }
    return rows ?? []
  }
}

extension RawColumn {
  /// The rows whose cell holds no text.
  fileprivate var rowsWithoutText: [Int] {
    let rows = withCodes { codes -> [Int] in
      switch codes {
      case .narrow(let codes): codes.indices.filter { codes[$0] < CellCode.firstText }
      case .wide(let codes): codes.indices.filter { codes[$0] < CellCode.firstText }
      }
    }
    return rows ?? (0..<rowCount).filter { cellState($0) != .text }
  }
}
