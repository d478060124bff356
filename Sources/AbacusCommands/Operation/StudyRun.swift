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
  /// False where hooks are left out.
  var runsHooks = true
  /// True where `moment` is not the present one, but one that somebody tries out.
  var isTrial = false
  /// Folders in which files of the study may lie, beside its own.
  var roots: [String] = []
  /// The folder below which the report and the history go; nil for beside the study.
  var out: String?

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

  /// Does the work.
  func run() -> StudyOutcome {
    do {
      guard SystemCalls.exists(places.study) else {
        throw IngestError.fileNotFound(path: places.study)
      }
      try checkPlaces()
      try history.make()
      let lock = try history.lock(moment: options.moment)
      return try withExtendedLifetime(lock) {
        let notes = try settle()
        let late = try finishLate()
        var outcome = try passOver(after: late) ?? make()
        outcome.notes = notes + (late?.notes ?? []) + outcome.notes
        return outcome
      }
    } catch {
      return afterHooks(failure(error))
    }
  }

  /// Refuses a report or a history that a link leads elsewhere.
  private func checkPlaces() throws {
    CurrentReport.noteInputs(of: places.study, roots: StudyRoots(options.roots))
    let bounds = StudyBounds(
      study: places.study, roots: StudyRoots(options.roots + (options.out.map { [$0] } ?? [])))
    for path in [places.report, FilePath.folder(of: places.history)] {
      try bounds.check(output: path)
    }
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
  ///
  /// - Parameter late: what this run has told of a report that the run before it made.
  private func passOver(after late: StudyOutcome?) throws -> StudyOutcome? {
    guard !options.isForced, hookRefusal == nil,
      let current = CurrentReport(
        of: places, date: options.date, roots: StudyRoots(options.roots))
    else { return nil }
    var outcome = unchanged(current.manifest)
    if let late {
      (outcome.status, outcome.alerts) = (late.status, late.alerts)
    } else {
      let check = AlertCheck(alerts: current.study.operation.alerts)
      if !check.alerts.isEmpty {
        outcome.alerts = check.unchangedResults(
          AlertFile(at: history.alertFile).alerts,
          secondsWithoutResponses: try secondsWithoutResponses())
      }
      outcome = afterHooks(try writingAlerts(of: outcome))
    }
    if options.trigger != .manual {
      var entry = entry(.unchanged)
      entry.status = outcome.status
      try history.ledger.append(entry)
    }
    return outcome
  }

  private func unchanged(_ manifest: Manifest) -> StudyOutcome {
    StudyOutcome(
      study: places.study, report: places.report, result: .unchanged,
      status: Int32(manifest.exitStatus), responses: manifest.keptResponseCount,
      findingCounts: manifest.findings)
  }

  /// Makes the report, tells of it, and writes down what became of it.
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
      entry.inputs = CurrentReport.inputDigest(
        of: places.study, roots: StudyRoots(options.roots))
      try history.ledger.append(entry)
      return afterHooks(outcome)
    }
    try history.archive.keep(options.run)
    let end = try finished(entry(.finished), manifest)
    let outcome = try told(
      StudyOutcome(
        study: places.study, report: places.report, result: .made,
        status: Int32(manifest.exitStatus), responses: manifest.keptResponseCount,
        findings: made.findings.map(StudyOutcome.Line.init), findingCounts: manifest.findings),
      made.study, made.numbers, end)
    try history.ledger.append(end)
    return outcome
  }

  /// Puts a new report in place.
  private func publish() throws -> (MadeReport, Manifest) {
    if let hookRefusal { throw CommandFailure(hookRefusal) }
    let folder = OutputFolder(path: places.report)
    try folder.check(forFiles: ReportFiles.names)
    // What is pruned now is no part of what the report is made from.
    history.archive.prune()
    let made = try MadeReport(
      study: places.study, date: options.date, moment: options.moment, run: options.run,
      memory: try RunMemory(of: history), roots: StudyRoots(options.roots))
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
      trigger: options.trigger, slot: options.slot, engine: AbacusVersion.text)
  }
}
