/// Qualtrics exports: names, wordings in the respondents' language, `ImportId` objects.
package enum QualtricsDialect: ExportDialect {
  package static let name = "qualtrics"

  package static func confidence(in preview: HeaderPreview) -> Double { 0 }

  package static func read(_ file: CSVReader) throws -> ExportTable {
    throw IngestError.dialectMismatch(
      path: file.path, dialect: name, lacking: "a header record of ImportId objects")
  }
}
