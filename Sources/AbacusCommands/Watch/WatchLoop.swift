import ArgumentParser
import Glibc
import Logging
import SurveyIngest
import SurveyModel

/// What a watch is told.
struct WatchRequest {
  /// Study files and folders.
  let paths: [String]
  /// What runs are told.
  let batch: BatchOptions
  /// Folders in which files of studies may lie, beside their own.
  let roots: StudyRoots
  /// Seconds for which a file has to stand still.
  let settle: Int
  /// Seconds between looks, where the system's word is not to be relied on.
  let poll: Int?
}

/// Runs studies whose files have changed, one batch after the other, until a signal stops it.
///
/// What the system tells is a hint only: it says where to look and when. What has changed is decided
/// by the state of the files, and whether a report has to be made by `StudyRun`.
final class WatchLoop {
  /// How often a folder is looked for that is not there, in seconds.
  static let retrySeconds = 5
  /// How long a file may be written to before that is said.
  private static let lateTime = 60_000
  /// When a study is tried again that another process runs, or that changed while it was read.
  private static let retryTime = 30_000
  /// Several folders that come at once are looked at together.
  private static let gatherTime = 250

  private let request: WatchRequest
  private let stop: StopSignals
  private var log: WatchLog
  private var source: ChangeSource
  private var pending: PendingRuns
  private var studies: [WatchedStudy] = []
  private var ownFolders: Set<String> = []
  private var presence = FolderPresence()
  /// What was there at some time.
  private var seenPaths: Set<String> = []
  /// When everything is to be looked at.
  private var lookDue: Int? = 0

  /// A watch that has not begun.
  ///
  /// - Throws: `SystemError` where signals can't be waited for.
  init(_ request: WatchRequest) throws(SystemError) {
    self.request = request
    let log = WatchLog(format: request.batch.log ?? .text)
    stop = try StopSignals { [logger = log.logger] in
      logger.info("stops when what it does is done")
    }
    source = .chosen(interval: request.poll) { log.logger.error("\(ChangeSource.refusal($0))") }
    self.log = log
    pending = PendingRuns(pause: request.settle * 1000)
  }

  /// Watches until a signal has arrived.
  ///
  /// - Throws: `CommandFailure` where none of the paths leads anywhere, `ValidationError` where two
  ///   studies would share a report.
  func run() throws {
    try look(isFirst: true)
    while !stop.haveArrived {
      for event in events() { take(event) }
      if let lookDue, lookDue <= MonotonicClock.now { lookAgain() }
      if pending.settle(at: MonotonicClock.now) { lookAgain() }
      log.late(pending.late(at: MonotonicClock.now, after: Self.lateTime))
      let ready = pending.take(at: MonotonicClock.now)
      if ready.isEmpty { wait() } else { run(ready) }
    }
    log.logger.info("stopped")
  }

  // MARK: What happens

  private func events() -> [FolderEvent] {
    guard case .inotify(let watches) = source else { return [] }
    return watches.events()
  }

  private func take(_ event: FolderEvent) {
    let now = MonotonicClock.now
    switch event {
    case .file(let path, let change):
      if pending.note(path, change, at: now) { log.changed([path]) }
    case .folder(let path):
      let name = FilePath.name(of: path)
      let isOwn = ownFolders.contains(path) || name.hasSuffix(StudyPlaces.historyEnding)
      if !isOwn, !name.hasPrefix(".") { lookSoon() }
    case .gone: lookSoon()
    case .lost:
      log.logger.warning("more happened than the system tells, so everything is looked at")
      pending.forgetWriters()
      lookSoon()
    }
  }

  private func lookSoon() { lookDue = lookDue ?? MonotonicClock.now + Self.gatherTime }

  private func wait() {
    let now = MonotonicClock.now
    let limit = now + Self.retrySeconds * 1000
    let next = [pending.next(after: now), lookDue].compactMap(\.self).min() ?? limit
    var places = [stop.file, source.file].compactMap(\.self).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let count = poll(&places, nfds_t(places.count), Int32(clamping: max(0, min(next, limit) - now)))
    if count == 0, case .inotify(let watches) = source, watches.dropReplaced() { lookSoon() }
  }

  // MARK: Looking

  private func lookAgain() {
    do {
      try look(isFirst: false)
    } catch {
      log.problems([(error as? ValidationError)?.message ?? "\(error)"])
    }
  }

  /// Finds out what is to be watched, and looks at all of it.
  private func look(isFirst: Bool) throws {
    lookDue = nil
    let plan = try followed()
    if isFirst, plan.studies.isEmpty, plan.folders.isEmpty { throw Self.nothing(plan) }
    studies = plan.studies
    ownFolders = plan.ownFolders
    let missing = Set(plan.studies.flatMap(\.folders)).filter { !presence.has($0) }
    let lost = missing.intersection(seenPaths)
    let changed = pending.watch(studies, without: lost, at: MonotonicClock.now)
    log.missing(missing.union(plan.missing), lost: lost.union(seenPaths.intersection(plan.missing)))
    seenPaths.formUnion(plan.folders.union(request.paths).filter { presence.has($0) })
    log.problems(plan.findings.map(\.description))
    log.watching(
      studies: studies.count, folders: plan.folders.count { presence.has($0) }, by: source)
    if !isFirst { log.changed(changed) }
    if case .polling(let interval) = source {
      lookDue = MonotonicClock.now + interval * 1000
    } else if !missing.isEmpty || !plan.missing.isEmpty {
      lookDue = MonotonicClock.now + Self.retrySeconds * 1000
    }
  }

  /// A plan whose folders are watched. What comes into a folder before it is watched is told by
  /// nobody, so the plan is made again until no folder is new.
  private func followed() throws -> WatchPlan {
    while true {
      let plan = try WatchPlan(
        request.paths, out: request.batch.out, roots: request.roots, known: studies
      ) { presence.has($0) }
      guard case .inotify(let watches) = source else { return plan }
      do {
        let folders = plan.folders.filter { presence.has($0) }
        if try watches.follow(folders).isEmpty { return plan }
      } catch {
        log.logger.error("\(ChangeSource.refusal(error))")
        source = .polling(ChangeSource.usualInterval)
        pending.forgetWriters()
      }
    }
  }

  private static func nothing(_ plan: WatchPlan) -> CommandFailure {
    CommandFailure(
      plan.missing.map { path in
        Finding(
          .missingFile, at: SourceLocation(file: path),
          "there is no `\(path)`, so there is nothing to watch; name a study file or a folder")
      })
  }

  // MARK: Running

  private func run(_ places: [StudyPlaces]) {
    let (moment, run) = RunID.now()
    let options = RunOptions(
      run: run, moment: moment, trigger: .data, runsHooks: !request.batch.noHooks,
      roots: request.roots.folders, out: request.batch.out)
    let batch = request.batch
    do {
      let summary = try BatchRun(
        options: options, places: places, findings: [], jobs: batch.jobs,
        timeLimit: batch.timeout, log: batch.log ?? .text
      ).run()
      for outcome in summary.outcomes where Self.mayWorkLater(outcome) { retry(outcome.study) }
    } catch {
      for finding in CommandFailure(error)?.findings ?? [] {
        log.logger.error("\(finding.description)")
      }
      for place in places { retry(place.study) }
    }
  }

  private func retry(_ study: String) {
    pending.retry(study, from: MonotonicClock.now + Self.retryTime)
  }

  /// True where the study was in use, so that nothing is known of its report.
  private static func mayWorkLater(_ outcome: StudyOutcome) -> Bool {
    let codes = [FindingCode.runInProgress, .lockedFile, .changedWhileRead].map(\.rawValue)
    return outcome.findings.contains { codes.contains($0.code) }
  }
}
