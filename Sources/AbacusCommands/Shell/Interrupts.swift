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
  private let source: any DispatchSourceSignal

  /// From here on the signal of Ctrl-C ends nothing by itself.
  init() {
    source = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: DispatchQueue(label: "abacus.interrupt"))
    source.setEventHandler { [stop] in stop.action.withLock { $0?() } }
    source.activate()
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
