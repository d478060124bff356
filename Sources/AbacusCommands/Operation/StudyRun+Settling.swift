import SurveyModel

/// What an earlier run left.
extension StudyRun {
  /// Writes down how a run ended that was cut short, and says what people should know of it.
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
    guard let last = try history.ledger.last() else { return notes }
    if last.at > options.moment {
      notes.append(
        note(
          .clockBehind,
          "the clock shows \(options.moment), before the last run at \(last.at); set the clock right"
        ))
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

  /// Writes down how a run ended whose process did not.
  ///
  /// - Parameter event: what it came to, unless its report is in place.
  private func settle(_ start: LedgerEntry, as event: LedgerEntry.Event, status: Int32?) throws {
    try OutputFolder(path: places.report).settle()
    var end = LedgerEntry(
      event: event, run: start.run, at: options.end, trigger: start.trigger, slot: start.slot,
      engine: start.engine, status: status)
    if let manifest = PublishedReport(at: places.report)?.manifest, manifest.run == start.run {
      try history.archive.keep(start.run)
      end = try finished(end, manifest, addedCount: history.archive.addedCount(of: start.run))
    }
    history.archive.dropPrepared()
    try history.ledger.append(end)
  }

  private func note(_ code: FindingCode, _ message: String) -> String {
    Finding(code, at: SourceLocation(file: places.study), message).description
  }

  /// The end of a run whose report is in place.
  func finished(
    _ entry: LedgerEntry, _ manifest: Manifest, addedCount: Int?
  ) throws -> LedgerEntry {
    let before = try history.ledger.last { $0.event == .finished }?.addedAt
    return LedgerEntry(
      event: .finished, run: entry.run, at: entry.at, trigger: entry.trigger, slot: entry.slot,
      engine: entry.engine, status: Int32(manifest.exitStatus),
      responses: manifest.keptResponseCount, added: addedCount,
      addedAt: addedCount == 0 ? before ?? entry.at : entry.at, findings: manifest.findings)
  }
}
