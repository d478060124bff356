import SurveyAnalysis
import SurveyModel
import SurveyQuery

@testable import AbacusCommands

/// Answers a question with its own words, and keeps what it was asked.
final class TrialAnswers: QuestionAnswering {
  private(set) var asked: [String] = []
  let summary = "trial"
  let tables = [
    QueryTableSchema(
      name: "responses", summary: "one response",
      columns: [
        .init(name: "wave", type: "TEXT", summary: "when"),
        .init(name: "Weight", type: "REAL", summary: "how much"),
        .init(name: "what for", type: "TEXT", summary: "why"),
      ]),
    QueryTableSchema(
      name: "pairs", summary: "one pair",
      columns: [.init(name: "gap", type: "REAL", summary: "how far apart")]),
  ]
  let functions = [
    QueryFunction(name: "cronbach_alpha", usage: "cronbach_alpha(i1, …)", summary: "Alpha.")
  ]

  func answer(_ question: String) throws -> QueryTable {
    asked.append(question)
    if question.contains("wrong") { throw QueryError("that is wrong; ask again", at: 7) }
    return QueryTable(
      columns: [.init("question"), .init("n")],
      rows: [[.text(question), .integer(Int64(asked.count))]])
  }

  func interrupt() {}
}

/// A shell whose lines and screen are in memory.
final class TrialShell {
  let answers = TrialAnswers()
  private(set) var written = ""
  private(set) var complaints: [String] = []
  private(set) var shell: Shell?

  init(format: QueryFormat = .csv) {
    let screen = ShellScreen(
      write: { [weak self] in self?.written += $0 },
      complain: { [weak self] in self?.complaints.append($0) }, width: { 80 }, usesStyles: false)
    shell = Shell(answers: answers, codebook: Self.codebook, screen: screen, format: format)
  }

  /// Runs lines as a person's where they have no name.
  @discardableResult
  func run(_ lines: String..., named name: String? = nil) throws -> Shell.End? {
    try shell?.run(TrialLines(lines, name: name))
  }

  static let codebook = Codebook(
    instrument: Instrument(id: "trial", title: "Trial"), domains: [],
    forms: [
      Form(
        id: "mentor", role: .mentor,
        items: [
          item("MA1", "I listen."), item("MA2", "I ask about größere Ziele."),
        ])
    ], pairItems: [], pairScales: [])

  private static func item(_ id: String, _ stem: String) -> Item {
    Item(
      id: id, stem: stem,
      responseScale: ResponseScale(
        id: "yes-no", kind: .ordinal,
        options: [
          ResponseOption(code: 1, label: "no"), ResponseOption(code: 2, label: "yes"),
        ]), location: SourceLocation(file: "trial.yaml"))
  }
}

/// Lines in memory.
final class TrialLines: LineSource {
  let name: String?
  private var lines: [String]
  private(set) var remembered: [String] = []

  init(_ lines: [String], name: String? = nil) {
    self.lines = lines
    self.name = name
  }

  func next(after pending: String) -> TypedLine {
    guard !lines.isEmpty else { return .end }
    let line = lines.removeFirst()
    return line == "^C" ? .cancelled : .line(line)
  }

  func remember(_ entry: String) { remembered.append(entry) }
}
