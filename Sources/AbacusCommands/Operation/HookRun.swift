import Glibc
import ReportDocument
import SurveyIngest
import SurveyModel

/// Runs the commands that a study wants to be run after a run.
///
/// A command runs in the study's folder, in a process group of its own that is ended when its time is
/// over, with the outcome on standard input and few variables: what else this process was told may be
/// secret. What it prints is dropped: it could be anything.
struct HookRun {
  /// The variables that a command is told, where this process has them.
  static let variables = [
    "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LOGNAME", "PATH", "SHELL", "TMPDIR", "TZ", "USER",
  ]

  /// The study's folder.
  let folder: String
  /// What the command reads.
  let outcome: JSONValue

  /// Runs the hooks that some events call, one after the other, and says which failed.
  func run(_ hooks: [Hook], after events: Set<Hook.Event>) -> [Finding] {
    hooks.filter { !$0.events.isDisjoint(with: events) }.compactMap { hook -> Finding? in
      do throws(SystemError) {
        guard
          let end = try HookProcess(
            hook.command, in: folder, reading: outcome.line
          )
          .end(within: hook.timeLimit)
        else {
          return failure(hook, "did not end within \(hook.timeLimit) seconds and was stopped")
        }
        return end == 0 ? nil : failure(hook, "ended with status \(end)")
      } catch {
        return failure(hook, "could not be started (\(error.reason))")
      }
    }
  }

  private func failure(_ hook: Hook, _ what: String) -> Finding {
    let name =
      switch hook.command {
      case .program(let words): words[0]
      case .shell: "a line for the shell"
      }
    return Finding(
      .failedHook, at: hook.location,
      "the hook `\(name)` \(what); run it by hand in the study's folder, and correct it")
  }
}

/// A command that was started.
private struct HookProcess {
  private let pid: pid_t

  /// Starts it.
  init(_ command: Hook.Command, in folder: String, reading text: String) throws(SystemError) {
    let words =
      switch command {
      case .program(let words): words
      case .shell(let line): ["/bin/sh", "-c", line]
      }
    let input = try UnnamedFile()
    try SystemCalls.write(text.utf8Span.span.bytes, toOpen: input.number)
    lseek(input.number, 0, SEEK_SET)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nowhere >= 0 else { throw .last }
    defer { close(nowhere) }
    // This process does one thing at a time, so nobody else looks for files meanwhile.
    let before = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer {
      fchdir(before)
      close(before)
    }
    guard before >= 0, chdir(folder) == 0 else { throw .last }
    pid = try ProgramStart(
      words: words, files: [input.number, nowhere, nowhere],
      environment: HookRun.variables.compactMap { name in
        getenv(name).map { "\(name)=" + String(cString: $0) }
      },
      closesOthers: true, hasOwnGroup: true
    ).start()
  }

  /// Waits for its end: its status, 128 and the signal where one ended it; nil where it had to be
  /// stopped.
  func end(within seconds: Int) -> Int32? {
    var status: Int32 = 0
    let deadline = MonotonicClock.now + seconds * 1000
    while true {
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { break }
      if ended < 0, errno != EINTR { return 0 }
      if MonotonicClock.now >= deadline {
        kill(-pid, SIGKILL)
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return nil
      }
      usleep(2000)
    }
    // What it left running in the background ends with it.
    kill(-pid, SIGKILL)
    return ProcessEnd(status).status
  }
}
