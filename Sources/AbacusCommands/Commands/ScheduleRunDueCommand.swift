package import ArgumentParser
import Glibc
import ReportSchedule
import SurveyModel

extension ScheduleCommand {
  /// `abacus schedule run-due`.
  package struct RunDue: ParsableCommand {
    package static let configuration = CommandConfiguration(
      commandName: "run-due",
      abstract: "Make the reports that are due now.",
      discussion: """
        For a scheduler that calls every few minutes, or for a timer of one study. Where nothing is \
        due nothing is printed and nothing is written. Moments that have passed without a run, while \
        the machine was off, give one run together. The exit status is that of `abacus run`.

        EXAMPLE
          abacus schedule run-due data/examples --out runs
        """)

    @Argument(help: ArgumentHelp("Studies, or folders with studies below.", valueName: "path"))
    var paths: [String]

    @Option(
      help: ArgumentHelp(
        "Put reports and histories below this folder instead of beside the studies.",
        valueName: "dir"))
    var out: String?

    @Option(
      help: ArgumentHelp(
        "The moment that counts as now, as 2026-03-28T12:00:00Z, for trying out.",
        valueName: "moment"))
    var at: String?

    @Flag(
      help: "A timer of the study's own calls: don't wait for its jitter, but for its retries.")
    var byTimer = false

    @Flag(help: "Run no programs that studies name under `hooks`.")
    var noHooks = false

    @Flag(help: "Print the summary as JSON.")
    var json = false

    @Option(
      help: ArgumentHelp(
        "How the log on standard error is written: text or json.", valueName: "format"))
    var log: LogFormat?

    @OptionGroup var root: RootOptions

    package init() {}

    package func validate() throws {
      if let at, Moment(at) == nil {
        throw ValidationError("--at can't be `\(at)`; write it as 2026-03-28T12:00:00Z")
      }
    }

    package func run() throws {
      let findings = FindingLog(showsAll: true)
      var status: Int32 = 0
      try findings.stopping {
        var due = try look()
        if !due.jobs.isEmpty || !due.findings.isEmpty { status = try make(due) }
        while byTimer, at == nil, !due.jobs.isEmpty {
          due = try look()
          if let next = due.nextAttempt {
            sleep(UInt32(max(1, next.seconds(since: .now))))
            due = try look()
          }
          if !due.jobs.isEmpty { status = try make(due) }
        }
      }
      if findings.hasStopped { status = ExitStatus.of(findings.findings) }
      if status != 0 { throw ExitCode(status) }
    }

    /// What is due. A timer that watches the data calls as soon as they change; it waits until they
    /// are complete.
    private func look() throws -> DueStudies {
      if byTimer, at == nil { waitForData() }
      let (moment, run) = at.map { ($0, RunID.make(at: $0)) } ?? RunID.now()
      return try DueStudies(
        paths, out: out, roots: root.roots, run: run, now: Moment(moment) ?? .now, isTimed: byTimer,
        isTrial: at != nil, runsHooks: !noHooks)
    }

    private func waitForData() {
      for study in StudyFinder(paths).studies {
        for _ in 0..<120
        where (try? SettledInputs(of: study.path, roots: root.roots).isSettled(at: .now)) == false {
          sleep(1)
        }
      }
    }

    private func make(_ due: DueStudies) throws -> Int32 {
      let summary = try BatchRun(
        name: due.run, moment: due.now.description, studies: due.jobs, findings: due.findings,
        jobs: nil, log: log
      ).run()
      let format: ResultFormat = json ? .json : .table
      try format.write(summary.document, json: summary.json)
      return summary.status
    }
  }
}
