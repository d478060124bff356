import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyReport

/// The files of a report.
enum ReportFiles {
  /// Their names, the manifest aside.
  static let names = [NumbersJSON.fileName, "report.html", "report.json", "report.md"]

  /// True for a name that abacus gives in the folder of a report.
  static func isOwn(_ name: String) -> Bool { name == Manifest.fileName || names.contains(name) }

  /// The report in every format.
  static func files(of input: ReportInput, _ numbers: PublishedNumbers) -> [OutputFile] {
    let document = Report.document(from: input)
    return [
      OutputFile(name: "report.md", text: MarkdownRenderer().render(document)),
      OutputFile(name: "report.html", text: HTMLRenderer().render(document)),
      OutputFile(name: "report.json", text: ReportJSON.report(input).text),
      OutputFile(name: NumbersJSON.fileName, text: NumbersJSON.value(numbers).text),
    ]
  }

  /// What the report was made from.
  static func manifest(
    of loaded: LoadedStudy, saved: SavedAnswers, input: ReportInput, memory: [String],
    created: String, run: String?, status: Int32
  ) throws -> Manifest {
    let rule = loaded.study.disclosure
    let options = [
      "confidence_level": String(loaded.study.report.confidenceLevel),
      "missing": loaded.study.report.missing,
      "disclosure_minimum": String(rule.minimum), "disclosure_full_from": String(rule.fullFrom),
      "disclosure_largest_share": String(rule.largestShare), "date": input.date,
      "access": loaded.study.access.rawValue, "resamples": String(ScaleRows.resampleCount),
      "seed": String(ScaleRows.seed),
    ]
    return Manifest(
      engineVersion: AbacusVersion.text, created: created, run: run,
      codebook: CodebookEdition(
        id: loaded.codebook.instrument.id, version: loaded.codebook.instrument.version),
      inputs: try loaded.inputs.map { file in
        try InputRecord(
          readingFileAt: file.path, kind: InputKind(file.kind), stamp: file.stamp)
      } + saved.paths.map { try InputRecord(readingFileAt: $0, kind: .question) }
        + memory.map { try InputRecord(readingFileAt: $0, kind: .history) },
      options: options, seed: nil,
      sources: loaded.dataset.intake.map { source in
        SourceRowCounts(
          path: source.file, readCount: source.recordCount, keptCount: source.keptCount,
          leftOut: Dictionary(
            source.leftOut.map { ($0.reason.rawValue, $0.count) }, uniquingKeysWith: +))
      },
      findings: Dictionary(input.findings.map { ($0.code.rawValue, 1) }, uniquingKeysWith: +),
      exitStatus: Int(status))
  }
}

extension InputKind {
  init(_ kind: LoadedStudy.InputFile.Kind) {
    switch kind {
    case .study: self = .study
    case .codebook: self = .codebook
    case .export: self = .source
    }
  }
}
