package import ArgumentParser
import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyReport

/// `abacus report`: the main job.
package struct ReportCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a study as HTML, Markdown and JSON, with its numbers.",
    discussion: """
      Writes report.html, report.md, report.json, numbers.json and manifest.json. \
      The output folder is replaced in one step, and only if abacus made it; a run that fails \
      leaves the previous report whole. Findings go to standard error. The exit status is 0 when \
      all is well, 1 when the report is written and names flaws in the data, 65 when a mistake \
      leaves no report, 66 without input, 73 when the folder can't be written.

      EXAMPLE
        abacus report data/examples/abc-2025/study.yaml --out report
      """)

  @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
  var study: String

  @Option(
    help: ArgumentHelp(
      "The output folder; `report` beside the study file if absent.", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("The day the report names; today if absent.", valueName: "yyyy-mm-dd"))
  var date: String?

  @OptionGroup var findings: FindingOptions

  package init() {}

  package func validate() throws {
    if let date, !Today.isDate(date) {
      throw ValidationError("--date is \(date); write it as 2025-06-23")
    }
  }

  package func run() throws {
    try findings.run(write)
  }

  private func write(_ log: FindingLog) throws {
    let folder = OutputFolder(path: out ?? FilePath.joined(FilePath.folder(of: study), "report"))
    try folder.check(forFiles: ReportFiles.names)
    let today = Today.date(option: date)
    let loaded = try StudyLoader.load(
      path: study, today: today, knownSections: ReportSections.all.map { $0.name })
    let saved = try SavedAnswers(loaded, path: study)
    let input = loaded.reportInput(date: today, saved: saved)
    log.show(input.findings)
    try folder.replace(
      with: ReportFiles.files(of: input),
      manifest: try ReportFiles.manifest(
        of: loaded, saved: saved, input: input, created: Today.moment(option: date),
        status: ExitStatus.of(input.findings)))
    if Streams.isTerminal { try Streams.line("\(folder.path)/report.html") }
  }
}

/// The files of a report.
enum ReportFiles {
  /// Their names, the manifest aside.
  static let names = [NumbersJSON.fileName, "report.html", "report.json", "report.md"]

  /// The report in every format.
  static func files(of input: ReportInput) -> [OutputFile] {
    let document = Report.document(from: input)
    return [
      OutputFile(name: "report.md", text: MarkdownRenderer().render(document)),
      OutputFile(name: "report.html", text: HTMLRenderer().render(document)),
      OutputFile(name: "report.json", text: ReportJSON.report(input).text),
      OutputFile(
        name: NumbersJSON.fileName, text: NumbersJSON.value(PublishedNumbers(of: input)).text),
    ]
  }

  /// What the report was made from.
  static func manifest(
    of loaded: LoadedStudy, saved: SavedAnswers, input: ReportInput, created: String, status: Int32
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
      engineVersion: AbacusVersion.text, created: created,
      codebook: CodebookEdition(
        id: loaded.codebook.instrument.id, version: loaded.codebook.instrument.version),
      inputs: try loaded.inputs.map { file in
        try InputRecord(
          readingFileAt: file.path, kind: InputKind(file.kind), stamp: file.stamp)
      } + saved.paths.map { try InputRecord(readingFileAt: $0, kind: .question) },
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
