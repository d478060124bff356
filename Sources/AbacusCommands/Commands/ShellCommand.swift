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

  @Flag(help: "Hide no group and log none; answer SQL. For those who may see every response.")
  var unrestricted = false

  @Flag(help: "With SQL: also show identifying columns and what respondents wrote.")
  var identifying = false

  @Option(help: "How answers are shown.")
  var mode = QueryFormat.table

  @Option(
    help: ArgumentHelp(
      "The file of earlier questions; `none` keeps none.", valueName: "file"))
  var history: String?

  @OptionGroup var root: RootOptions

  package init() {}

  package func run() throws {
    let log = FindingLog(showsAll: false)
    var isAnswered = true
    try log.stopping { isAnswered = try start() }
    log.close()
    if log.hasStopped { throw ExitCode(ExitStatus.of(log.findings)) }
    if !isAnswered { throw ExitCode(65) }
  }

  private func start() throws -> Bool {
    let loaded = try StudyLoader.load(
      path: study, today: Today.date(option: nil), keepsIdentifying: identifying,
      roots: root.roots)
    CurrentReport.noteInputs(of: study, roots: root.roots)
    let answers = try answers(loaded)
    if let line = ShellGreeting.findings(loaded.findings) { Streams.error(line) }
    return try ShellSession(
      answers: answers, codebook: loaded.codebook,
      greeting: ShellGreeting.line(loaded, answers), history: historyFile, format: mode
    ).run()
  }

  private func answers(_ loaded: LoadedStudy) throws -> any QuestionAnswering {
    let access = QuestionAccess(loaded.study.access, isUnrestricted: unrestricted)
    if identifying, access == .protected {
      throw ValidationError(
        "--identifying shows who answered, so it needs --unrestricted or a study with `access: private`"
      )
    }
    return try StudyAnswers(
      loaded, path: study, access: access, showsIdentifying: identifying)
  }

  private var historyFile: HistoryFile? {
    let file =
      switch history {
      case nil: HistoryFile.ofUser { name in getenv(name).map { String(cString: $0) } }
      case "none": HistoryFile?.none
      case .some(let path): HistoryFile(path: path)
      }
    guard let file, !file.isOurs else { return file }
    Streams.error(
      "note: `\(file.path)` is no history of this shell, so nothing is kept in it; name another file with --history"
    )
    return nil
  }
}
