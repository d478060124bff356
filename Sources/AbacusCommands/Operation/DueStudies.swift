import Glibc
import ReportSchedule
import SurveyIngest
import SurveyModel

/// The studies below some paths whose reports are due at a moment.
///
/// Looking writes nothing: whoever asks every five minutes leaves no trace until there is work.
struct DueStudies {
  /// The name of the run that follows.
  let run: String
  /// The moment.
  let now: Moment
  /// Those to be run.
  private(set) var jobs: [RunJob] = []
  /// When the next attempt of a run that failed is due; nil where none failed, or none is left.
  private(set) var nextAttempt: Moment?
  /// Mistakes that leave it unknown whether a study is due, and what could not be looked at.
  private(set) var findings: [Finding]

  /// Looks at each study.
  ///
  /// - Parameters:
  ///   - out: the folder below which reports and histories are; nil for beside the studies.
  ///   - roots: folders in which files of studies may lie, beside their own.
  ///   - run: the name of the run that follows.
  ///   - now: the moment.
  ///   - isTimed: true where a timer of the study's own has called: it has waited for the study's
  ///     delay.
  ///   - isTrial: true where `now` is not the present moment.
  ///   - runsHooks: false where hooks are left out.
  init(
    _ paths: [String], out: String?, roots: StudyRoots = StudyRoots(), run: String, now: Moment,
    isTimed: Bool, isTrial: Bool, runsHooks: Bool
  ) throws {
    self.run = run
    self.now = now
    let finder = StudyFinder(paths)
    findings = finder.findings
    for places in try RunPlaces.of(finder.studies, out: out) {
      do {
        guard let schedule = try StudyLoader.study(path: places.study).operation.schedule else {
          continue
        }
        let look = DueLook(
          places: places, schedule: schedule, run: run, now: now, isTimed: isTimed,
          isTrial: isTrial, runsHooks: runsHooks, out: out, roots: roots)
        let (job, next) = try look.result()
        if let job { jobs.append(job) }
        nextAttempt = [nextAttempt, next].compactMap(\.self).min()
      } catch {
        guard let failure = CommandFailure(error) else { throw error }
        findings += failure.findings
      }
    }
  }
}

/// Whether one study is due.
private struct DueLook {
  let places: StudyPlaces
  let schedule: ScheduleOptions
  let run: String
  let now: Moment
  let isTimed: Bool
  let isTrial: Bool
  let runsHooks: Bool
  let out: String?
  let roots: StudyRoots

  /// What to run now, and when the next attempt of a run that failed is due.
  func result() throws -> (job: RunJob?, nextAttempt: Moment?) {
    let clock: ScheduleClock
    do {
      clock = try ScheduleClock(schedule.schedule)
    } catch {
      throw CommandFailure(Finding(.wrongValue, at: schedule.location, error.description))
    }
    let history = StudyHistory(path: places.history)
    // Whoever runs it now does what is due.
    guard !history.isLocked else { return (nil, nil) }
    let entries = try history.ledger.entries()
    let attempts = Self.attempts(entries)
    let wait =
      isTimed
      ? 0
      : StartDelay.seconds(for: AbsolutePath.of(places.study), within: schedule.jitterSeconds)
    let decision = DueDecision(
      of: clock, attempts: attempts, retry: RetryPolicy(schedule),
      delaySeconds: wait, now: now)
    switch decision.verdict {
    case .notDue(let next):
      // The moment that is due next anyhow is no new attempt.
      let slot = clock.next(after: now - wait).map { $0 + wait }
      return (nil, attempts.last?.succeeded == false && next != slot ? next : nil)
    case .due(let slot, let missedSlots):
      return (job(.schedule, slot: slot, missedSlots: missedSlots), nil)
    case .dueAgain(let slot, _):
      return (job(clock.rule == nil ? .data : .schedule, slot: slot), nil)
    case .dueIfDataAreNew:
      return (try hasNewData(entries) ? job(.data) : nil, nil)
    }
  }

  private func job(
    _ trigger: LedgerEntry.Trigger, slot: Moment? = nil, missedSlots: Int = 0
  ) -> RunJob {
    RunJob(
      places,
      RunOptions(
        run: run, moment: now.description, trigger: trigger, slot: slot?.description,
        missedSlots: missedSlots, runsHooks: runsHooks, isTrial: isTrial, roots: roots.folders,
        out: out),
      timeLimit: schedule.timeoutSeconds)
  }

  /// The runs that the schedule started. One that was cut short, as by a power cut, does not count:
  /// it is made up for.
  private static func attempts(_ entries: [LedgerEntry]) -> [ScheduledAttempt] {
    var starts: [String: Moment] = [:]
    return entries.compactMap { entry in
      guard entry.trigger != .manual, let at = Moment(entry.at) else { return nil }
      switch entry.event {
      case .started:
        starts[entry.run] = at
        return nil
      case .interrupted: return nil
      case .finished, .failed, .unchanged:
        return ScheduledAttempt(
          start: starts[entry.run] ?? at, end: at, succeeded: entry.event != .failed)
      }
    }
  }

  /// True where there are files that no run has tried, and they are completely written.
  private func hasNewData(_ entries: [LedgerEntry]) throws -> Bool {
    guard CurrentReport(of: places, date: nil, roots: roots) == nil else { return false }
    let last = entries.last { $0.event != .started }
    if last?.event == .failed,
      last?.inputs == CurrentReport.inputDigest(of: places.study, roots: roots)
    {
      return false
    }
    return try SettledInputs(of: places.study, roots: roots).isSettled(at: now)
  }
}

/// The files that a study's report is made from, and when they were last written.
struct SettledInputs {
  /// Seconds for which nobody may have written to a file that counts as complete.
  static let seconds = 3
  private let lastChange: Int

  /// Looks at the files.
  init(of path: String, roots: StudyRoots = StudyRoots()) throws {
    let study = try StudyLoader.study(path: path)
    lastChange =
      CurrentReport.inputPaths(of: study, roots: roots).map { path in
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_mtim.tv_sec) : 0
      }.max() ?? 0
  }

  /// True where all have been at rest for a while.
  func isSettled(at now: Moment) -> Bool {
    // A time in the future says nothing: some other clock set it.
    let age = now.secondsSince1970 - lastChange
    return age < 0 || age >= Self.seconds
  }
}
