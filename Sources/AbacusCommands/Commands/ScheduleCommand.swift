package import ArgumentParser
import ReportSchedule
import SurveyModel

/// `abacus schedule`: when reports are due, and who wakes up for them.
package struct ScheduleCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Show when reports are due, and have the system make them.",
    discussion: """
      A study says under `schedule` when its report is due.

      EXAMPLE
        abacus schedule list data/examples --at 2026-03-28T12:00:00Z --count 2
        abacus schedule install data/examples --systemd --dry-run
      """,
    subcommands: [List.self, Install.self, RunDue.self])

  package init() {}

  /// `abacus schedule list`.
  package struct List: ParsableCommand {
    package static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Show when the report of each study is due next.",
      discussion: """
        Times are those of the schedule's zone and in UTC. Folders are searched for studies.

        EXAMPLE
          abacus schedule list data/examples --at 2026-03-28T12:00:00Z --count 2
        """)

    @Argument(help: ArgumentHelp("Studies, or folders with studies below.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("How many runs of each study are shown.", valueName: "n"))
    var count = 1

    @Option(
      help: ArgumentHelp(
        "The moment after which runs are shown, as 2026-03-28T12:00:00Z; now if absent.",
        valueName: "moment"))
    var at: String?

    @Flag(help: "Print the list as JSON.")
    var json = false

    @OptionGroup var root: RootOptions

    @OptionGroup var findings: FindingOptions

    package init() {}

    package func validate() throws {
      guard (1...1000).contains(count) else {
        throw ValidationError("--count is \(count); write a number from 1 to 1000")
      }
      if let at, Moment(at) == nil {
        throw ValidationError("--at can't be `\(at)`; write it as 2026-03-28T12:00:00Z")
      }
    }

    package func run() throws {
      try findings.run { log in
        let studies = try ScheduledStudies(paths, checkingWith: root.roots)
        log.show(studies.findings)
        let list = ScheduleDocument(
          entries: studies.entries, moment: at.flatMap { Moment($0) } ?? .now, count: count)
        let format: ResultFormat = json ? .json : .table
        try format.write(list.document, json: list.json)
      }
    }
  }
}
