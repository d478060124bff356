package import ArgumentParser
import Glibc
import SurveyIngest

/// The command line: `abacus` and its subcommands.
package struct AbacusCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "abacus",
    abstract: "Survey and program-evaluation analytics for mentorship programs.",
    discussion: """
      Reads mentor and mentee questionnaires as survey tools export them, computes \
      descriptive statistics and reliability, and writes Markdown, HTML and JSON reports.

      EXAMPLE
        abacus report data/examples/abc-2025/study.yaml --out report
        abacus --generate-completion-script bash > abacus.bash
      """,
    version: AbacusVersion.text,
    subcommands: [
      ReportCommand.self, RunCommand.self, WatchCommand.self, VerifyCommand.self,
      DiffCommand.self, DescribeCommand.self, ReliabilityCommand.self, QueryCommand.self,
      ExplainCommand.self,
      CodebookCommand.self, SynthesizeCommand.self, ShellCommand.self, ScheduleCommand.self,
      RunWorkerCommand.self, ManualCommand.self,
    ]
  )

  package init() {}
}

/// The version of the engine, as reports and manifests name it.
package enum AbacusVersion {
  /// Semantic version.
  package static let text = "0.1.0"
}

/// Runs the command that the process was started with, and ends the process.
package func runAbacus() -> Never {
  // A reader that goes away early, such as `head`, is no failure of the command.
  signal(SIGPIPE, SIG_IGN)
  // A limit on the size of files is an error of the write, with its own words, and no silent end.
  signal(SIGXFSZ, SIG_IGN)
  guard let words = ProgramWords.arguments else {
    Streams.error(
      "abacus: error: the system does not say what was asked for; start abacus where /proc is mounted"
    )
    AbacusCommand.exit(withError: ExitCode(70))
  }
  InputFiles.noteStandardInput()
  do {
    var command = try AbacusCommand.parseAsRoot(words)
    try command.run()
    AbacusCommand.exit()
  } catch {
    // Status 1 means that a report is written, so nothing unforeseen may end with it.
    guard error is ExitCode || AbacusCommand.exitCode(for: error) != .failure else {
      Streams.error("abacus: error: this is a mistake of abacus (\(error)); please report it")
      AbacusCommand.exit(withError: ExitCode(70))
    }
    end(with: error)
  }
}

/// Ends the process with the words that the argument parser has for an error, made safe to show:
/// they repeat what was typed, and names of the codebook.
private func end(with error: any Error) -> Never {
  let status = AbacusCommand.exitCode(for: error)
  guard !status.isSuccess, !(error is ExitCode) else { AbacusCommand.exit(withError: error) }
  for line in AbacusCommand.fullMessage(for: error).split(separator: "\n") {
    Streams.error(String(line))
  }
  AbacusCommand.exit(withError: ExitCode(status.rawValue))
}
