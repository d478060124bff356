package import ArgumentParser
import Glibc
import ReportSchedule
import SurveyIngest
import SurveyModel

extension ScheduleCommand {
  /// `abacus schedule install`.
  package struct Install: ParsableCommand {
    package static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Have systemd or cron make reports when they are due.",
      discussion: """
        Shows what it would write and asks. Calling it again brings up to date what it wrote.

        EXAMPLE
          abacus schedule install data/examples --systemd --dry-run
        """)

    @Argument(help: ArgumentHelp("Studies, or folders with studies below.", valueName: "path"))
    var paths: [String]

    @Flag(help: "A timer for each study in the user's systemd; the default where it runs.")
    var systemd = false

    @Flag(help: "A line of the user's crontab that asks every five minutes what is due.")
    var cron = false

    @Flag(help: "Remove what was installed for these paths.")
    var remove = false

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Write without asking.")
    var yes = false

    @Flag(help: "Write the units, and leave it to you to start them.")
    var noStart = false

    @Flag(help: "Have the scheduler run no programs that studies name under `hooks`.")
    var noHooks = false

    @OptionGroup var root: RootOptions

    @OptionGroup var findings: FindingOptions

    package init() {}

    package func validate() throws {
      if systemd && cron {
        throw ValidationError("--systemd and --cron exclude each other; choose one")
      }
    }

    package func run() throws {
      try findings.run { log in
        let scheduler = try Scheduler.chosen(systemd: systemd, cron: cron)
        let studies = try remove ? nil : self.studies(log)
        guard !log.hasStopped else { return }
        let targets = paths.map(AbsolutePath.of)
        switch scheduler {
        case .systemd: try installUnits(of: studies, targets: targets)
        case .cron: try installLines(targets: targets)
        }
      }
    }

    /// Studies with a mistake stop the work: their units would be taken for those of no schedule.
    private func studies(_ log: FindingLog) throws -> ScheduledStudies {
      let studies = try ScheduledStudies(paths, checkingWith: root.roots)
      log.show(studies.findings)
      if !log.hasStopped, studies.scheduled.isEmpty {
        try Streams.line(
          "No study has a schedule; write `schedule: weekly on monday 07:00` in one.")
      }
      return studies
    }

    /// What the scheduler says besides to `abacus schedule run-due`.
    private var options: [String] { noHooks ? ["--no-hooks"] : [] }

    private func installUnits(of studies: ScheduledStudies?, targets: [String]) throws {
      let program = AbsolutePath.of(ProgramWords.path)
      let units = try (studies?.scheduled ?? []).flatMap {
        try SystemdUnits(
          of: $0, program: program, roots: root.roots.folders, options: options, asOf: .now
        ).files
      }
      let installation = try SystemdInstallation(
        of: units, targets: targets,
        known: studies.map { Set($0.entries.map { AbsolutePath.of($0.path) }) },
        folder: SystemdInstallation.userFolder())
      guard try isWanted(installation.plan, isEmpty: units.isEmpty && installation.isEmpty) else {
        return
      }
      let control = SystemdControl(isSilent: noStart)
      try control.call(installation.stops)
      try installation.apply()
      try control.call(installation.starts)
      try Streams.line(
        "units: \(installation.written.count) written, \(installation.removed.count) removed, \(installation.kept.count) kept"
      )
      if !units.isEmpty { try SystemdControl.adviseLinger() }
      try control.finish()
    }

    private func installLines(targets: [String]) throws {
      let program = remove ? nil : AbsolutePath.of(ProgramWords.path)
      let installation = try CronInstallation(
        targets: targets, program: program, roots: root.roots.folders, options: options,
        isTrial: dryRun)
      guard try isWanted(installation.plan, isEmpty: installation.isEmpty) else { return }
      try installation.apply()
      try Streams.line("The crontab is written.")
    }

    /// Shows what is to change, and asks where nobody said yes before.
    private func isWanted(_ plan: [String], isEmpty: Bool) throws -> Bool {
      for line in plan { try Streams.line(line) }
      if isEmpty {
        try Streams.line("Nothing is to change.")
        return false
      }
      if dryRun { return false }
      if yes { return true }
      guard isatty(STDIN_FILENO) == 1, Streams.isTerminal else {
        throw ValidationError(
          "nobody can be asked here whether this may be written; look at it, then add --yes")
      }
      try Streams.out("Write this? [y/N] ")
      if ["y", "yes"].contains((readLine() ?? "").lowercased()) { return true }
      try Streams.line("Nothing was changed.")
      return false
    }
  }
}

/// Who wakes up when a report is due.
enum Scheduler {
  /// The user's own systemd.
  case systemd
  /// The user's crontab.
  case cron

  /// The one that was asked for; without a word systemd where it runs the machine, else cron.
  static func chosen(systemd: Bool, cron: Bool) throws -> Scheduler {
    if systemd { return .systemd }
    if cron { return .cron }
    if (try? SystemCalls.kind(of: "/run/systemd/system")) == .folder { return .systemd }
    if CronInstallation.isInstalled { return .cron }
    throw CommandFailure(
      Finding(
        .schedulerUnreachable,
        "neither systemd nor cron is on this machine; let another scheduler call `abacus schedule run-due` every few minutes, or choose with --systemd or --cron"
      ))
  }
}
