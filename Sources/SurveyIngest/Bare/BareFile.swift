package import SurveyModel

/// Columns of numbers from a file that has no codebook.
package struct BareFile: Sendable {
  /// The columns asked for, in that order.
  package let columns: [BareColumn]
  /// The columns asked for as fields, that rows can be chosen by.
  package let fields: [BareField]
  /// The names of all columns that could be fields; empty where no field is asked for.
  package let fieldNames: [String]
  /// How many responses the file holds.
  package let rowCount: Int
  /// Flaws that did not stop the reading.
  package let findings: [Finding]

  /// Reads columns of a file.
  ///
  /// Empty cells, `.`, `NA`, `NaN` and the survey tool's own mark for "shown, not answered" are
  /// missing. Numbers outside `limits`, numbers whose comma may part thousands, and cells that a
  /// spreadsheet spoilt are findings and missing.
  ///
  /// - Parameters:
  ///   - path: any export that a dialect reads; `FilePath.standardInput` is standard input.
  ///   - items: column names; `A1..A5` stands for the columns from A1 to A5 in file order; nil for
  ///     every column that holds numbers only. A name may differ from the file's in outer blanks,
  ///     capitals, kinds of quotes and dashes where one column only is meant.
  ///   - limits: lowest and highest possible answer.
  ///   - dialect: the name of the file's dialect; nil detects it.
  ///   - encoding: the encoding of its text; nil detects it.
  ///   - fields: names of columns that rows are chosen by, in whatever case.
  /// - Throws: `StudyLoadError` where the file can't be read, a column is missing or holds text.
  package static func read(
    path: String, items: [NameList.Entry]?, limits: ClosedRange<Double>? = nil,
    dialect: String? = nil,
    encoding: TextEncoding? = nil, fields: [String] = []
  ) throws -> BareFile {
    let names = (items ?? []).flatMap { entry in
      [entry.shown] + (entry.ends.map { [$0.first, $0.last] } ?? [])
    }
    let export = try open(path, dialect: dialect, encoding: encoding, names: names)
    let findings = FindingCollector()
    findings.add(contentsOf: export.findings)
    findings.add(contentsOf: raggedRows(of: export.table).map { [$0] } ?? [])
    let reader = BareColumnReader(
      path: export.table.path, export: export, limits: limits, findings: findings)
    let columns =
      try items.map { try reader.columns(named: $0) } ?? reader.numericColumns()
    guard !findings.hasFatal else { throw StudyLoadError(findings: findings.findings) }
    return BareFile(
      columns: columns, fields: reader.fields(named: fields),
      fieldNames: fields.isEmpty ? [] : reader.fieldNames,
      rowCount: export.table.rowCount,
      findings: findings.findings)
  }

  private static func raggedRows(of table: RawTable) -> Finding? {
    let ragged = table.raggedRows
    guard let first = ragged.first else { return nil }
    return Finding(
      .raggedRow, at: SourceLocation(file: table.path, line: table.line(ofRecord: first.row)),
      count: ragged.count,
      "\(counted(ragged.count, "record has", "records have")) another number of cells than the header's \(first.expected), and cells they lack are missing; \(table.raggedAdvice)"
    )
  }
}

extension BareFile {
  private static func open(
    _ path: String, dialect: String?, encoding: TextEncoding?, names: [String]
  ) throws -> ExportTable {
    do {
      return try ExportDialects.read(
        path: path, dialect: dialect, options: CSVOptions(encoding: encoding),
        expected: ExpectedNames(names))
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
