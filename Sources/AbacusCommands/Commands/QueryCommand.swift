package import ArgumentParser
import Glibc
import ReportDocument
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyQuery
import SurveyReport

/// `abacus query`: the answer to one question about a study.
package struct QueryCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answer a question about a study: by groups, or in SQL.",
    discussion: """
      A question by groups names statistics, and perhaps rows and groups; small groups are hidden, \
      and what is shown of groups is logged beside the study. SQL is answered about a study that is \
      `access: private`, or with --unrestricted, for who may see every response.

      EXAMPLE
        abacus query data/examples/abc-2025/study.yaml "mean(EA1), sd(EA1) by site"
        abacus query data/examples/abc-2025/study.yaml --unrestricted \\
          "SELECT role, count(*) AS n FROM responses GROUP BY role"
      """)

  @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
  var study: String

  @Argument(
    help: ArgumentHelp(
      "The question; `-` reads it from standard input.", valueName: "question"))
  var question: String?

  @Option(
    help: ArgumentHelp("Answer the question saved in queries/NAME.sql.", valueName: "name"))
  var saved: String?

  @Flag(help: "List the questions saved beside the study.")
  var list = false

  @OptionGroup var selection: SelectionOptions

  @Flag(help: "With SQL: also show identifying columns and what respondents wrote.")
  var identifying = false

  @Option(help: "How the answer is written; a table if absent.")
  var format: QueryFormat?

  @Option(
    help: ArgumentHelp(
      "Write the answer to this file, as its ending says: csv, json, md or html.",
      valueName: "file"))
  var output: String?

  @Flag(help: "With --output: replace a file that abacus did not write, too.")
  var force = false

  @OptionGroup var root: RootOptions

  @OptionGroup var findings: FindingOptions

  package init() {}

  package func validate() throws {
    let asked = [question != nil, saved != nil, list].count { $0 }
    guard asked == 1 else {
      throw ValidationError(
        asked == 0
          ? "ask a question, as in \"mean(MA1) by site\", or name one with --saved; --list shows what is saved"
          : "write one of a question, --saved and --list")
    }
    if format != nil, output != nil {
      throw ValidationError("the ending of --output says the format; leave --format out")
    }
    if force, output == nil {
      throw ValidationError("--force is for the file of --output; name one, or leave --force out")
    }
    if list, selection.choosesRows {
      throw ValidationError("--where and --by go with a question; leave out --list")
    }
  }

  package func run() throws {
    try findings.run { log in
      CurrentReport.noteInputs(of: study, roots: root.roots)
      let file = try output.map { path in
        try usage { try QueryFile(path, isForced: force) }
      }
      if list { return try showList(file) }
      let asked = try readQuestion()
      guard asked.text.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("the question is empty; ask one, as in \"mean(MA1) by site\"")
      }
      let loaded = try StudyLoader.load(
        path: study, today: Today.date(option: nil), keepsIdentifying: identifying,
        roots: root.roots)
      let access = QuestionAccess(loaded.study.access, isUnrestricted: selection.unrestricted)
      if identifying, access == .protected {
        throw ValidationError(
          "--identifying shows who answered, so it needs --unrestricted or a study with `access: private`"
        )
      }
      log.show(loaded.findings)
      let table = try answer(asked.text, loaded, access)
      let shown = format ?? (asked.hasChart && Streams.isTerminal ? .chart : .table)
      // A spreadsheet and a chart have no place for what must be read with the answer.
      if [.csv, .chart].contains(file?.format ?? shown) {
        for note in table.notes { Streams.error("note: \(note)") }
      }
      if let file { try file.write([table]) } else { try usage { try shown.write(table) } }
    }
  }

  private func answer(
    _ text: String, _ loaded: LoadedStudy, _ access: QuestionAccess
  ) throws -> QueryTable {
    do {
      return try StudyAnswers(
        loaded, path: study, access: access, showsIdentifying: identifying
      ).answer(text, where: selection.condition, by: selection.fields)
    } catch let error as QuestionError {
      throw ValidationError(error.shown)
    } catch let error as QueryError {
      throw ValidationError(error.shown(in: text))
    }
  }

  /// What is wrong with an output is a misuse of the command line.
  private func usage<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as QueryOutputError {
      throw ValidationError(error.description)
    } catch let error as QueryChartError {
      throw ValidationError(error.description)
    }
  }

  // MARK: Where the question comes from

  private func readQuestion() throws -> (text: String, hasChart: Bool) {
    if let saved {
      let known = try SavedQuestions.read(besideStudy: study, roots: root.roots)
      try KnownNames.check(
        [saved], among: known.map(\.name), kind: "saved question",
        ifNone:
          "none is saved, so write questions to files `NAME.sql` in `queries` beside the study")
      let question = known.first { $0.name == saved }
      return (question?.text ?? "", question?.hasChart ?? false)
    }
    guard question == "-" else { return (question ?? "", false) }
    guard
      let bytes = try? SystemCalls.bytes(ofOpen: STDIN_FILENO, limit: SavedQuestions.largest),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw ValidationError(
        "the question on standard input is no text in UTF-8 of at most \(SavedQuestions.largest >> 20) MiB; shorten it, or save it as UTF-8"
      )
    }
    return (text, false)
  }

  private func showList(_ file: QueryFile?) throws {
    let saved = try SavedQuestions.read(besideStudy: study, roots: root.roots)
    let table = QueryTable(
      columns: ["name", "title", "kind", "chart", "description"].map { .init($0) },
      rows: saved.map { question in
        [
          .text(question.name), .text(question.title),
          .text(QuestionText.isSQL(question.text) ? "SQL" : "by groups"),
          .text(question.hasChart ? "yes" : "no"), question.description.map { .text($0) } ?? .null,
        ]
      })
    if let file { return try file.write([table]) }
    try (format ?? .table).write(table)
  }
}

extension QueryError {
  /// What is wrong, and where.
  func shown(in text: String) -> String {
    let place = offset.map { CaretText.lines(text, at: $0) } ?? []
    return ([VisibleText.clean(message)] + place).joined(separator: "\n")
  }
}
