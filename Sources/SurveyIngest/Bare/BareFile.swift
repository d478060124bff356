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
  /// missing. Numbers outside `limits`, numbers whose comma may part thousands, and cells that a
  /// spreadsheet spoilt are findings and missing.
  ///
  /// - Parameters:
  ///   - path: any export that a dialect reads.
  ///   - items: column names; `A1..A5` stands for the columns from A1 to A5 in file order; nil for
  ///     every column that holds numbers only.
  ///   - limits: lowest and highest possible answer.
  /// - Throws: `IngestError`; `StudyLoadError` where a column is missing or holds text.
  package static func read(
    path: String, items: [String]?, limits: ClosedRange<Double>? = nil, dialect: String? = nil
  ) throws -> BareFile {
    let export = try ExportDialects.read(path: path, dialect: dialect)
    let findings = FindingCollector()
    let reader = BareColumnReader(
      path: path, export: export, limits: limits, findings: findings)
    let columns =
      try items.map { try reader.columns(named: $0) } ?? reader.numericColumns()
    guard !findings.hasFatal else { throw StudyLoadError(findings: findings.findings) }
    return BareFile(
      columns: columns, rowCount: export.table.rowCount, findings: findings.findings)
  }
}

/// One column of numbers.
package struct BareColumn: Hashable, Sendable {
  /// Its name in the file.
  package let name: String
  /// The number of each row, nil where it is missing.
  package let values: [Double?]
}
