import AbacusCommands
import Glibc
import SurveyAnalysis
import SurveyModel
import SurveyQuery
import Synchronization

/// Answers a question with its own words; one that waits is answered when it is interrupted.
final class EchoAnswers: QuestionAnswering {
  private let isInterrupted = Mutex(false)
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
      name: "respondents", summary: "one person",
      columns: [.init(name: "person", type: "INTEGER", summary: "who")]),
  ]
  let functions = [
    QueryFunction(name: "cronbach_alpha", usage: "cronbach_alpha(i1, …)", summary: "Alpha.")
  ]

  func answer(_ question: String) throws -> QueryTable {
    if question.contains("wait") { try wait() }
    if question.contains("wrong") { throw QueryError("that is wrong; ask again", at: 7) }
    return QueryTable(
      columns: [.init("lines"), .init("question")],
      rows: [
        [
          .integer(Int64(question.split(separator: "\n").count)),
          .text("<" + question.split(separator: "\n").joined(separator: "|") + ">"),
        ]
      ])
  }

  private func wait() throws {
    isInterrupted.withLock { $0 = false }
    _ = Glibc.write(STDERR_FILENO, "waiting\n", 8)
    while !isInterrupted.withLock({ $0 }) { usleep(2000) }
    throw QueryError("the question was stopped")
  }

  func interrupt() { isInterrupted.withLock { $0 = true } }
}

let place = SourceLocation(file: "trial.yaml")
let scale = ResponseScale(
  id: "yes-no", kind: .ordinal,
  options: [ResponseOption(code: 1, label: "no"), ResponseOption(code: 2, label: "yes")])
let codebook = Codebook(
  instrument: Instrument(id: "trial", title: "Trial"), domains: [],
  forms: [
    Form(
      id: "mentor", role: .mentor,
      items: [Item(id: "MA1", stem: "I listen.", responseScale: scale, location: place)])
  ], pairItems: [], pairScales: [])
let session = ShellSession(
  answers: EchoAnswers(), codebook: codebook, greeting: "A shell on trial.",
  historyPath: CommandLine.arguments.dropFirst().first)
exit(try session.run() ? 0 : 65)
