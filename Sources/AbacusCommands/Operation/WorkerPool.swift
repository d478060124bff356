import Glibc
import SurveyModel

/// Runs studies in a few worker processes and tells of each outcome as it comes.
struct WorkerPool {
  /// How many workers there are at most.
  let size: Int

  /// Runs every job.
  ///
  /// - Parameters:
  ///   - started: is called when a worker begins with a job.
  ///   - ended: is called with each job's outcome, in the order in which they end.
  /// - Throws: `SystemError` where no worker can be started.
  func run(
    _ jobs: [RunJob], started: (Int) -> Void = { _ in }, ended: (Int, StudyOutcome) -> Void
  ) throws {
    var waiting = jobs.indices[...]
    var workers: [WorkerProcess] = []
    while true {
      while let next = waiting.first, workers.count < size {
        let worker = try WorkerProcess()
        workers.append(worker)
        give(worker, jobs, next, started)
        waiting.removeFirst()
      }
      guard !workers.isEmpty else { return }
      for worker in wait(for: workers) {
        guard let outcome = outcome(of: worker, jobs) else { continue }
        if let task = worker.task { ended(task.index, outcome.0) }
        worker.task = nil
        if outcome.isAlive, let next = waiting.first {
          give(worker, jobs, next, started)
          waiting.removeFirst()
        } else {
          workers.removeAll { $0 === worker }
        }
      }
    }
  }

  private func give(
    _ worker: WorkerProcess, _ jobs: [RunJob], _ index: Int, _ started: (Int) -> Void
  ) {
    started(index)
    worker.give(
      jobs[index], index: index,
      deadline: jobs[index].timeLimit.map {
        MonotonicClock.now + $0 * 1000
      })
  }

  /// Waits until something has arrived, or a study has taken too long; those workers.
  private func wait(for workers: [WorkerProcess]) -> [WorkerProcess] {
    var places = workers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    let next = workers.compactMap { $0.task?.deadline }.min()
    let pause = next.map { Int32(clamping: max(0, $0 - MonotonicClock.now)) } ?? -1
    guard poll(&places, nfds_t(places.count), pause) >= 0 else { return [] }
    let now = MonotonicClock.now
    return zip(workers, places).filter { worker, place in
      place.revents != 0 || (worker.task?.deadline ?? .max) <= now
    }.map(\.0)
  }

  /// The outcome of a worker's job, where there is one by now.
  private func outcome(
    of worker: WorkerProcess, _ jobs: [RunJob]
  ) -> (StudyOutcome, isAlive: Bool)? {
    guard let task = worker.task else { return nil }
    var place = pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0)
    if poll(&place, 1, 0) == 1 {
      switch worker.receive() {
      case .nothing: break
      case .outcome(let outcome): return (outcome, true)
      case .gone: return (crashed(jobs[task.index], worker.end(now: false)), false)
      }
    }
    guard let deadline = task.deadline, deadline <= MonotonicClock.now else { return nil }
    worker.end(now: true)
    return (tookTooLong(jobs[task.index]), false)
  }

  private func crashed(_ job: RunJob, _ end: ProcessEnd) -> StudyOutcome {
    // It ended itself: a saved question went on after its time.
    if end.signal == nil, end.status == ExitStatus.tryAgain {
      return StudyRun(job).fail(
        Finding(
          .timeLimit, at: SourceLocation(file: job.study),
          "a saved question did not end in its time; ask the questions with `abacus query` to see which, and correct it"
        ))
    }
    return StudyRun(job).fail(
      Finding(
        .crashedRun, at: SourceLocation(file: job.study),
        "abacus ended \(end.words) while it made this report; look whether memory ran out, and report it if not"
      ))
  }

  private func tookTooLong(_ job: RunJob) -> StudyOutcome {
    StudyRun(job).fail(
      Finding(
        .timeLimit, at: SourceLocation(file: job.study),
        "the report was not made within \(job.timeLimit ?? 0) seconds; allow more with --timeout, or look for what slows the machine"
      ))
  }
}
