import TestSupport
import Testing

@testable import AbacusCommands

/// A view of the machine in which `/proc` is empty.
private enum WithoutProc {
  /// Runs a line of the shell, in which `$ABACUS` is the command.
  static func run(_ line: String, in folder: String? = nil) throws -> CommandRun {
    try CommandRun.shell(
      "unshare -m --propagation private sh -c 'mount -t tmpfs none /proc && \(line)'", in: folder)
  }

  static let isPossible = (try? run("test ! -e /proc/self"))?.status == 0
}

/// Where `/proc` is not mounted, as in a bare folder or some sandboxes.
@Suite(.enabled(if: WithoutProc.isPossible, "this user can't mount anything"))
struct ProgramWordsTests {
  @Test func commandsDoWhatWasAsked() throws {
    #expect(try WithoutProc.run("$ABACUS --version").stdout == AbacusVersion.text + "\n")
    #expect(try WithoutProc.run("$ABACUS nonsense").status == 64)
    let program = try Program()
    let report = try WithoutProc.run(
      "$ABACUS report east/study.yaml --out r", in: program.folder.path(""))
    #expect(report.status == 0, "\(report.stderr)")
    #expect(program.folder.names(in: "r")?.contains("report.html") == true)
    let question = try WithoutProc.run(
      "echo \"mean(A)\" | $ABACUS query east/study.yaml -", in: program.folder.path(""))
    #expect(question.stdout.contains("3.083"), "\(question.stderr)")
  }

  @Test func workersAreStarted() throws {
    let program = try Program(["east", "west"])
    let run = try WithoutProc.run("$ABACUS run .", in: program.folder.path(""))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("2 made"))
    // By a relative path, too.
    let link = try WithoutProc.run(
      "ln -s $ABACUS abacus && ./abacus run . --force", in: program.folder.path(""))
    #expect(link.stdout.contains("2 made"), "\(link.stderr)")
  }
}
