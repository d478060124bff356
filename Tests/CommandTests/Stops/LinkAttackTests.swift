import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// What somebody lays who may write where abacus works: no link is followed, and nothing of his or
/// of anybody else's is removed.
@Suite struct LinkAttackTests {
  let program: Program
  private static let run = "20260105T070000Z-000001-00aa"

  init() throws {
    program = try Program()
    program.folder.write("mine", to: "home/thesis.txt")
    program.folder.write("mine", to: "home/report.md")
  }

  private func expectHomeIsWhole() {
    #expect(program.folder.names(in: "home") == ["report.md", "thesis.txt"])
    #expect(program.folder.text(of: "home/report.md") == "mine")
    #expect(program.folder.text(of: "home/thesis.txt") == "mine")
  }

  private func start(_ run: String) {
    program.folder.write(
      "{\"at\": \"2026-01-05T07:00:00Z\", \"engine\": \"0.1.0\", \"event\": \"started\", \"run\": \"\(run)\", \"trigger\": \"manual\"}\n",
      to: "east/study.history/ledger.jsonl")
  }

  @Test func theFolderOfRunsAsALink() throws {
    start(Self.run)
    try program.folder.link("east/study.history/runs", to: "home")
    let run = try program.run("run", ".")
    #expect(run.status == 73)
    #expect(
      run.stderr.contains(
        "`east/study.history/runs` is a link or a file where abacus keeps a folder of its own, so nothing is written or removed there; move it away [output-not-ours]"
      ), "\(run.stderr)")
    expectHomeIsWhole()
  }

  @Test func theHistoryAsALink() throws {
    try program.folder.makeFolder("home/runs")
    try program.folder.link("east/study.history", to: "home")
    #expect(try program.run("run", ".").status == 73)
    #expect(program.folder.names(in: "home") == ["report.md", "runs", "thesis.txt"])
    #expect(program.folder.names(in: "home/runs") == [])
  }

  @Test func aPreparedRunAsALink() throws {
    start(Self.run)
    try program.folder.makeFolder("east/study.history/runs")
    try program.folder.link("east/study.history/runs/.\(Self.run)", to: "home")
    let run = try program.run("run", ".")
    #expect(run.status == 0)
    #expect(run.stderr.contains("[left-alone]"))
    expectHomeIsWhole()
  }

  @Test(arguments: ["../../../home", "/home", "..", "x/../../home", ""])
  func aLedgerThatNamesAPath(name: String) throws {
    start(name)
    let run = try program.run("run", ".")
    #expect(run.status == 65)
    #expect(run.stderr.contains("[damaged-history]"))
    expectHomeIsWhole()
  }

  /// An old run is pruned, and what somebody laid into its folder stays with all beside it.
  @Test func aRunThatHoldsAFileOfSomebodyElse() throws {
    try program.run("run", ".")
    for day in 10..<25 {
      let run = "east/study.history/runs/202501\(day)T070000Z-000001-00aa"
      for name in RunArchive.comparedNames { program.folder.write("x", to: "\(run)/\(name)") }
    }
    let kept = "east/study.history/runs/20250110T070000Z-000001-00aa"
    program.folder.write("mine", to: "\(kept)/thesis.txt")
    let run = try program.run("run", ".", "--force")
    #expect(run.stderr.contains("20250110T070000Z-000001-00aa` has a name that abacus gives"))
    #expect(program.folder.names(in: kept)?.count == 4)
    #expect(program.folder.names(in: "east/study.history/runs")?.count == 14)
  }

  @Test(arguments: ["lock", "salt", "ledger.jsonl"], ["pipe", "link", "second name"])
  func aFileOfTheHistoryAsSomethingElse(name: String, kind: String) throws {
    // A second name of the salt is only read, and a new salt takes its place.
    let replaced = name == "salt" && kind == "second name"
    let path = "east/study.history/\(name)"
    try program.folder.makeFolder("east/study.history")
    switch kind {
    case "pipe": #expect(mkfifo(program.folder.path(path), 0o600) == 0)
    case "link": try program.folder.link(path, to: "home/thesis.txt")
    default:
      try FileManager.default.linkItem(
        atPath: program.folder.path("home/thesis.txt"), toPath: program.folder.path(path))
    }
    let run = try program.run("run", ".", "--timeout", "20")
    #expect((run.status == 0) == replaced, "\(run.stderr)")
    #expect(!run.stderr.contains("[time-limit]"))
    expectHomeIsWhole()
  }

  @Test(arguments: ["pipe", "link", "second name"]) func theLogOfGroups(kind: String) throws {
    let path = "east/study.query-log"
    switch kind {
    case "pipe": #expect(mkfifo(program.folder.path(path), 0o600) == 0)
    case "link": try program.folder.link(path, to: "home/thesis.txt")
    default:
      try FileManager.default.linkItem(
        atPath: program.folder.path("home/thesis.txt"), toPath: program.folder.path(path))
    }
    let run = try program.run("query", "east/study.yaml", "mean(A)")
    #expect(run.status == 73)
    #expect(
      run.stderr.contains("is no plain file with one name, but a link or a pipe perhaps"),
      "\(run.stderr)")
    expectHomeIsWhole()
  }
}
