import SurveyModel

/// Finds and reads the columns of one export.
struct BareColumnReader {
  let path: String
  let export: ExportTable
  let limits: ClosedRange<Double>?
  let findings: FindingCollector

  func columns(named items: [NameList.Entry]) throws -> [BareColumn] {
    let finder = BareColumnFinder(path: path, export: export, findings: findings)
    var columns: [RawColumn] = []
    for column in items.flatMap(finder.columns) {
      if columns.contains(where: { $0.index == column.index }) {
        reportTwice(column.name)
      } else {
        columns.append(column)
      }
    }
    return columns.compactMap(read)
  }

  /// Columns that hold numbers and nothing else; the tool's own columns are left out.
  func numericColumns() -> [BareColumn] {
    zip(export.table.columns, export.facts).compactMap { column, facts in
      guard facts.metadata == nil else { return nil }
      let cells = BareCells(column, missing: missingTexts)
      guard cells.textRows.isEmpty else {
        reportTexts(in: cells, of: column)
        return nil
      }
      return cells.values.contains { $0 != nil } ? numbers(cells, of: column) : nil
    }
  }

  private func read(_ column: RawColumn) -> BareColumn? {
    let cells = BareCells(column, missing: missingTexts)
    guard cells.textRows.isEmpty else {
      findings.add(
        Finding(
          .wrongType, at: place(cells.textRows[0], column), subject: column.name,
          "column `\(column.name)` holds texts; abacus reads labels through a codebook and a study, so write one or export the answers as numbers"
        ))
      return nil
    }
    return numbers(cells, of: column)
  }

  private func numbers(_ cells: BareCells, of column: RawColumn) -> BareColumn {
    report(cells, of: column)
    reportSuspects(cells.values, of: column)
    return BareColumn(name: column.name, values: keepingLimits(cells.values, of: column))
  }

  /// A column of numbers that a few texts spoil is not left out in silence.
  private func reportTexts(in cells: BareCells, of column: RawColumn) {
    let numbers = cells.values.count { $0 != nil }, texts = cells.textRows.count
    guard texts < numbers else { return }
    report(
      .textsAmongNumbers, cells.textRows, of: column,
      "column `\(column.name)` has \(counted(texts, "text", "texts")) among \(counted(numbers, "number", "numbers")) and is left out; correct \(texts == 1 ? "it" : "them"), or write a codebook that says what \(texts == 1 ? "it means" : "they mean")"
    )
  }

  /// Numbers that survey tools and habits use for "missing": counted as numbers, and said.
  private func reportSuspects(_ values: [Double?], of column: RawColumn) {
    let suspects: Set<Double> = [-9, -99, -999, 999, 9999]
    let found = values.compactMap(\.self).filter { value in
      suspects.contains(value) && (limits?.contains(value) ?? true)
    }
    guard let first = found.first else { return }
    findings.add(
      Finding(
        .suspectedMissingCode,
        at: SourceLocation(file: path, line: 1, column: column.index + 1), subject: column.name,
        count: found.count,
        "column `\(column.name)` holds \(plain(first)), which often stands for a missing answer and is counted as a number here; give the limits of the answers with --min and --max, or write a codebook"
      ))
  }

  private func reportTwice(_ name: String) {
    findings.add(
      Finding(
        .duplicateColumn, at: SourceLocation(file: path, line: 1), subject: name,
        "column `\(name)` is asked for twice; name each column once"))
  }

  var missingTexts: Set<String> {
    var missing = Set(ResponseScale.defaultMissingTokens).subtracting(["-99"])
    if let token = export.seenUnansweredToken { missing.insert(token) }
    return missing
  }

  private func report(_ cells: BareCells, of column: RawColumn) {
    let name = "column `\(column.name)`"
    report(
      .ambiguousNumber, cells.ambiguousRows, of: column,
      NumberReport.ambiguous(name, cells.ambiguousRows.count))
    report(
      .spreadsheetDamage, cells.damagedRows, of: column,
      SourceFile.damage(name, cells.damagedRows.count))
    let isMixed = cells.mixesDecimals
    guard isMixed || cells.hasDecimalComma else { return }
    findings.add(
      Finding(
        isMixed ? .mixedDecimals : .decimalComma,
        at: SourceLocation(file: path, line: 1, column: column.index + 1), subject: column.name,
        isMixed
          ? NumberReport.mixed(name)
          : "\(name) has numbers such as 1,5, read with a decimal comma; if its cells list several answers, leave the column out with --items"
      ))
  }

  private func report(
    _ code: FindingCode, _ rows: [Int], of column: RawColumn, _ message: String
  ) {
    guard let first = rows.first else { return }
    findings.add(
      Finding(code, at: place(first, column), subject: column.name, count: rows.count, message))
  }

  private func place(_ row: Int, _ column: RawColumn) -> SourceLocation {
    SourceLocation(
      file: path, line: export.table.line(ofRecord: row, column: column.index),
      column: column.index + 1)
  }

  private func keepingLimits(_ values: [Double?], of column: RawColumn) -> [Double?] {
    guard let limits else { return values }
    let strangers = values.indices.filter { values[$0].map { !limits.contains($0) } ?? false }
    guard let first = strangers.first else { return values }
    findings.add(
      Finding(
        .outOfRange,
        at: place(first, column),
        subject: column.name, count: strangers.count,
        "column `\(column.name)` has \(counted(strangers.count, "value", "values")) outside \(plain(limits.lowerBound)) to \(plain(limits.upperBound)), which \(strangers.count == 1 ? "is" : "are") not counted; correct \(strangers.count == 1 ? "it" : "them") or the limits"
      ))
    return values.map { value in value.flatMap { limits.contains($0) ? $0 : nil } }
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
