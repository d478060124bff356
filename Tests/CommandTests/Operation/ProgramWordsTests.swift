import TestSupport
import Testing

@testable import AbacusCommands

/// Where `/proc` is not mounted, as in a bare folder or some sandboxes.
@Suite(.enabled(if: ProgramWordsTests.canHide, "this user can't mount anything"))
struct ProgramWordsTests {
  /// Runs a line in which `$ABACUS` sees an empty `/proc`.
  private static func run(_ line: String, in folder: String? = nil) throws -> CommandRun {
    try CommandRun.shell(
      "unshare -m --propagation private sh -c 'mount -t tmpfs none /proc && \(line)'", in: folder)
  }

  static var canHide: Bool { (try? run("test ! -e /proc/self"))?.status == 0 }

  @Test func commandsDoWhatWasAsked() throws {
    #expect(try Self.run("$ABACUS --version").stdout == AbacusVersion.text + "\n")
    #expect(try Self.run("$ABACUS nonsense").status == 64)
    let program = try Program()
    let report = try Self.run("$ABACUS report east/study.yaml --out r", in: program.folder.path(""))
    #expect(report.status == 0, "\(report.stderr)")
    #expect(program.folder.names(in: "r")?.contains("report.html") == true)
    let question = try Self.run(
      "echo \"mean(A)\" | $ABACUS query east/study.yaml -", in: program.folder.path(""))
    #expect(question.stdout.contains("3.083"), "\(question.stderr)")
  }

  @Test func workersAreStarted() throws {
    let program = try Program(["east", "west"])
    let run = try Self.run("$ABACUS run .", in: program.folder.path(""))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("2 made"))
    // By a relative path, too.
    let link = try Self.run(
      "ln -s $ABACUS abacus && ./abacus run . --force", in: program.folder.path(""))
    #expect(link.stdout.contains("2 made"), "\(link.stderr)")
  }
}
