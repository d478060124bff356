import Dispatch
import Glibc
import Synchronization

/// Lets Ctrl-C stop the question that is being answered, and not the shell.
final class Interrupts {
  /// What stops the question that is being answered; nil between questions.
  private final class Stop: Sendable {
    let action = Mutex<(@Sendable () -> Void)?>(nil)
  }

  private let stop = Stop()

  /// From here on the signal of Ctrl-C ends nothing by itself, for the rest of the process.
  ///
  /// The calling thread and those made later block the signal; one thread waits for it. A handler
  /// would not do: libedit sets its own around each line, and puts back what it found before.
  init() {
    signal(SIGINT) { _ in }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    DispatchQueue(label: "abacus.interrupt").async { [stop, signals] in
      pthread_sigmask(SIG_BLOCK, [signals], nil)
      var signal: Int32 = 0
      while sigwait([signals], &signal) == 0 { stop.action.withLock { $0?() } }
    }
  }

  /// Does work that a signal stops by `answers.interrupt()`.
  func watching<Answer>(
    _ answers: any QuestionAnswering, _ work: () throws -> Answer
  ) rethrows -> Answer {
    // `interrupt` may be called from any thread, by the protocol.
    nonisolated(unsafe) let answers = answers
    stop.action.withLock { $0 = { answers.interrupt() } }
    defer { stop.action.withLock { $0 = nil } }
    return try work()
  }
}
