import FoundationEssentials
import Glibc

/// One study to run, as a worker is told of it.
struct RunJob: Hashable, Codable {
  /// The study file.
  let study: String
  /// The folder of its report.
  let report: String
  /// The folder of its history.
  let history: String
  /// What the run is told.
  let options: RunOptions
  /// Seconds that it may take; nil for no limit.
  let timeLimit: Int?
}

/// A process of abacus's own that runs studies one after the other: a job a line comes in, an
/// outcome a line goes out.
///
/// A study that crashes, or has to be stopped, takes its worker along and nothing else.
final class WorkerProcess {
  /// What it works on, and until when it may.
  var task: (index: Int, deadline: Int?)?
  /// Where its outcomes arrive.
  let output: Int32
  private let pid: pid_t
  private let input: Int32
  private var unread: [UInt8] = []
  private var hasEnded = false

  /// Starts one.
  init() throws(SystemError) {
    let (jobsOut, jobsIn) = try Self.pipe()
    let (resultsOut, resultsIn) = try Self.pipe()
    defer {
      close(jobsOut)
      close(resultsIn)
    }
    (input, output) = (jobsIn, resultsOut)
    do {
      // It ignores and blocks the signals that its starter does.
      pid = try ProgramStart(
        words: ["abacus", RunWorkerCommand.name], path: ProgramWords.path,
        files: [jobsOut, resultsIn], hasUsualSignals: false
      ).start()
    } catch {
      close(jobsIn)
      close(resultsOut)
      throw error
    }
  }

  private static func pipe() throws(SystemError) -> (out: Int32, in: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .last }
    // A worker must not hold the others' ends open, or nobody would see them close.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  deinit {
    close(input)
    close(output)
    end(now: false)
  }

  /// Hands it a job. A worker that has gone is noticed when its outcome is read.
  func give(_ job: RunJob, index: Int, deadline: Int?) {
    task = (index, deadline)
    guard let line = try? JSONEncoder().encode(job) + [UInt8(ascii: "\n")] else { return }
    let bytes = Array(line)
    try? SystemCalls.write(bytes.span.bytes, toOpen: input)
  }

  /// What arrived.
  enum Arrival {
    /// Nothing whole yet.
    case nothing
    /// The outcome of its job.
    case outcome(StudyOutcome)
    /// It ended, or wrote what is no outcome.
    case gone
  }

  /// Reads what has arrived; to be called when there is something to read.
  func receive() -> Arrival {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    if count < 0, errno == EINTR { return .nothing }
    guard count > 0 else { return .gone }
    unread += buffer[..<count]
    guard let end = unread.firstIndex(of: UInt8(ascii: "\n")) else { return .nothing }
    let line = Data(unread[..<end])
    unread.removeSubrange(...end)
    guard let outcome = try? JSONDecoder().decode(StudyOutcome.self, from: line) else {
      return .gone
    }
    return .outcome(outcome)
  }

  /// Ends it, and says how it ended.
  ///
  /// - Parameter now: true to kill it; false to leave it a moment to end by itself.
  @discardableResult
  func end(now: Bool) -> ProcessEnd {
    var status: Int32 = 0
    var waited = 0
    if now { kill(pid, SIGKILL) }
    while !hasEnded {
      let result = waitpid(pid, &status, WNOHANG)
      if result == pid || result < 0 && errno != EINTR { hasEnded = true }
      if waited == 500 { kill(pid, SIGKILL) }
      waited += 1
      if !hasEnded { usleep(1000) }
    }
    return ProcessEnd(status)
  }
}
