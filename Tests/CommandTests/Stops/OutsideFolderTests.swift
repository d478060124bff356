import Foundation
import TestSupport
import Testing

/// A study that leads out of its folder: nothing is read, nothing is shown, and what to type is said.
@Suite struct OutsideFolderTests {
  let tree: ScratchFolder
  private var root: String { "--root \(tree.path("theirs"))" }

  init() throws {
    tree = try ScratchFolder()
    let small = try StudyFolder.small()
    for name in ["study.yaml", "codebook.yaml", "a.csv"] {
      tree.write(try #require(small.scratch.text(of: name)), to: "own/\(name)")
    }
    tree.write(try #require(small.scratch.text(of: "a.csv")), to: "theirs/secret.csv")
    tree.write(try #require(small.scratch.text(of: "codebook.yaml")), to: "theirs/codebook.yaml")
    tree.write("password: hunter2\n", to: "theirs/private.yaml")
    tree.write([0x70, 0x00, 0xE9, 0x68, 0x75, 0x6E], to: "theirs/binary.yaml")
    tree.write("SELECT 'hunter2'", to: "theirs/leak.sql")
  }

  private func run(_ words: String...) throws -> CommandRun {
    try CommandRun.abacus(words, in: tree.path("own"))
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try #require(tree.text(of: "own/study.yaml"))
    #expect(text.contains(old))
    tree.write(text.replacing(old, with: new), to: "own/study.yaml")
  }

  private func line(_ place: String, _ written: String, root: String? = nil) -> String {
    "\(place): error: `\(written)` leads out of the folder of the study; move what it names into that folder, or add `\(root ?? self.root)` if the study may use what is there [outside-folder]"
  }

  // Sources.

  @Test(arguments: [
    "../theirs/secret.csv", "../theirs/gone.csv", "../theirs/*.csv", "link.csv", "l*.csv",
    "folder/secret.csv", "folder/*.csv", "f*/secret.csv", "gone/../../theirs/secret.csv",
  ])
  func anExport(path: String) throws {
    try tree.link("own/link.csv", to: "theirs/secret.csv")
    try tree.link("own/folder", to: "theirs")
    try edit("file: a.csv", "file: \"\(path)\"")
    let refused = try run("describe", "study.yaml")
    #expect(refused.errorLines == [line("study.yaml:5:5", path)])
    #expect(refused.status == 65)
    guard !path.contains("gone") else { return }
    let allowed = try run("describe", "study.yaml", "--root", "../theirs")
    #expect(allowed.status == 0, "\(allowed.stderr)")
  }

  /// What stands outside is not named, not even where the pattern names it first.
  @Test(arguments: ["*/../../t*/*.csv", "../*/secret.csv"]) func aPatternThatClimbs(path: String)
    throws
  {
    try tree.makeFolder("own/in")
    try edit("file: a.csv", "file: \"\(path)\"")
    let refused = try run("describe", "study.yaml")
    #expect(refused.status == 65)
    #expect(refused.stderr.contains("[outside-folder]") && !refused.stderr.contains("theirs"))
  }

  @Test(arguments: ["a.csv", "./a.csv", "../own/a.csv", "a*.csv", "in/link.csv", "in/../a.csv"])
  func whatLiesInsideIsRead(path: String) throws {
    try tree.makeFolder("own/in")
    try tree.link("own/in/link.csv", to: "own/a.csv")
    try edit("file: a.csv", "file: \"\(path)\"")
    let run = try run("describe", "study.yaml")
    #expect(run.status == 0, "\(run.stderr)")
  }

  @Test func aPathWithASpaceIsQuoted() throws {
    tree.write("n,A,B\n1,1,1\n", to: "it's theirs/a.csv")
    try edit("file: a.csv", "file: \"../it's theirs/a.csv\"")
    let root = "--root '\(tree.path("it"))'\\''s theirs'"
    #expect(
      try run("describe", "study.yaml").errorLines
        == [line("study.yaml:5:5", "../it's theirs/a.csv", root: root)])
  }

  @Test func everyCommandRefusesAndTakesARoot() throws {
    try edit("file: a.csv", "file: ../theirs/secret.csv")
    for words in [
      ["report", "study.yaml", "--out", "out"], ["run", "study.yaml"], ["describe", "study.yaml"],
      ["query", "study.yaml", "mean(A)"],
      ["query", "study.yaml", "mean(A)", "--output", "out.csv"],
    ] {
      let refused = try CommandRun.abacus(words, in: tree.path("own"))
      #expect(refused.status == 65, "\(words)")
      #expect(refused.stderr.contains("add `\(root)`"), "\(words)")
      let allowed = try CommandRun.abacus(
        words + ["--root", tree.path("theirs")], in: tree.path("own"))
      #expect(allowed.status == 0, "\(words) \(allowed.stderr)")
    }
    let again = try run("run", "study.yaml", "--root", "../theirs")
    #expect(again.stdout.contains("1 unchanged"))
    // What was made with a root is not current without it.
    #expect(try run("run", "study.yaml").status == 65)
    let shell = try CommandRun.shell(
      "echo 'mean(A)' | \"$ABACUS\" shell study.yaml --root ../theirs --history none",
      in: tree.path("own"))
    #expect(shell.status == 0, "\(shell.stderr)")
  }

  @Test func aReportThatNeedsARootIsVerifiedWithIt() throws {
    try edit("file: a.csv", "file: ../theirs/secret.csv")
    try #require(try run("report", "study.yaml", "--root", "../theirs").status == 0)
    let refused = try run("verify", "report")
    #expect(refused.status == 2)
    #expect(refused.stdout.contains("add `\(root)`"))
    #expect(try run("verify", "report", "--root", "../theirs").status == 0)
  }

  @Test func aScheduleHoldsItsRoots() throws {
    try edit("file: a.csv", "file: ../theirs/secret.csv")
    try edit("sources:", "schedule: daily 07:00\nsources:")
    let words = ["schedule", "install", "study.yaml", "--systemd", "--dry-run"]
    let refused = try CommandRun.abacus(words, in: tree.path("own"))
    #expect(refused.status == 65 && refused.stderr.contains("add `\(root)`"))
    let allowed = try CommandRun.abacus(words + ["--root", "../theirs"], in: tree.path("own"))
    #expect(allowed.status == 0, "\(allowed.stderr)")
    #expect(
      allowed.stdout.contains(
        "schedule run-due --by-timer \"\(tree.path("own/study.yaml"))\" --root \"\(tree.path("theirs"))\""
      ))
    let due = try run("schedule", "run-due", "study.yaml", "--root", "../theirs")
    #expect(due.status == 0 && due.stdout.contains("1 made"), "\(due.stderr)")
  }

  @Test func aRootHasANameAndAStudy() throws {
    let run = try run("describe", "study.yaml", "--root", "")
    #expect(run.status == 64)
    #expect(run.stderr.contains("--root names no folder; name one"))
    #expect(try self.run("describe", "study.yaml", "--root", "/nowhere").status == 0)
    let bare = try self.run("describe", "a.csv", "--root", ".")
    #expect(bare.status == 64 && bare.stderr.contains("--root is for studies"))
  }

  // Codebooks.

  @Test(arguments: ["../theirs/private.yaml", "../theirs/binary.yaml", "link.yaml"])
  func aFileThatIsNoCodebook(path: String) throws {
    try tree.link("own/link.yaml", to: "theirs/private.yaml")
    try edit("codebook: codebook.yaml", "codebook: \(path)")
    let refused = try run("describe", "study.yaml")
    #expect(
      refused.errorLines == [
        "study.yaml:3:11: error: `\(path)` leads out of the folder of the study, and its first key is not `schema: abacus.codebook/1`, so nothing of it is shown; correct `codebook`, or add `\(root)` to see what is wrong with it [outside-folder]"
      ])
    #expect(refused.status == 65)
    #expect(!refused.stderr.contains("hunter2") && !refused.stderr.contains("password"))
  }

  @Test func theSystemsOwnFiles() throws {
    try edit("codebook: codebook.yaml", "codebook: /etc/passwd")
    let refused = try run("describe", "study.yaml")
    #expect(refused.errorLines.count == 1 && refused.stderr.contains("add `--root /etc`"))
    #expect(!refused.stderr.contains("root:"))
  }

  @Test func aCodebookMayLieElsewhere() throws {
    try edit("codebook: codebook.yaml", "codebook: ../theirs/codebook.yaml")
    #expect(try run("describe", "study.yaml").status == 0)
    // Its mistakes are those of a codebook, and are shown.
    let text = try #require(tree.text(of: "theirs/codebook.yaml"))
    tree.write(text + "colour: red\n", to: "theirs/codebook.yaml")
    #expect(try run("describe", "study.yaml").stderr.contains("`colour`"))
  }

  // Saved questions.

  @Test(arguments: ["file", "folder"]) func aSavedQuestion(kind: String) throws {
    if kind == "file" {
      try tree.makeFolder("own/queries")
      try tree.link("own/queries/leak.sql", to: "theirs/leak.sql")
    } else {
      try tree.link("own/queries", to: "theirs")
    }
    let place = kind == "file" ? "queries/leak.sql" : "queries"
    for words in [
      ["report", "study.yaml"], ["query", "study.yaml", "--list"],
      ["query", "study.yaml", "--saved", "leak"], ["run", "study.yaml"],
    ] {
      let refused = try CommandRun.abacus(words, in: tree.path("own"))
      #expect(refused.status == 65, "\(words)")
      #expect(refused.stderr.contains(line(place, place)), "\(words) \(refused.stderr)")
      #expect(!(refused.stderr + refused.stdout).contains("hunter2"))
    }
    #expect(tree.names(in: "own/report") == nil)
    #expect(try run("query", "study.yaml", "--list", "--root", "../theirs").status == 0)
  }

  // Reports.

  @Test func aReportThatALinkLeadsOut() throws {
    try tree.makeFolder("elsewhere")
    try tree.link("own/report", to: "elsewhere")
    let root = "--root \(tree.path("elsewhere"))"
    for words in [["report", "study.yaml"], ["run", "study.yaml"]] {
      let refused = try CommandRun.abacus(words, in: tree.path("own"))
      #expect(refused.status == 65)
      #expect(refused.stderr.contains(line("report", "report", root: root)))
    }
    #expect(tree.names(in: "elsewhere") == [])
    // Who names it means it.
    #expect(try run("report", "study.yaml", "--out", "report").status == 0)
    #expect(tree.names(in: "elsewhere")?.count == 5)
  }

  @Test func aFolderOfReportsThatALinkLeadsOut() throws {
    try tree.makeFolder("elsewhere")
    try tree.makeFolder("runs")
    try tree.link("runs/own", to: "elsewhere")
    let run = try CommandRun.abacus(["run", ".", "--out", "runs"], in: tree.path(""))
    #expect(run.status == 65)
    #expect(tree.names(in: "elsewhere") == [])
  }

  /// A link below a folder that is looked through is no study.
  @Test func aStudyThatIsALink() throws {
    try tree.makeFolder("program")
    try tree.link("program/study.yaml", to: "own/study.yaml")
    let run = try CommandRun.abacus(["run", "program"], in: tree.path(""))
    #expect(run.status == 66 && run.stderr.contains("no study lies below"))
  }
}
