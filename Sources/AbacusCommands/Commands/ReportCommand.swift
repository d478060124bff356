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

  @OptionGroup var root: RootOptions

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
    let roots = root.roots
    let folder = OutputFolder(path: out ?? FilePath.joined(FilePath.folder(of: study), "report"))
    CurrentReport.noteInputs(of: study, roots: roots)
    if out == nil { try StudyBounds(study: study, roots: roots).check(output: folder.path) }
    try folder.check(forFiles: ReportFiles.names)
    let made = try MadeReport(study: study, date: date, roots: roots, show: log.show)
    try folder.replace(with: made.files, manifest: made.manifest, telling: log.show)
    if Streams.isTerminal { try Streams.line("\(folder.path)/report.html") }
  }
}
