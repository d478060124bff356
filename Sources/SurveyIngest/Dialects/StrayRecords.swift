import SurveyModel

/// Records of an export that are no responses: delimiters only, the header once more, totals below
/// the last response, two records that a quote out of place made one.
///
/// Spreadsheets leave such records, and people who paste exports together. They are left out and
/// said.
struct StrayRecords {
  private let whole: ExportTable

  init(of export: ExportTable) { whole = export }

  private var table: RawTable { whole.table }

  /// The export without them.
  ///
  /// - Throws: `IngestError.noDataRecords` where nothing else is left.
  func export() throws -> ExportTable {
    let empty = emptyRows()
    let headers = headerRows()
    let totals = totalsRow(above: Set(empty)).map { [$0] } ?? []
    let joined = SwallowedRecords(in: table).rows
    let gone = Set(empty + headers + totals + joined)
    guard !gone.isEmpty else { return whole }
    let kept = (0..<table.rowCount).filter { !gone.contains($0) }
    guard !kept.isEmpty else {
      throw IngestError.noDataRecords(
        path: table.path, headerRecordCount: whole.headerRecordCount)
    }
    let findings = [
      finding(
        .emptyRecord, empty, "record holds delimiters only and is",
        "records hold delimiters only and are",
        "give such responses an identifier if they should count"),
      finding(
        .repeatedHeader, headers, "record repeats the header and is",
        "records repeat the header and are", "look whether parts of the file were pasted together"),
      finding(
        .summaryRow, totals, "record below the responses holds totals and is", "",
        "remove it from the file"),
      finding(
        .swallowedRecord, joined, "record has other records inside a quoted cell and is",
        "records have other records inside a quoted cell and are",
        "a quote is missing there or too many, and answers of several people stand in one record; export the file again"
      ),
    ]
    return whole.with(table.keeping(rows: kept), findings: findings.compactMap(\.self))
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

  /// Rows in which nearly every column holds its own name, wording or `ImportId`. Nearly: a name may
  /// have been changed. Every: a cell of a ticked option may hold the option's wording.
  private func headerRows() -> [Int] {
    var hits: [Int: Int] = [:]
    for (column, facts) in zip(table.columns, whole.facts) {
      guard let texts = column.texts else { continue }
      for (place, text) in texts.enumerated() where Self.isHeader(text, facts) {
        let code = UInt16(place) + CellCode.firstText
        for row in column.firstRows(withCode: code, limit: Self.mostRepeats) {
          hits[row, default: 0] += 1
        }
      }
    }
    let named = whole.facts.count { !$0.name.isEmpty }
    return hits.filter { $0.value >= 2 && $0.value * 10 >= named * 9 }.keys.sorted()
  }

  private static let mostRepeats = 1000

  private static func isHeader(_ text: String, _ facts: ColumnFacts) -> Bool {
    text == facts.name || text == facts.label
      || text.utf8.first == UInt8(ascii: "{") && QualtricsImportID(cell: text) != nil
      || text.utf8.contains(UInt8(ascii: "<")) && HTMLText.plain(text) == facts.label
  }

  /// The last row where it holds totals: its first text is a word for them and every other one a
  /// number, or it has no first cell and each number is the sum, or each the mean, of those above.
  private func totalsRow(above empty: Set<Int>) -> Int? {
    let rows = (0..<table.rowCount).lazy.filter { !empty.contains($0) }
    guard let last = rows.last else { return nil }
    let cells = table.columns.lazy.map { ($0, $0.text(last)?.trimmed ?? "") }
      .filter { !$0.1.isEmpty }
    guard let word = cells.first?.1 else { return nil }
    if Self.totalsWords.contains(AnswerText.normalized(word.filter { $0 != ":" })) {
      let areNumbers = cells.dropFirst().allSatisfy {
        NumberText($0.1.filter { $0 != "%" }) != nil
      }
      return areNumbers ? last : nil
    }
    guard let key = table.columns.first, key.cellState(last) != .text, cells.count > 1,
      rows.dropLast().allSatisfy({ key.cellState($0) == .text })
    else { return nil }
    let totals = cells.map { Total(of: $0, $1, rows: rows.dropLast()) }
    return totals.allSatisfy(\.isSum)
      || totals.allSatisfy(\.isMean) && totals.contains { !$0.isWhole }
      ? last : nil
  }

  private static let totalsWords: Set = [
    "total", "totals", "grand total", "sum", "mean", "means", "average", "averages", "median",
    "count", "gesamt", "summe", "mittelwert", "durchschnitt", "anzahl", "moyenne", "somme", "suma",
    "promedio", "media", "totale",
  ]
}

/// What a number below a column is of the numbers in it.
private struct Total {
  private(set) var isSum = false
  private(set) var isMean = false
  /// Whole numbers near the means are those of many a response.
  private(set) var isWhole = true

  init(of column: RawColumn, _ text: String, rows: some Sequence<Int>) {
    guard let total = NumberText(text)?.value else { return }
    var sum = 0.0
    var count = 0.0
    for row in rows {
      guard let text = column.text(row)?.trimmed, !text.isEmpty else { continue }
      guard let number = NumberText(text)?.value else { return }
      sum += number
      count += 1
    }
    guard count > 1 else { return }
    // Means are often written with one decimal or two.
    isSum = abs(total - sum) <= 1e-9 * abs(sum)
    isWhole = total == total.rounded()
    isMean = abs(total - sum / count) <= 0.05
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
