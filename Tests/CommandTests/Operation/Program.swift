import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// A folder of small studies, as an evaluation office has them.
struct Program {
  let folder: ScratchFolder

  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: small, title: "Small", version: "1"}
    roles:
      mentor: {singular: mentor, plural: mentors}
    response_scales:
      five: {kind: numeric, minimum: 1, maximum: 5}
    domains: {B: {name: "Benefits"}}
    forms:
      mentor:
        role: mentor
        items:
          - {id: A, stem: "First", response_scale: five}
          - {id: B, stem: "Second", response_scale: five}
          - {id: C, stem: "Third", response_scale: five}
        scales:
          - {id: S, name: "All three", domain: B, items: [A, B, C]}
    attributes:
      - {id: n, label: "Number", use: respondent, required: true}

    """

  static let study = """
    schema: abacus.study/1
    title: "Small"
    codebook: codebook.yaml
    sources:
      - {file: "answers*.csv", form: mentor}

    """

  /// Makes the studies.
  init(_ names: [String] = ["east"]) throws {
    folder = try ScratchFolder()
    for name in names {
      folder.write(Self.codebook, to: "\(name)/codebook.yaml")
      folder.write(Self.study, to: "\(name)/study.yaml")
      write(rows: 24, to: name)
    }
  }

  /// Has a run of a study wait for seconds: it has a question to answer, and the log of such questions
  /// is locked until the file that is returned is closed.
  func hold(_ name: String) throws -> FileHandle {
    folder.write("mean(A)\n", to: "\(name)/queries/a.sql")
    folder.write("", to: "\(name)/study.query-log")
    let log = try #require(FileHandle(forReadingAtPath: folder.path("\(name)/study.query-log")))
    #expect(flock(log.fileDescriptor, LOCK_EX) == 0)
    return log
  }

  /// Writes an export of some respondents.
  func write(rows: Int, to name: String) {
    folder.write(Self.answers(rows), to: "\(name)/answers.csv")
  }

  /// The export of some respondents.
  static func answers(_ rows: Int) -> String {
    "n,A,B,C\n"
      + (1...rows).map { "p\($0),\($0 % 5 + 1),\($0 % 4 + 1),\(($0 + $0 / 3) % 5 + 1)\n" }.joined()
  }

  /// Runs abacus in the folder.
  @discardableResult
  func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun.abacus(arguments, in: folder.path(""))
  }

  /// What became of each study, by its path.
  func results(_ arguments: String...) throws -> [String: String] {
    let run = try CommandRun.abacus(["run", "--json"] + arguments, in: folder.path(""))
    let top = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any]
    let studies = top?["studies"] as? [[String: Any]] ?? []
    return Dictionary(
      studies.map { ($0["study"] as? String ?? "", $0["result"] as? String ?? "") }
    ) { $1 }
  }

  /// The events of a study's ledger, oldest first.
  func events(_ name: String = "east") throws -> [LedgerEntry.Event] {
    try RunLedger(history: folder.path("\(name)/study.history")).entries().map(\.event)
  }
}
