import SurveyModel

/// The systemd user units of one study: a service that runs it when it is due, and what wakes it.
package struct SystemdUnits: Hashable, Sendable {
  /// The files, service first.
  package let files: [UnitFile]

  /// The units of a study.
  ///
  /// A timer comes at each slot. A schedule that follows the data has a path unit that watches the
  /// folders of the exports, and a timer every hour for what it can't see: network folders, and files
  /// that came while the machine was off.
  ///
  /// - Parameters:
  ///   - program: the absolute path of abacus.
  ///   - roots: absolute paths of folders in which files of the study may lie, beside its own.
  ///   - options: what the service says besides: options that need no quotes.
  ///   - now: clock changes after this moment are considered.
  /// - Throws: `ScheduleError.unwritablePath`.
  package init(
    of study: ScheduledStudy, program: String, roots: [String] = [], options: [String] = [],
    asOf now: Moment
  ) throws(ScheduleError) {
    for path in [program] + roots { try ProgramPath.check(path) }
    let name = UnitName.of(study.path)
    let words =
      ["schedule", "run-due", "--by-timer"] + options + [UnitText.argument(study.path)]
      + roots.map { "--root \(UnitText.argument($0))" }
    var files = [Self.service(study, name, program, words)]
    if let rule = study.clock.rule {
      files.append(
        Self.timer(study, name, events: OnCalendar.events(of: rule, on: study.clock, asOf: now)))
    } else {
      files += [Self.path(study, name), Self.timer(study, name, events: ["hourly"])]
    }
    self.files = files
  }

  /// Runs the study when it is due. Status 1 is that of a report with something kept out of it.
  private static func service(
    _ study: ScheduledStudy, _ name: String, _ program: String, _ words: [String]
  ) -> UnitFile {
    let command = ([UnitText.program(program)] + words).joined(separator: " ")
    // The run keeps its own limit for each attempt; this one is for a run that hangs nevertheless.
    let limit = RetryPolicy(study.options).longestSeconds(
      timeoutSeconds: study.options.timeoutSeconds)
    return UnitFile(
      name: name + ".service", study: study.path, isEnabled: false,
      lines: [
        "[Unit]", "Description=Report of \(UnitText.plain(study.path)), if due", "", "[Service]",
        "Type=oneshot", "ExecStart=\(command)", "SuccessExitStatus=1",
        "TimeoutStartSec=\(limit.map { String($0 + 60) } ?? "infinity")",
      ])
  }

  private static func timer(
    _ study: ScheduledStudy, _ name: String, events: [String]
  ) -> UnitFile {
    let jitter = study.options.jitterSeconds
    let delay = jitter > 0 ? ["RandomizedDelaySec=\(jitter)", "FixedRandomDelay=true"] : []
    return UnitFile(
      name: name + ".timer", study: study.path, isEnabled: true,
      lines: ["[Unit]", "Description=When the report of \(UnitText.plain(study.path)) is due", ""]
        + ["[Timer]"] + events.map { "OnCalendar=\($0)" } + ["Persistent=true"] + delay
        + ["", "[Install]", "WantedBy=timers.target"])
  }

  private static func path(_ study: ScheduledStudy, _ name: String) -> UnitFile {
    UnitFile(
      name: name + ".path", study: study.path, isEnabled: true,
      lines: ["[Unit]", "Description=New data of \(UnitText.plain(study.path))", "", "[Path]"]
        + study.dataFolders.map { "PathChanged=\(UnitText.folder($0))" }
        + ["", "[Install]", "WantedBy=paths.target"])
  }
}
