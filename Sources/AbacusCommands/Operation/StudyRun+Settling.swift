import SurveyIngest
import SurveyModel

/// What an earlier run left.
extension StudyRun {
  /// Writes down how a run ended that was cut short before its report was in place, and says what
  /// people should know of it.
  func settle() throws -> [String] {
    var notes: [String] = []
    if options.missedSlots > 0 {
      let runs =
        options.missedSlots == 1 ? "1 scheduled run" : "\(options.missedSlots) scheduled runs"
      notes.append(
        note(
          .missedRuns,
          "\(runs) before this one did not happen, because nothing asked for them in time; this one makes up for all"
        ))
    }
    notes += history.archive.strangers().map { Stranger.finding($0).description }
    guard let last = try history.ledger.last() else { return notes }
    if last.at > options.moment {
      notes.append(
        note(
          .clockBehind,
          "the clock shows \(options.moment), before the last run at \(last.at); set the clock right"
        ))
    }
    guard last.event == .started else { return notes }
    let isPublished = publishedManifest(of: last) != nil
    try OutputFolder(path: places.report).settle()
    if !isPublished { try settle(last, as: .interrupted, status: nil) }
    notes.append(
      note(
        .interruptedRun,
        "the run of \(last.at) was cut short; \(isPublished ? "its report" : "the report before it") is in place"
      ))
    return notes
  }

  /// Tells of a report whose run was cut short after it was in place, and writes down that the run is
  /// finished; nil where there is none.
  func finishLate() throws -> StudyOutcome? {
    guard let start = try history.ledger.last(), start.event == .started,
      let manifest = publishedManifest(of: start)
    else { return nil }
    try history.archive.keep(start.run)
    let end = try finished(
      LedgerEntry(
        event: .finished, run: start.run, at: options.end, trigger: start.trigger,
        slot: start.slot, engine: start.engine), manifest)
    var outcome = StudyOutcome(
      study: places.study, report: places.report, result: .made,
      status: Int32(manifest.exitStatus), responses: manifest.keptResponseCount,
      findingCounts: manifest.findings)
    // Where one can't be read by now, this run makes another report, or says why it can't.
    if let study = try? StudyLoader.study(path: places.study),
      let report = try? ReportNumbers(at: places.report)
    {
      outcome = try told(outcome, study, report.numbers, end)
    }
    history.archive.dropPrepared()
    try history.ledger.append(end)
    return outcome
  }

  /// Writes down that the process which did the work has ended without an outcome. A report that it
  /// had put in place is left to the next run, which tells of it.
  func fail(_ finding: Finding) -> StudyOutcome {
    var outcome = StudyOutcome.failed(places, [finding])
    do {
      let lock = try history.lock(moment: options.moment)
      try withExtendedLifetime(lock) {
        guard let last = try history.ledger.last(), last.event == .started,
          last.run == options.run, publishedManifest(of: last) == nil
        else { return }
        try OutputFolder(path: places.report).settle()
        try settle(last, as: .failed, status: outcome.status)
      }
    } catch {
      outcome.notes = failure(error).findings.map(\.text)
    }
    return afterHooks(outcome)
  }

  /// The manifest of a run's report; nil where the report in place is not its own.
  private func publishedManifest(of start: LedgerEntry) -> Manifest? {
    let manifest = PublishedReport(at: places.report)?.manifest
    return manifest?.run == start.run ? manifest : nil
  }

  /// Writes down how a run ended that has no report.
  private func settle(_ start: LedgerEntry, as event: LedgerEntry.Event, status: Int32?) throws {
    history.archive.dropPrepared()
    try history.ledger.append(
      LedgerEntry(
        event: event, run: start.run, at: options.end, trigger: start.trigger, slot: start.slot,
        engine: start.engine, status: status))
  }

  private func note(_ code: FindingCode, _ message: String) -> String {
    Finding(code, at: SourceLocation(file: places.study), message).description
  }

  /// The end of a run whose report is in place and in the archive.
  func finished(_ entry: LedgerEntry, _ manifest: Manifest) throws -> LedgerEntry {
    let added = history.archive.addedCount(of: entry.run)
    let before = try history.ledger.last { $0.event == .finished }?.addedAt
    var entry = entry
    entry.status = Int32(manifest.exitStatus)
    entry.responses = manifest.keptResponseCount
    entry.added = added
    entry.addedAt = added == 0 ? before ?? entry.at : entry.at
    entry.findings = manifest.findings
    return entry
  }
}
