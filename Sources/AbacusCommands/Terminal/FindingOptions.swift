import ArgumentParser
import SurveyModel

/// What every command takes that prints findings.
struct FindingOptions: ParsableArguments {
  @Flag(help: "Show every finding instead of the first ten of a kind.")
  var allFindings = false

  @Option(
    help: ArgumentHelp(
      "Also write the findings as JSON to this file, stops included.", valueName: "file"))
  var findings: String?

  func validate() throws {
    if let findings, findings.isEmpty || findings == "-" {
      throw ValidationError(
        "--findings takes a file, because standard output holds the results; name one")
    }
  }

  /// Does the work of a command. What it found, or stopped at, is printed and written to the file
  /// of `--findings`, and decides how the command ends.
  ///
  /// - Throws: `ExitCode`; what is no finding, such as a misuse of the command line, as it is.
  func run(_ work: (FindingLog) throws -> Void) throws {
    let log = FindingLog(showsAll: allFindings)
    let file = findings.map(FindingsFile.init)
    try log.stopping { try file?.check() }
    if !log.hasStopped {
      try log.stopping { try work(log) }
      log.close()
      try log.stopping { try file?.write(log.findings) }
    }
    let status = ExitStatus.of(log.findings)
    if status != 0 { throw ExitCode(status) }
  }
}

/// The findings of one run, printed as they come.
final class FindingLog {
  /// What was shown so far.
  private(set) var findings: [Finding] = []
  private let showsAll: Bool

  init(showsAll: Bool) { self.showsAll = showsAll }

  /// True once the work can't be done.
  var hasStopped: Bool { findings.contains { $0.severity == .fatal } }

  /// Prints findings to standard error and keeps them.
  func show(_ more: [Finding]) {
    FindingPrinter.show(more, all: showsAll)
    findings += more
  }

  /// Does a part of the work; where that fails for a reason that users can mend, shows it.
  func stopping(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      guard let failure = CommandFailure(error) else { throw error }
      show(failure.findings)
    }
  }

  /// Says what became of the work where several lines may hide it.
  func close() {
    guard hasStopped, findings.count > 1 else { return }
    let count = findings.count { $0.severity == .fatal }
    let errors = count == 1 ? "an error" : "\(count) errors"
    Streams.error("abacus: error: there is no result because of \(errors)")
  }
}
