package import ArgumentParser
import Dispatch
import Glibc
import Logging
import SurveyIngest
import SurveyModel

/// `abacus run`: the reports of many studies, unattended.
package struct RunCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Make the reports of all studies below a folder, those that changed.",
    discussion: """
      Each study has its report in `report` beside study.yaml, and its ledger of runs in \
      `study.history`. A study whose files are as they were is passed over. One that fails stops no \
      other; its last report stays whole. A study may name programs under `hooks` that are run \
      after its run, in your name: only from a file that you own and nobody else can write, and \
      not with --no-hooks. The exit status is 0 when all is well, 1 when a report \
      names flaws in its data, and that of the failure when one failed.

      EXAMPLE
        abacus run data/examples --out runs
      """)

  @Argument(
    help: ArgumentHelp("Study files, or folders to look through.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Make every report, changed or not.")
  var force = false

  @Option(help: ArgumentHelp("The day the reports name; today if absent.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @OptionGroup var root: RootOptions

  @OptionGroup var batch: BatchOptions

  package init() {}

  package func validate() throws {
    if let date, !Today.isDate(date) {
      throw ValidationError("--date is \(date); write it as 2025-06-23")
    }
  }

  package func run() throws {
    let found = StudyFinder(paths)
    let places = try RunPlaces.of(found.studies, out: batch.out)
    let (moment, run) = RunID.now()
    let options = RunOptions(
      run: run, moment: moment, date: date, isForced: force, runsHooks: !batch.noHooks,
      roots: root.roots.folders, out: batch.out)
    let findings = FindingLog(showsAll: true)
    var status: Int32 = 0
    try findings.stopping {
      let summary = try BatchRun(
        options: options, places: places, findings: found.findings, jobs: batch.jobs,
        timeLimit: batch.timeout, log: batch.log
      ).run()
      let format: ResultFormat = json ? .json : .table
      try format.write(summary.document, json: summary.json)
      status = summary.status
    }
    if findings.hasStopped { status = ExitStatus.of(findings.findings) }
    if status != 0 { throw ExitCode(status) }
  }
}
