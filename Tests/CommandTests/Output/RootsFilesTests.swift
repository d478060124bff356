import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// What root makes in somebody's folder is that person's, and the person can go on with it.
@Suite(.enabled(if: geteuid() == 0, "only root gives files away")) struct RootsFilesTests {
  private let program: Program
  private static let owner: uid_t = 12_345

  init() throws {
    program = try Program()
    #expect(try CommandRun.shell("chown -R 12345:12345 .", in: program.folder.path("")).status == 0)
  }

  private func owner(of name: String) -> uid_t? {
    var status = stat()
    return lstat(program.folder.path(name), &status) == 0 ? status.st_uid : nil
  }

  private func expectAllIsGiven() throws {
    let rest = try CommandRun.shell("find . ! -uid 12345", in: program.folder.path(""))
    #expect(rest.stdout == "")
  }

  @Test func ofAStudyThatIsRun() throws {
    for _ in 0..<2 {
      #expect(try program.run("run", ".", "--force").status == 0)
      #expect(try program.run("query", "east/study.yaml", "mean(A)").status == 0)
      try expectAllIsGiven()
    }
    #expect(owner(of: "east/study.query-log") == Self.owner)
    #expect(owner(of: "east/study.history/ledger.jsonl") == Self.owner)
    #expect(owner(of: "east/report/report.md") == Self.owner)
  }

  @Test func belowFoldersThatWereMadeForIt() throws {
    #expect(
      try program.run("report", "east/study.yaml", "--out", "new/deep/report").status == 0)
    #expect(try program.run("run", ".", "--out", "runs/all").status == 0)
    try expectAllIsGiven()
  }

  /// Only what was just made is given.
  @Test func whatStoodThereStaysRoots() throws {
    try program.folder.makeFolder("kept")
    program.folder.write("x", to: "full/file")
    program.folder.write("", to: "log")
    let folder = try FolderHandle(program.folder.path(""))
    folder.giveAway(folder: "full")
    try program.folder.link("link", to: "kept")
    folder.giveAway(folder: "link")
    close(try folder.openOwn("log", mode: 0o600))
    for name in ["full", "full/file", "kept", "log"] { #expect(owner(of: name) == 0, "\(name)") }
    #expect(throws: (any Error).self) { try folder.makeFolder("kept", mode: 0o700) }
    #expect(owner(of: "kept") == 0)
    close(try folder.openOwn("new", mode: 0o600))
    #expect(owner(of: "new") == Self.owner)
  }

  @Test func anAnswerStaysRoots() throws {
    #expect(
      try program.run("query", "east/study.yaml", "mean(A)", "--output", "answer.csv").status == 0)
    #expect(owner(of: "answer.csv") == 0)
  }

  /// Questions of all who ask are protected together, by one log.
  @Test func aLogOfAnotherUserIsNamed() throws {
    let path = program.folder.path("east")
    #expect(chown(path, 0, 0) == 0)
    program.folder.write("", to: "east/study.query-log")
    #expect(chown(path + "/study.query-log", 12_345, 12_345) == 0)
    let run = try program.run("query", "east/study.yaml", "mean(A)")
    #expect(run.status == 73)
    #expect(
      run.stderr
        == "east/study.query-log: error: the log of the groups that were shown belongs to another user, and all questions about a study share it; let that user ask, or ask all questions from one account [output-not-ours]\n"
    )
  }
}
