import Glibc
import Logging
import SurveyModel

/// Runs many studies and says how it goes: in a log, or in one line on a terminal.
struct BatchRun {
  /// The run's name.
  let name: String
  /// When it began: ISO 8601 in UTC.
  let moment: String
  /// The studies.
  let studies: [RunJob]
  /// What could not be looked at while they were searched for.
  let findings: [Finding]
  /// How many studies at once; nil for as many as processors.
  let jobs: Int?
  /// How the log is written; nil for a line of progress on a terminal, text elsewhere.
  let log: LogFormat?

  /// The run of studies that are all told the same.
  ///
  /// - Parameter timeLimit: seconds that one study may take; nil for no limit.
  init(
    options: RunOptions, places: [StudyPlaces], findings: [Finding], jobs: Int?, timeLimit: Int?,
    log: LogFormat?
  ) {
    self.init(
      name: options.run, moment: options.moment,
      studies: places.map { RunJob($0, options, timeLimit: timeLimit) }, findings: findings,
      jobs: jobs, log: log)
  }

  /// The run of studies that may be told different things.
  init(
    name: String, moment: String, studies: [RunJob], findings: [Finding], jobs: Int?,
    log: LogFormat?
  ) {
    self.name = name
    self.moment = moment
    self.studies = studies
    self.findings = findings
    self.jobs = jobs
    self.log = log
  }

  /// Does the work.
  ///
  /// - Throws: `CommandFailure` where no process can be started.
  func run() throws -> RunSummary {
    let reporter = BatchReporter(
      run: name, total: studies.count, format: log,
      isTerminal: log == nil && Streams.errorIsTerminal)
    for finding in findings { reporter.show(finding) }
    var outcomes = [StudyOutcome?](repeating: nil, count: studies.count)
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    do {
      try WorkerPool(size: jobs ?? processors).run(
        studies, started: { reporter.begin(studies[$0].study) },
        ended: { index, outcome in
          outcomes[index] = outcome
          reporter.end(outcome)
        })
    } catch let error as SystemError {
      throw CommandFailure(
        Finding(
          .crashedRun,
          "no process could be started to make the reports (\(error.reason)); try again when the machine has room"
        ))
    }
    reporter.close()
    return RunSummary(
      run: name, moment: moment, outcomes: outcomes.compactMap(\.self),
      findings: findings)
  }
}

extension RunJob {
  /// A study to run.
  init(_ places: StudyPlaces, _ options: RunOptions, timeLimit: Int?) {
    self.init(
      study: places.study, report: places.report, history: places.history, options: options,
      timeLimit: timeLimit)
  }
}

/// Says how a batch goes.
final class BatchReporter {
  private let logger: Logger?
  private let bar: ProgressBar?

  /// A reporter of a run over some studies.
  init(run: String, total: Int, format: LogFormat?, isTerminal: Bool) {
    logger = isTerminal ? nil : .ofRun(run, format: format ?? .text)
    bar = isTerminal ? ProgressBar(total: total) : nil
    logger?.info("run begins", metadata: ["studies": "\(total)"])
  }

  /// Shows what concerns no single study.
  func show(_ finding: Finding) { line(.error, finding.description) }

  /// A study's run begins.
  func begin(_ study: String) { bar?.show(study) }

  /// A study's run has ended.
  func end(_ outcome: StudyOutcome) {
    bar?.advance()
    for note in outcome.notes { line(.warning, note, outcome.study) }
    for alert in outcome.alerts where alert.state != .quiet {
      line(
        .warning, "alert \(alert.state.rawValue): \(alert.alert) (\(alert.reason))", outcome.study)
    }
    for finding in outcome.findings
    where [Severity.fatal, .error].map(\.rawValue).contains(finding.severity) {
      line(.error, finding.text, outcome.study)
    }
    logger?.log(
      level: outcome.result == .failed ? .error : .info, "\(outcome.result.rawValue)",
      metadata: ["study": "\(outcome.study)", "status": "\(outcome.status)"])
  }

  /// The run has ended.
  func close() {
    bar?.hide()
    logger?.info("run ends")
  }

  private func line(_ level: Logger.Level, _ text: String, _ study: String? = nil) {
    if let logger {
      logger.log(level: level, "\(text)", metadata: study.map { ["study": "\($0)"] })
    } else {
      bar?.hide()
      Streams.error(text)
    }
  }
}
