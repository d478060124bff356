import Glibc
package import SurveyModel

/// A shell on standard input: at a terminal with a prompt, in a pipe without one.
package struct ShellSession {
  /// Answers the questions.
  let answers: any QuestionAnswering
  /// What the study is about.
  let codebook: Codebook
  /// Shown first at a terminal.
  let greeting: String
  /// Where earlier questions are kept; nil keeps none.
  let history: HistoryFile?
  /// How answers are shown.
  let format: QueryFormat

  init(
    answers: any QuestionAnswering, codebook: Codebook, greeting: String, history: HistoryFile?,
    format: QueryFormat
  ) {
    self.answers = answers
    self.codebook = codebook
    self.greeting = greeting
    self.history = history
    self.format = format
  }

  /// A shell that shows tables.
  ///
  /// - Parameter historyPath: the file of earlier questions; nil keeps none.
  package init(
    answers: any QuestionAnswering, codebook: Codebook, greeting: String, historyPath: String?
  ) {
    self.init(
      answers: answers, codebook: codebook, greeting: greeting,
      history: historyPath.map(HistoryFile.init), format: .table)
  }

  /// Reads lines to their end; false where a pipe's question failed.
  ///
  /// - Throws: what stands in the way of showing anything.
  package func run() throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      return try run(FileLines(STDIN_FILENO, name: "standard input"), interrupts: nil)
    }
    let editor = LineEditor(
      input: STDIN_FILENO, output: STDOUT_FILENO, history: history, completion: completion)
    try Streams.line(greeting)
    guard let editor else {
      return try run(FileLines(STDIN_FILENO, name: "standard input"), interrupts: nil)
    }
    return try run(editor, interrupts: Interrupts())
  }

  private func run(_ lines: any LineSource, interrupts: Interrupts?) throws -> Bool {
    let shell = Shell(
      answers: answers, codebook: codebook, format: format, interrupts: interrupts)
    return try shell.run(lines) != .failed
  }

  private var completion: ShellCompletion {
    ShellCompletion(
      tables: answers.tables, functions: answers.functions, keywords: answers.keywords,
      items: codebook.forms.flatMap(\.items).map(\.id),
      scales: codebook.forms.flatMap(\.scales).map(\.id))
  }
}
