import Glibc
import ReportSchedule
import SurveyIngest
import SurveyModel

/// What a run of a study is told.
struct RunOptions: Hashable, Codable {
  /// The run's name; every study of a batch has the same.
  var run: String
  /// When it began: ISO 8601 in UTC.
  var moment: String
  /// The day that the reports name; nil for today.
  var date: String?
  /// True to make a report even where nothing has changed.
  var isForced = false
  /// Why it began.
  var trigger = LedgerEntry.Trigger.manual
  /// The moment that a scheduled run is for.
  var slot: String?
  /// How many scheduled moments before it have passed without a run.
  var missedSlots = 0
  /// True where `moment` is not the present one, but one that somebody tries out.
  var isTrial = false

  /// When something happens that ends the run: ISO 8601 in UTC.
  var end: String { isTrial ? moment : max(moment, Today.moment(option: nil)) }
}

/// Makes the report of one study, unattended: one process at a time, nothing twice, everything
/// written down.
///
/// The ledger has a line before the work begins and one after it ended. In between the report is
/// exchanged in one step. So whenever the process is cut short, the next run knows from the manifest
/// of the report in place on which side of that step it was.
struct StudyRun {
  /// Where the study's files are.
  let places: StudyPlaces
  /// What the run is told.
  let options: RunOptions
  /// What earlier runs left.
  let history: StudyHistory

  /// The run of a study.
  init(_ places: StudyPlaces, _ options: RunOptions) {
    self.places = places
    self.options = options
    history = StudyHistory(path: places.history)
  }

  /// The run that a worker was told of.
  init(_ job: RunJob) {
    self.init(
      StudyPlaces(study: job.study, report: job.report, history: job.history), job.options)
  }

  /// Does the work, and runs the study's hooks after it.
  func run() -> StudyOutcome {
    let outcome: StudyOutcome
    do {
      guard SystemCalls.exists(places.study) else {
        throw IngestError.fileNotFound(path: places.study)
      }
      try history.make()
      let lock = try history.lock(moment: options.moment)
      outcome = try withExtendedLifetime(lock) {
        let notes = try settle()
        var outcome = try passOver() ?? make()
        outcome.notes = notes + outcome.notes
        return outcome
      }
    } catch {
      outcome = failure(error)
    }
    return afterHooks(outcome)
  }

  /// The outcome that an error is.
  func failure(_ error: any Error) -> StudyOutcome {
    let place = SourceLocation(file: places.study)
    if let busy = error as? RunBusy {
      let owner = busy.owner.map { "process \($0.pid) since \($0.since)" } ?? "another process"
      return .failed(
        places,
        [
          Finding(
            .runInProgress, at: place,
            "the study is being run by \(owner); wait until that has ended")
        ])
    }
    return .failed(
      places,
      CommandFailure(error)?.findings
        ?? [
          Finding(
            .crashedRun, at: place, "this is a mistake of abacus (\(error)); please report it")
        ])
  }

  // MARK: The report

  /// The outcome where nothing has changed; nil where a report is to be made.
  private func passOver() throws -> StudyOutcome? {
    guard !options.isForced, let current = CurrentReport(of: places, date: options.date) else {
      return nil
    }
    var outcome = StudyOutcome(
      study: places.study, report: places.report, result: .unchanged,
      status: Int32(current.manifest.exitStatus), responses: current.manifest.keptResponseCount,
      findingCounts: current.manifest.findings)
    let check = AlertCheck(alerts: current.study.operation.alerts)
    try look(
      check.alerts.isEmpty
        ? []
        : check.unchangedResults(
          AlertFile(at: history.alertFile).alerts,
          secondsWithoutResponses: try secondsWithoutResponses()), &outcome)
    if options.trigger != .manual {
      var entry = entry(.unchanged)
      entry.status = outcome.status
      try history.ledger.append(entry)
    }
    return outcome
  }

  /// Makes the report and writes down what became of it.
  private func make() throws -> StudyOutcome {
    try history.ledger.append(entry(.started))
    let made: MadeReport
    let manifest: Manifest
    do {
      (made, manifest) = try publish()
    } catch {
      history.archive.dropPrepared()
      let outcome = failure(error)
      var entry = entry(.failed)
      entry.status = outcome.status
      entry.findings = outcome.findingCounts
      entry.inputs = CurrentReport.inputDigest(of: places.study)
      try history.ledger.append(entry)
      return outcome
    }
    try history.archive.keep(options.run)
    try history.ledger.append(
      finished(entry(.finished), manifest, addedCount: made.addedCount))
    var outcome = StudyOutcome(
      study: places.study, report: places.report, result: .made,
      status: Int32(manifest.exitStatus), responses: manifest.keptResponseCount,
      findings: made.findings.map(StudyOutcome.Line.init), findingCounts: manifest.findings)
    try look(
      AlertCheck(alerts: made.study.operation.alerts).results(
        made.numbers, findings: manifest.findings, before: made.lastFindings,
        secondsWithoutResponses: try secondsWithoutResponses()), &outcome)
    return outcome
  }

  /// Puts a new report in place.
  private func publish() throws -> (MadeReport, Manifest) {
    let folder = OutputFolder(path: places.report)
    try folder.check(forFiles: ReportFiles.names)
    // What is pruned now is no part of what the report is made from.
    history.archive.prune()
    let made = try MadeReport(
      study: places.study, date: options.date, moment: options.moment, run: options.run,
      memory: try RunMemory(of: history))
    let manifest = made.manifest.with(outputs: made.files.map(\.record))
    try history.archive.prepare(
      options.run,
      made.files.map { ($0.name, $0.text) } + [
        (Manifest.fileName, manifest.text),
        (RunArchive.responsesName, made.digests?.text ?? ""),
      ])
    return (made, try folder.replace(with: made.files, manifest: made.manifest))
  }

  private func entry(_ event: LedgerEntry.Event) -> LedgerEntry {
    LedgerEntry(
      event: event, run: options.run, at: event == .started ? options.moment : options.end,
      trigger: options.trigger,
      slot: options.slot, engine: AbacusVersion.text)
  }

  // MARK: Alerts and hooks

  /// Writes down what became of the alerts.
  private func look(_ alerts: [AlertResult], _ outcome: inout StudyOutcome) throws {
    outcome.alerts = alerts
    if alerts.contains(where: { $0.state == .raised }) { outcome.status = ExitStatus.attention }
    if alerts.isEmpty {
      unlink(history.alertFile)
    } else {
      try AlertFile(alerts).write(
        to: history.alertFile, study: places.study, run: options.run, moment: options.moment)
    }
  }

  private func secondsWithoutResponses() throws -> Int {
    let last = try history.ledger.last { $0.event == .finished }?.addedAt
    guard let last = last.flatMap({ Moment($0) }), let now = Moment(options.moment) else {
      return 0
    }
    return max(0, now.seconds(since: last))
  }

  /// The outcome after the hooks that it calls; one that fails is somebody's to look at.
  func afterHooks(_ outcome: StudyOutcome) -> StudyOutcome {
    guard let hooks = (try? StudyLoader.study(path: places.study))?.operation.hooks, !hooks.isEmpty
    else { return outcome }
    var outcome = outcome
    var events: Set<Hook.Event> =
      switch outcome.result {
      case .made: [.report]
      case .unchanged: [.unchanged]
      case .failed: [.failure]
      }
    if outcome.alerts.contains(where: { $0.state == .raised }) { events.insert(.alert) }
    let failures = HookRun(study: places.study, outcome: outcome.json).run(hooks, after: events)
    if !failures.isEmpty, outcome.result != .failed { outcome.status = ExitStatus.attention }
    outcome.notes += failures.map(\.description)
    return outcome
  }
}
