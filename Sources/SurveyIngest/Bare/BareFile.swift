package import SurveyModel

/// Columns of numbers from a file that has no codebook.
package struct BareFile: Sendable {
  /// The columns asked for, in that order.
  package let columns: [BareColumn]
  /// How many responses the file holds.
  package let rowCount: Int
  /// Flaws that did not stop the reading.
  package let findings: [Finding]

  /// Reads columns of a file.
  ///
  /// Empty cells, `.`, `NA`, `NaN` and the survey tool's own mark for "shown, not answered" are
  /// missing. Numbers outside `limits` are findings and missing.
  ///
  /// - Parameters:
  ///   - path: any export that a dialect reads; `FilePath.standardInput` is standard input.
  ///   - items: column names; `A1..A5` stands for the columns from A1 to A5 in file order; nil for
  ///     every column that holds numbers only.
  ///   - limits: lowest and highest possible answer.
  ///   - dialect: the name of the file's dialect; nil detects it.
  ///   - encoding: the encoding of its text; nil detects it.
  /// - Throws: `StudyLoadError` where the file can't be read, a column is missing or holds text.
  package static func read(
    path: String, items: [String]?, limits: ClosedRange<Double>? = nil, dialect: String? = nil,
    encoding: TextEncoding? = nil
  ) throws -> BareFile {
    let export = try open(path, dialect: dialect, encoding: encoding)
    let findings = FindingCollector()
    findings.add(contentsOf: export.table.encodingFinding.map { [$0] } ?? [])
    findings.add(contentsOf: raggedRows(of: export.table).map { [$0] } ?? [])
    let reader = BareColumnReader(
      path: export.table.path, export: export, limits: limits, findings: findings)
    let columns =
      try items.map { try reader.columns(named: $0) } ?? reader.numericColumns()
    guard !findings.hasFatal else { throw StudyLoadError(findings: findings.findings) }
    return BareFile(
      columns: columns, rowCount: export.table.rowCount, findings: findings.findings)
  }

  private static func raggedRows(of table: RawTable) -> Finding? {
    let ragged = table.raggedRows
    guard let first = ragged.first else { return nil }
    return Finding(
      .raggedRow, at: SourceLocation(file: table.path, line: table.line(ofRecord: first.row)),
      count: ragged.count,
      "\(counted(ragged.count, "record has", "records have")) another number of cells than the header's \(first.expected), and cells they lack are missing; check the quotes in these lines"
    )
  }
}

extension BareFile {
  private static func open(
    _ path: String, dialect: String?, encoding: TextEncoding?
  ) throws -> ExportTable {
    do {
      return try ExportDialects.read(
        path: path, dialect: dialect, options: CSVOptions(encoding: encoding))
    } catch let error as IngestError {
      throw StudyLoadError(findings: [error.finding()])
    }
  }
}

/// One column of numbers.
package struct BareColumn: Hashable, Sendable {
  /// Its name in the file.
  package let name: String
  /// The number of each row, nil where it is missing.
  package let values: [Double?]
}

/// Finds and reads the columns of one export.
private struct BareColumnReader {
  let path: String
  let export: ExportTable
  let limits: ClosedRange<Double>?
  let findings: FindingCollector

  func columns(named items: [String]) throws -> [BareColumn] {
    var names: [String] = []
    for name in items.flatMap(expand) {
      if names.contains(name) { reportTwice(name) } else { names.append(name) }
    }
    return names.compactMap(read)
  }

  /// Columns that hold numbers and nothing else; the tool's own columns are left out.
  func numericColumns() -> [BareColumn] {
    zip(export.table.columns, export.facts).compactMap { column, facts in
      guard facts.metadata == nil, let values = values(of: column),
        values.contains(where: { $0 != nil })
      else { return nil }
      return BareColumn(name: column.name, values: values)
    }
  }

  /// `A1..A5` as the columns from A1 to A5; any other name as itself.
  private func expand(_ item: String) -> [String] {
    let names = export.table.columns.map(\.name)
    guard !names.contains(item), let ends = NameRange.ends(of: item) else { return [item] }
    if let range = NameRange.expand(item, among: names) { return range }
    let both = [ends.first, ends.last]
    guard both.allSatisfy(names.contains) else { return both }
    findings.add(
      Finding(
        .missingColumn, at: SourceLocation(file: path, line: 1), subject: item,
        "`\(item)` names no columns, because `\(ends.first)` comes after `\(ends.last)`; write `\(ends.last)..\(ends.first)`"
      ))
    return []
  }

  private func read(_ name: String) -> BareColumn? {
    let found = export.table.columns(named: name)
    guard found.count == 1 else {
      reportMissing(name, count: found.count)
      return nil
    }
    guard let values = values(of: found[0]) else {
      findings.add(
        Finding(
          .wrongType, at: SourceLocation(file: path, line: 1, column: found[0].index + 1),
          subject: name,
          "column `\(name)` holds texts; abacus reads labels through a codebook and a study, so write one or export the answers as numbers"
        ))
      return nil
    }
    reportSuspects(values, of: found[0])
    return BareColumn(name: name, values: keepingLimits(values, of: found[0]))
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

  private func reportMissing(_ name: String, count: Int) {
    let names = export.table.columns.map(\.name)
    let message =
      count > 1
      ? "\(count) columns are called `\(name)`; rename or remove the others"
      : "there is no column `\(name)`; "
        + (NearestName.of(name, among: names).map { "did you mean `\($0)`?" }
          // Without its header a file has somebody's answers for names; none is shown.
          ?? "none of the \(names.count) columns has a name like it, so look at the first line")
    findings.add(
      Finding(
        count > 1 ? .duplicateColumn : .missingColumn, at: SourceLocation(file: path, line: 1),
        subject: name, message))
  }

  /// The numbers of a column; nil where any cell holds something else.
  private func values(of column: RawColumn) -> [Double?]? {
    var missing = Set(ResponseScale.defaultMissingTokens).subtracting(["-99"])
    if let token = export.seenUnansweredToken { missing.insert(token) }
    var byText: [String: Double?] = [:]
    for text in column.distinctTexts {
      let trimmed = text.trimmed
      if trimmed.isEmpty || missing.contains(trimmed) {
        byText[text] = .some(nil)
      } else {
        guard let number = Double(trimmed), number.isFinite else { return nil }
        byText[text] = number
      }
    }
    if let texts = column.texts {
      let table: [Double?] = [nil, nil, nil] + texts.map { byText[$0] ?? nil }
      return column.translated(by: table)
    }
    return (0..<column.rowCount).map { row in column.text(row).flatMap { byText[$0] ?? nil } }
  }

  private func keepingLimits(_ values: [Double?], of column: RawColumn) -> [Double?] {
    guard let limits else { return values }
    let strangers = values.indices.filter { values[$0].map { !limits.contains($0) } ?? false }
    guard let first = strangers.first else { return values }
    findings.add(
      Finding(
        .outOfRange,
        at: SourceLocation(
          file: path, line: export.table.line(ofRecord: first, column: column.index),
          column: column.index + 1),
        subject: column.name, count: strangers.count,
        "column `\(column.name)` has \(counted(strangers.count, "value", "values")) outside \(plain(limits.lowerBound)) to \(plain(limits.upperBound)), which \(strangers.count == 1 ? "is" : "are") not counted; correct \(strangers.count == 1 ? "it" : "them") or the limits"
      ))
    return values.map { value in value.flatMap { limits.contains($0) ? $0 : nil } }
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
