import Glibc
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
}

/// Makes the report of one study, unattended: one process at a time, nothing twice, everything
/// written down.
///
/// The ledger has a line before the work begins and one after it ended. In between the report is
/// exchanged in one step. So whenever the process is cut short, the next run knows from the manifest
/// of the report in place on which side of that step it was.
struct StudyRun {
  let places: StudyPlaces
  let options: RunOptions
  private let history: StudyHistory

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
      try history.make()
      let lock = try history.lock(moment: options.moment)
      return try withExtendedLifetime(lock) {
        let notes = try settle()
        var outcome = try isCurrent() ?? make()
        outcome.notes = notes + outcome.notes
        return outcome
      }
    } catch {
      return failure(error)
    }
  }

  private func failure(_ error: any Error) -> StudyOutcome {
    if let busy = error as? RunBusy {
      let owner = busy.owner.map { "process \($0.pid) since \($0.since)" } ?? "another process"
      return .failed(
        places,
        [
          Finding(
            .runInProgress, at: SourceLocation(file: places.study),
            "the study is being run by \(owner); wait until that has ended")
        ])
    }
    return .failed(
      places,
      CommandFailure(error)?.findings
        ?? [
          Finding(
            .crashedRun, at: SourceLocation(file: places.study),
            "this is a mistake of abacus (\(error)); please report it")
        ])
  }

  /// Writes down that the process which did the work has ended without an outcome.
  func fail(_ finding: Finding) -> StudyOutcome {
    var outcome = StudyOutcome.failed(places, [finding])
    do {
      let lock = try history.lock(moment: options.moment)
      try withExtendedLifetime(lock) {
        guard let last = try history.ledger.last(), last.event == .started, last.run == options.run
        else { return }
        try settle(last, as: .failed, status: outcome.status)
      }
    } catch {
      outcome.notes = failure(error).findings.map(\.text)
    }
    return outcome
  }

  // MARK: What an earlier run left

  /// Writes down how a run ended that was cut short, and says what people should know of it.
  private func settle() throws -> [String] {
    guard let last = try history.ledger.last() else { return [] }
    var notes: [String] = []
    if last.at > options.moment {
      notes.append(
        note(
          .clockBehind,
          "the clock shows \(options.moment), before the last run at \(last.at); set the clock right"
        )
      )
    }
    guard last.event == .started else { return notes }
    let isPublished = PublishedReport(at: places.report)?.manifest.run == last.run
    try settle(last, as: .interrupted, status: nil)
    notes.append(
      note(
        .interruptedRun,
        "the run of \(last.at) was cut short; \(isPublished ? "its report" : "the report before it") is in place"
      ))
    return notes
  }

  /// Writes down how a run ended whose process did not.
  ///
  /// - Parameter event: what it came to, unless its report is in place.
  private func settle(_ start: LedgerEntry, as event: LedgerEntry.Event, status: Int32?) throws {
    try OutputFolder(path: places.report).settle()
    var end = LedgerEntry(
      event: event, run: start.run, at: options.moment, trigger: start.trigger, slot: start.slot,
      engine: start.engine, status: status)
    if let manifest = PublishedReport(at: places.report)?.manifest, manifest.run == start.run {
      try history.archive.keep(start.run)
      end = Self.finished(end, manifest)
    }
    history.archive.dropPrepared()
    try history.ledger.append(end)
  }

  private func note(_ code: FindingCode, _ message: String) -> String {
    Finding(code, at: SourceLocation(file: places.study), message).description
  }

  /// The end of a run whose report is in place.
  private static func finished(_ entry: LedgerEntry, _ manifest: Manifest) -> LedgerEntry {
    LedgerEntry(
      event: .finished, run: entry.run, at: entry.at, trigger: entry.trigger, slot: entry.slot,
      engine: entry.engine, status: Int32(manifest.exitStatus),
      responses: manifest.keptResponseCount, findings: manifest.findings)
  }

  // MARK: The report

  /// The outcome where nothing has changed.
  private func isCurrent() throws -> StudyOutcome? {
    guard !options.isForced, let current = CurrentReport(of: places, date: options.date) else {
      return nil
    }
    let status = Int32(current.manifest.exitStatus)
    if options.trigger == .schedule {
      var entry = entry(.unchanged)
      entry.status = status
      try history.ledger.append(entry)
    }
    return StudyOutcome(
      study: places.study, report: places.report, result: .unchanged, status: status,
      responses: current.manifest.keptResponseCount, findingCounts: current.manifest.findings)
  }

  private func entry(_ event: LedgerEntry.Event) -> LedgerEntry {
    LedgerEntry(
      event: event, run: options.run, at: options.moment, trigger: options.trigger,
      slot: options.slot, engine: AbacusVersion.text)
  }

  /// Makes the report and writes down what became of it.
  private func make() throws -> StudyOutcome {
    try history.ledger.append(entry(.started))
    let manifest: Manifest
    let findings: [Finding]
    do {
      (manifest, findings) = try publish()
    } catch {
      history.archive.dropPrepared()
      let outcome = failure(error)
      var entry = entry(.failed)
      entry.status = outcome.status
      entry.findings = outcome.findingCounts
      try history.ledger.append(entry)
      return outcome
    }
    try history.archive.keep(options.run)
    try history.ledger.append(Self.finished(entry(.finished), manifest))
    history.archive.prune()
    return StudyOutcome(
      study: places.study, report: places.report, result: .made,
      status: Int32(manifest.exitStatus),
      responses: manifest.keptResponseCount,
      findings: findings.map(StudyOutcome.Line.init), findingCounts: manifest.findings)
  }

  /// Puts a new report in place.
  private func publish() throws -> (Manifest, [Finding]) {
    let folder = OutputFolder(path: places.report)
    try folder.check(forFiles: ReportFiles.names)
    let made = try MadeReport(
      study: places.study, date: options.date, moment: options.moment, run: options.run,
      salt: try history.salt())
    let files = made.files.map { ($0.name, $0.text) }
    let manifest = made.manifest.with(outputs: made.files.map(\.record))
    try history.archive.prepare(
      options.run,
      files + [
        (Manifest.fileName, manifest.text),
        (RunArchive.responsesName, made.digests?.text ?? ""),
      ])
    return (try folder.replace(with: made.files, manifest: made.manifest), made.findings)
  }
}
