import Foundation
import ReportDocument
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct VerifyCommandTests {
  @Test func aReportOfARunIsVerified() throws {
    let program = try Program()
    try program.run("run", ".")
    let run = try program.run("verify", "east/report")
    #expect(run.status == 0)
    #expect(run.stdout.contains("east/report: verified;"))
    // From below, the folder in which the run was started is found again.
    let below = try CommandRun.abacus(["verify", "report"], in: program.folder.path("east"))
    #expect(below.status == 0, "\(below.stdout)")
  }

  /// Everything that can be other than the manifest says, is told.
  @Test(arguments: [
    ("output", "output report.md: is not the file that was written"),
    ("lost", "output report.md: is missing"), ("input", "input east/answers.csv: has changed"),
    ("gone", "input east/answers.csv: is not there any more"),
    ("study", "input east/study.yaml: has changed"),
    ("forged", "bytes report.md: comes out differently"),
    ("number", "number items[0].description.mean: was"), ("engine", "engine 9."),
  ])
  func whatIsNotAsItWasIsTold(change: String, words: String) throws {
    let program = try Program()
    try program.run("run", ".")
    let report = "east/report"
    func forge(_ name: String, _ edit: (String) -> String) throws {
      let old = OutputFile(
        name: name, text: try #require(program.folder.text(of: "\(report)/\(name)")))
      let new = OutputFile(name: name, text: edit(old.text))
      let manifest = try #require(program.folder.text(of: "\(report)/manifest.json"))
      program.folder.write(new.text, to: "\(report)/\(name)")
      program.folder.write(
        manifest.replacing(old.record.sha256, with: new.record.sha256)
          .replacing(
            "\"bytes\": \(old.record.byteCount)", with: "\"bytes\": \(new.record.byteCount)"),
        to: "\(report)/manifest.json")
    }
    switch change {
    case "output": program.folder.write("x", to: "\(report)/report.md")
    case "lost":
      try FileManager.default.removeItem(atPath: program.folder.path("\(report)/report.md"))
    case "input": program.write(rows: 23, to: "east")
    case "gone":
      try FileManager.default.removeItem(atPath: program.folder.path("east/answers.csv"))
    case "study": program.folder.write(Program.study + "\n", to: "east/study.yaml")
    case "forged": try forge("report.md") { $0 + "\n" }
    case "number":
      try forge("report.json") { $0.replacing(/"mean": [0-9.]+/, with: "\"mean\": 4.9") }
    default:
      let manifest = try #require(program.folder.text(of: "\(report)/manifest.json"))
      program.folder.write(
        manifest.replacing("\"engine_version\": \"", with: "\"engine_version\": \"9."),
        to: "\(report)/manifest.json")
    }
    let run = try program.run("verify", report)
    #expect(run.status == 2)
    #expect(run.stdout.contains(words), "\(run.stdout)")
  }

  /// Nobody knows whether a file that can't be read is as it was.
  @Test(arguments: ["east/answers.csv", "east/report/report.md", "east/study.yaml"])
  func whatCanNotBeReadIsSaid(name: String) throws {
    let program = try Program()
    try program.run("run", ".")
    let path = program.folder.path(name)
    try FileManager.default.removeItem(atPath: path)
    // Not even root gets through a link to itself.
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let run = try program.run("verify", "east/report")
    #expect(run.status == 66, "\(run.stdout)")
    #expect(
      run.stdout.contains(
        "\(name.replacing("east/report/", with: "")): can't be read (Too many levels of symbolic links), so it could not be compared"
      ), "\(run.stdout)")
    #expect(!run.stdout.contains("changed") && !run.stdout.contains("not there"))
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"), arguments: ["", "report/"])
  func aFolderThatMayNotBeEntered(inner: String) throws {
    let program = try Program()
    try program.run("run", ".")
    try program.folder.setMode(0, of: "east/" + inner)
    defer { try? program.folder.setMode(0o755, of: "east/" + inner) }
    let run = try program.run("verify", "east/report")
    #expect(run.status == 66, "\(run.stdout)")
    #expect((run.stdout + run.stderr).contains("can't be read (Permission denied)"))
  }

  /// The size decides before anything is read: the file would take hours.
  @Test(arguments: ["east/report/report.md", "east/answers.csv"])
  func aHugeFileIsNotRead(name: String) throws {
    let program = try Program()
    try program.run("run", ".")
    #expect(truncate(program.folder.path(name), 1 << 43) == 0)
    let run = try CommandRun.shell(
      "timeout -s KILL 60 $ABACUS verify east/report", in: program.folder.path(""))
    #expect(run.status == 2, "\(run.stdout)")
    #expect(run.stdout.contains("changed"), "\(run.stdout)")
  }

  @Test func whatIsNoReportIsSaid() throws {
    let program = try Program()
    #expect(try program.run("verify", "nowhere").status == 66)
    let run = try program.run("verify", "east")
    #expect(run.status == 65)
    #expect(run.stderr.contains("holds no manifest of abacus"))
  }

  @Test func numbersThatDifferInTheirLastDigitsAreTheSame() throws {
    let old = try JSONValue(parsing: #"{"a": [1, 2.0000000001, null], "b": "x"}"#)
    let new = try JSONValue(parsing: #"{"a": [1, 2.0000000002, 3], "b": "y", "c": true}"#)
    let comparison = JSONComparison(old, new)
    #expect(comparison.numberCount == 2)
    #expect(
      comparison.differences == [
        .init(path: "a[2]", old: "null", new: "3"),
        .init(path: "b", old: "another text", new: "another text"),
        .init(path: "c", old: "absent", new: "true"),
      ])
    #expect(!JSONComparison.isSame(1, 1.000_000_01) && JSONComparison.isSame(0, 0))
  }
}
