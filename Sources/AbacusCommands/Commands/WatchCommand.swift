package import ArgumentParser
import Glibc
import SurveyModel

/// `abacus watch`: the reports of many studies, made again as new data arrive.
package struct WatchCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Make reports again whenever new data arrive, until it is stopped.",
    discussion: """
      Begins with what `abacus run` would make. Then it waits until an export, a study, a codebook \
      or a saved question changes, until the file is written to its end, and runs its studies; \
      studies that are new below a folder too. SIGTERM or Ctrl-C lets the present run end, and \
      ends the watch with status 0; a second one ends it at once.

      EXAMPLE
        abacus watch data/examples --out runs
      """)

  @Argument(
    help: ArgumentHelp("Study files, or folders to look through.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Seconds for which a file must have stood still to count as whole.", valueName: "n"))
  var settle = 2

  @Option(
    help: ArgumentHelp(
      "Look at everything every n seconds: for network file systems, of which the system tells nothing.",
      valueName: "n"))
  var poll: Int?

  @OptionGroup var root: RootOptions

  @OptionGroup var batch: BatchOptions

  package init() {}

  package func validate() throws {
    guard (0...86_400).contains(settle) else {
      throw ValidationError("--settle is \(settle); write a number of seconds from 0 to 86400")
    }
    if let poll, !(1...86_400).contains(poll) {
      throw ValidationError("--poll is \(poll); write a number of seconds from 1 to 86400")
    }
  }

  package func run() throws {
    do {
      try WatchLoop(
        WatchRequest(
          paths: paths, batch: batch, roots: root.roots, settle: settle, poll: poll)
      ).run()
    } catch let failure as CommandFailure {
      for finding in failure.findings { Streams.error(finding.description) }
      throw ExitCode(ExitStatus.of(failure.findings))
    }
  }
}
