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
      other; its last report stays whole. The exit status is 0 when all is well, 1 when a report \
      names flaws in its data, and that of the failure when one failed.

      EXAMPLE
        abacus run data/examples --out runs
      """)

  @Argument(
    help: ArgumentHelp("Study files, or folders to look through.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Put reports and histories below this folder instead of beside the studies.",
      valueName: "dir"))
  var out: String?

  @Flag(help: "Make every report, changed or not.")
  var force = false

  @Option(help: ArgumentHelp("The day the reports name; today if absent.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(
    help: ArgumentHelp("How many studies at once; as many as processors if absent.", valueName: "n")
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Seconds that one study may take; no limit if absent.", valueName: "n"))
  var timeout: Int?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "How the log on standard error is written: text or json.", valueName: "format"))
  var log: LogFormat?

  package init() {}

  package func validate() throws {
    if let date, !Today.isDate(date) {
      throw ValidationError("--date is \(date); write it as 2025-06-23")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); write a number from 1") }
    if let timeout, timeout < 1 {
      throw ValidationError("--timeout is \(timeout); write a number of seconds from 1")
    }
  }

  package func run() throws {
    let found = StudyFinder(paths)
    let places = try RunPlaces.of(found.studies, out: out)
    let moment = Today.moment(option: nil)
    let options = RunOptions(
      run: RunID.make(at: moment), moment: moment, date: date, isForced: force)
    let summary = try BatchRun(
      options: options, places: places, findings: found.findings, jobs: jobs, timeLimit: timeout,
      log: log
    ).run()
    let format: ResultFormat = json ? .json : .table
    try format.write(summary.document, json: summary.json)
    if summary.status != 0 { throw ExitCode(summary.status) }
  }
}

extension LogFormat: ExpressibleByArgument {}
