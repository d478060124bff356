import SurveyModel

/// Qualtrics exports since 2016: names, wordings in the survey's language, `ImportId` objects.
///
/// Rows that Qualtrics marks as preview, test or spam are no responses: they are left out and
/// counted. Answers may be recode values or texts, as chosen at export; both are kept as written.
package enum QualtricsDialect: ExportDialect {
  package static let name = "qualtrics"

  /// Certain of a whole header; quite sure where only the tool's own columns tell.
  package static func confidence(in preview: HeaderPreview) -> Double {
    QualtricsHeader(preview).map { $0.isWhole ? 1 : 0.8 } ?? 0
  }

  package static func read(_ file: CSVReader) throws -> ExportTable {
    guard let header = QualtricsHeader(file.preview) else {
      throw IngestError.dialectMismatch(
        path: file.path, dialect: name, lacking: "a header record of `ImportId` cells")
    }
    let all = try file.table(headerRecordCount: header.recordCount).withoutNamelessEnd()
    let incomplete = Finding(
      .incompleteHeader, at: SourceLocation(file: file.path, line: 1),
      "the header lacks the record of `ImportId` cells that Qualtrics writes, so that columns are told by their names alone; export the file again, or state `dialect: plain` if it is none of Qualtrics"
    )
    return try QualtricsResponses(
      of: all, facts: Array(header.facts().prefix(all.columns.count))
    ).export(
      dialect: name, headerRecordCount: header.recordCount,
      findings: header.isWhole ? [] : [incomplete])
  }
}
