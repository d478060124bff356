import Glibc
import ReportSchedule
import SurveyAnalysis
import SurveyIngest
import SurveyModel

/// Telling of a run: alerts and hooks.
///
/// A report is told of before the ledger says that its run is finished. So when a run is cut short in
/// between, the next one tells of it again, and nobody misses an alert or a mail.
extension StudyRun {
  /// The outcome of a new report, after its alerts were looked at and its hooks were run.
  ///
  /// - Parameter end: the line that will say in the ledger that the run is finished.
  func told(
    _ outcome: StudyOutcome, _ study: Study, _ numbers: PublishedNumbers, _ end: LedgerEntry
  ) throws -> StudyOutcome {
    var outcome = outcome
    outcome.alerts = AlertCheck(alerts: study.operation.alerts).results(
      numbers, findings: end.findings, before: history.archive.findings(before: end.run),
      secondsWithoutResponses: Self.seconds(since: end.addedAt, until: options.moment))
    return afterHooks(try writingAlerts(of: outcome))
  }

  /// The outcome with its alerts written down.
  func writingAlerts(of outcome: StudyOutcome) throws -> StudyOutcome {
    var outcome = outcome
    if outcome.raisesAlert { outcome.status = ExitStatus.attention }
    try AlertFile(outcome.alerts).write(
      in: history, study: places.study, run: options.run, moment: options.moment)
    return outcome
  }

  /// How long ago a run saw a response that the run before it had not.
  func secondsWithoutResponses() throws -> Int {
    Self.seconds(
      since: try history.ledger.last { $0.event == .finished }?.addedAt, until: options.moment)
  }

  private static func seconds(since moment: String?, until now: String) -> Int {
    guard let moment = moment.flatMap({ Moment($0) }), let now = Moment(now) else { return 0 }
    return max(0, now.seconds(since: moment))
  }

  /// Why the hooks of the study may not run; nil where they may, or are not to.
  var hookRefusal: Finding? { options.runsHooks ? StudyHooks(of: places.study).refusal : nil }

  /// The outcome after the hooks that it calls; one that fails is somebody's to look at. A study that
  /// can't be read has no hooks.
  func afterHooks(_ outcome: StudyOutcome) -> StudyOutcome {
    guard options.runsHooks else { return outcome }
    let study = StudyHooks(of: places.study)
    var outcome = outcome
    if let refusal = study.refusal {
      let line = StudyOutcome.Line(refusal)
      if outcome.findings.contains(line) { return outcome }
      if outcome.result != .failed { outcome.status = ExitStatus.attention }
      outcome.notes.append(line.text)
      return outcome
    }
    let failures = HookRun(folder: study.folder, outcome: outcome.json)
      .run(study.hooks, after: outcome.events)
    if !failures.isEmpty, outcome.result != .failed { outcome.status = ExitStatus.attention }
    outcome.notes += failures.map(\.description)
    return outcome
  }
}

extension StudyOutcome {
  /// True where one of the study's alerts is raised.
  var raisesAlert: Bool { alerts.contains { $0.state == .raised } }

  /// What calls hooks.
  fileprivate var events: Set<Hook.Event> {
    var events: Set<Hook.Event> =
      switch result {
      case .made: [.report]
      case .unchanged: [.unchanged]
      case .failed: [.failure]
      }
    if raisesAlert { events.insert(.alert) }
    return events
  }
}
