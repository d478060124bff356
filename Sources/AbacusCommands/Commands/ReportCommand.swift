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
    abstract: "Write the report of a study: report.md, report.html, report.json, manifest.json.",
    discussion: """
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

  @Flag(help: "Show every finding instead of the first ten of a kind.")
  var allFindings = false

  package init() {}

  package func validate() throws {
    if let date, !Today.isDate(date) {
      throw ValidationError("--date is \(date); write it as 2025-06-23")
    }
  }

  package func run() throws {
    let folder = OutputFolder(path: out ?? FilePath.joined(FilePath.folder(of: study), "report"))
    do {
      try folder.check(forFiles: ReportFiles.names)
      let loaded = try LoadStudy.at(study, allFindings: allFindings, date: date)
      try ReportFiles.checkSections(of: loaded.study)
      let input = loaded.reportInput(date: Today.date(option: date))
      FindingPrinter.show(input.findings, all: allFindings)
      let status: Int32 = input.findings.contains { $0.severity == .error } ? 1 : 0
      try folder.replace(
        with: ReportFiles.files(of: input),
        manifest: try ReportFiles.manifest(
          of: loaded, input: input, created: Today.moment(option: date), status: status))
      if Streams.isTerminal { try Streams.out("\(folder.path)/report.html\n") }
      if status != 0 { throw ExitCode(status) }
    } catch let error as OutputError {
      throw CommandFailure.cannotWriteFolder(error.description)
    }
  }
}

/// The files of a report.
enum ReportFiles {
  /// Their names, the manifest aside.
  static let names = ["report.html", "report.json", "report.md"]

  /// Refuses a section that does not exist before any work is done.
  static func checkSections(of study: Study) throws {
    let known = ReportSections.all.map { $0.name }
    let names = study.report.sections ?? []
    let findings = zip(names, study.report.sectionLocations).compactMap { name, location in
      known.contains(name) ? nil : unknownSection(name, at: location, known: known)
    }
    guard !findings.isEmpty else { return }
    FindingPrinter.show(findings, all: true)
    let noun = findings.count == 1 ? "this error" : "these \(findings.count) errors"
    throw CommandFailure.unusable("there is no result because of \(noun)")
  }

  private static func unknownSection(
    _ name: String, at location: SourceLocation, known: [String]
  ) -> Finding {
    let advice =
      NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
      ?? "the sections are \(known.joined(separator: ", "))"
    return Finding(
      .wrongValue, at: location, subject: name, "there is no section `\(name)`; \(advice)")
  }

  /// The report in every format.
  static func files(of input: ReportInput) -> [OutputFile] {
    let document = Report.document(from: input)
    return [
      OutputFile(name: "report.md", text: MarkdownRenderer().render(document)),
      OutputFile(name: "report.html", text: HTMLRenderer().render(document)),
      OutputFile(name: "report.json", text: ReportJSON.report(input).text),
    ]
  }

  /// What the report was made from.
  static func manifest(
    of loaded: LoadedStudy, input: ReportInput, created: String, status: Int32
  ) throws -> Manifest {
    let rule = loaded.study.disclosure
    let options = [
      "confidence_level": String(loaded.study.report.confidenceLevel),
      "missing": loaded.study.report.missing,
      "disclosure_minimum": String(rule.minimum), "disclosure_full_from": String(rule.fullFrom),
      "disclosure_largest_share": String(rule.largestShare), "date": input.date,
    ]
    return Manifest(
      engineVersion: AbacusVersion.text, created: created,
      codebook: CodebookEdition(
        id: loaded.codebook.instrument.id, version: loaded.codebook.instrument.version),
      inputs: try loaded.inputs.map { file in
        try InputRecord(readingFileAt: file.path, kind: InputKind(file.kind))
      },
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
