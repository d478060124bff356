package import ArgumentParser
import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// What `abacus run` starts to make the reports: a job a line comes in, an outcome a line goes out.
package struct RunWorkerCommand: ParsableCommand {
  /// The command's name.
  static let name = "run-worker"
  package static let configuration = CommandConfiguration(
    commandName: name, abstract: "Make reports for `abacus run`.", shouldDisplay: false)

  /// True while a report is being made.
  private static let isWorking = Atomic(false)

  package init() {}

  package func run() throws {
    Self.endWithStarter()
    while let line = readLine(strippingNewline: true) {
      let job = try JSONDecoder().decode(RunJob.self, from: Data(line.utf8))
      Self.isWorking.store(true, ordering: .sequentiallyConsistent)
      let start = ContinuousClock.now
      var outcome = StudyRun(job).run()
      outcome.seconds = (ContinuousClock.now - start) / .seconds(1)
      Self.isWorking.store(false, ordering: .sequentiallyConsistent)
      let bytes = Array(try JSONEncoder().encode(outcome)) + [UInt8(ascii: "\n")]
      try SystemCalls.write(bytes.span.bytes, toOpen: STDOUT_FILENO)
    }
  }

  /// Stops the work where the process that asked for it has gone: nobody would read the outcome.
  private static func endWithStarter() {
    DispatchQueue.global().async {
      var place = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
      while poll(&place, 1, -1) < 0, errno == EINTR {}
      if isWorking.load(ordering: .sequentiallyConsistent) { _exit(ExitStatus.tryAgain) }
    }
  }
}
