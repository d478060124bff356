import Glibc
import Logging
import SurveyModel

/// Runs many studies and says how it goes: in a log, or in one line on a terminal.
struct BatchRun {
  /// What every study's run is told.
  let options: RunOptions
  /// The studies.
  let places: [StudyPlaces]
  /// What could not be looked at while they were searched for.
  let findings: [Finding]
  /// How many studies at once; nil for as many as processors.
  let jobs: Int?
  /// Seconds that one study may take; nil for no limit.
  let timeLimit: Int?
  /// How the log is written; nil for a line of progress on a terminal, text elsewhere.
  let log: LogFormat?

  /// Does the work.
  ///
  /// - Throws: `CommandFailure` where no process can be started.
  func run() throws -> RunSummary {
    let reporter = BatchReporter(
      run: options.run, total: places.count, format: log,
      isTerminal: log == nil && Streams.errorIsTerminal)
    for finding in findings { reporter.show(finding) }
    var outcomes = [StudyOutcome?](repeating: nil, count: places.count)
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    do {
      try WorkerPool(size: jobs ?? processors, timeLimit: timeLimit).run(
        places.map { RunJob($0, options) }, started: { reporter.begin(places[$0].study) },
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
      run: options.run, moment: options.moment, outcomes: outcomes.compactMap(\.self),
      findings: findings)
  }
}

extension RunJob {
  /// A study to run.
  init(_ places: StudyPlaces, _ options: RunOptions) {
    self.init(
      study: places.study, report: places.report, history: places.history, options: options)
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
