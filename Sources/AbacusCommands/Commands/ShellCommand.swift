package import ArgumentParser
import Glibc
import SurveyIngest
import SurveyModel
import SurveyQuery

/// `abacus shell`: questions about a study, one after the other.
package struct ShellCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Ask questions about a study, one after the other.",
    discussion: """
      At a terminal it has a prompt with history and completion; Ctrl-C stops a question and not \
      the shell. Questions that come through a pipe are answered up to the first that can't be.

      EXAMPLE
        echo '.tables' | abacus shell data/examples/abc-2025/study.yaml --unrestricted
      """)

  @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
  var study: String

  @Flag(help: "Ask in SQL, without protection of small groups.")
  var unrestricted = false

  @Flag(help: "With --unrestricted: also show identifying columns and what respondents wrote.")
  var identifying = false

  @Option(help: "How answers are shown.")
  var mode = QueryFormat.table

  @Option(
    help: ArgumentHelp(
      "The file of earlier questions; `none` keeps none.", valueName: "file"))
  var history: String?

  package init() {}

  package func validate() throws {
    if identifying, !unrestricted {
      throw ValidationError("--identifying goes with --unrestricted; write both or none")
    }
  }

  package func run() throws {
    let log = FindingLog(showsAll: false)
    var end = Shell.End.ofLines
    try log.stopping { end = try start() }
    log.close()
    if log.hasStopped { throw ExitCode(ExitStatus.of(log.findings)) }
    if end == .failed { throw ExitCode(65) }
  }

  private func start() throws -> Shell.End {
    let loaded = try StudyLoader.load(path: study, today: Today.date(option: nil))
    let study = ShellStudy(loaded: loaded, answers: try answers(loaded))
    let isInteractive = isatty(STDIN_FILENO) == 1
    let editor =
      isInteractive
      ? LineEditor(
        input: STDIN_FILENO, output: STDOUT_FILENO, history: historyFile,
        completion: study.completion) : nil
    let shell = Shell(
      answers: study.answers, codebook: loaded.codebook, format: mode,
      interrupts: isInteractive ? Interrupts() : nil)
    if isInteractive { for line in study.banner { try Streams.line(line) } }
    if let line = study.findingsLine { Streams.error(line) }
    return try shell.run(editor ?? FileLines(STDIN_FILENO, name: "standard input"))
  }

  private func answers(_ loaded: LoadedStudy) throws -> any QuestionAnswering {
    guard unrestricted else { return ProtectedAnswers() }
    return try SQLAnswers(
      QueryData(
        dataset: loaded.dataset, findings: loaded.findings, showsIdentifying: identifying))
  }

  private var historyFile: HistoryFile? {
    guard let history else {
      return HistoryFile.ofUser { name in getenv(name).map { String(cString: $0) } }
    }
    return history == "none" ? nil : HistoryFile(path: history)
  }
}
