/// A table with one header record: column names, then responses.
package enum PlainDialect: ExportDialect {
  package static let name = "plain"

  /// Any table can be read as plain, so it yields to every dialect that recognises its own.
  package static func confidence(in preview: HeaderPreview) -> Double { 0.1 }

  package static func read(_ file: CSVReader) throws -> ExportTable {
    let table = try file.table(headerRecordCount: 1).withoutNamelessEnd()
    return ExportTable(
      table: table,
      facts: table.columns.map { ColumnFacts(index: $0.index, name: $0.name) },
      dialect: name, headerRecordCount: 1, findings: table.findings)
  }
}
