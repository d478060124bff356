import SurveyModel

/// Finds what the codebook names in an export of a study.
struct SourceOpener {
  let source: StudySource
  let form: Form
  let codebook: Codebook
  /// The last plausible moment of a response; nil where the present is not known.
  let latest: Int64?
  let findings: FindingCollector

  /// The export as a source of the study; what is to be said of it is added to the findings.
  func file(_ export: ExportTable, path: String, stamp: FileStamp?) -> SourceFile {
    findings.add(
      contentsOf: EncodingAudit(export: export, codebook: codebook, form: form).findings)
    let map = ColumnMapper(
      path: path, source: source, codebook: codebook, form: form, export: export,
      findings: findings
    ).map()
    return SourceFile(
      path: path, stamp: stamp, source: source, form: form, export: export, columns: map,
      latest: latest, findings: findings)
  }
}
