import Foundation
import TestSupport
import Testing

/// Studies that others can write run no programs.
@Suite struct UnsafeHookTests {
  private let program: Program

  init() throws {
    program = try Program()
    program.folder.write(
      Program.study + "hooks:\n  - {shell: \"env > seen\", on: [report, unchanged, failure]}\n",
      to: "east/study.yaml")
  }

  private var seen: String? { program.folder.text(of: "east/seen") }

  @Test func aFileThatTheGroupCanWriteRunsNothing() throws {
    try program.folder.setMode(0o664, of: "east/study.yaml")
    let run = try program.run("run", ".")
    let path = program.folder.path("east/study.yaml")
    #expect(run.status == 65)
    #expect(
      run.stderr.contains(
        "east/study.yaml:7:5: error: a hook would run programs in your name, and the study is not only yours to write: other users can write `\(path)`; type `chmod go-w \(path)`, or leave hooks out with --no-hooks [unsafe-hooks]"
      ), "\(run.stderr)")
    #expect(seen == nil)
    #expect(program.folder.names(in: "east/report") == nil)
    // What the message says helps.
    #expect(try CommandRun.shell("chmod go-w \(path)").status == 0)
    #expect(try program.run("run", ".").status == 0)
    #expect(seen != nil)
  }

  @Test func aReportInPlaceIsNoExcuse() throws {
    #expect(try program.run("run", ".").status == 0)
    try program.folder.setMode(0o646, of: "east/study.yaml")
    try FileManager.default.removeItem(atPath: program.folder.path("east/seen"))
    #expect(try program.run("run", ".").status == 65)
    #expect(seen == nil)
    #expect(program.folder.names(in: "east/report")?.contains("report.html") == true)
  }

  @Test func aFolderInWhichOthersCanReplaceItRunsNothing() throws {
    try program.folder.setMode(0o777, of: "east")
    let run = try program.run("run", ".")
    #expect(run.status == 65)
    #expect(run.stderr.contains("type `chmod go-w \(program.folder.path("east"))`"))
    try program.folder.setMode(0o1777, of: "east")
    #expect(try program.run("run", ".").status == 0)
    #expect(seen != nil)
  }

  @Test func aLinkInAnOpenFolderRunsNothing() throws {
    try program.folder.makeFolder("open")
    try program.folder.link("open/study.yaml", to: "east/study.yaml")
    for name in ["codebook.yaml", "answers.csv"] {
      program.folder.write(
        try #require(program.folder.text(of: "east/" + name)), to: "open/" + name)
    }
    try program.folder.setMode(0o777, of: "open")
    let run = try program.run("run", "open/study.yaml")
    #expect(run.status == 65)
    #expect(run.stderr.contains("other users can write `\(program.folder.path("open"))`"))
    #expect(program.folder.text(of: "open/seen") == nil)
  }

  @Test(.enabled(if: geteuid() == 0, "only root gives files away"))
  func rootRunsHooksOfItsOwnStudiesOnly() throws {
    let path = program.folder.path("east/study.yaml")
    #expect(chown(path, 12345, 12345) == 0)
    let run = try program.run("run", ".")
    #expect(run.status == 65)
    #expect(
      run.stderr.contains(
        "another user owns `\(path)`; type `chown 0 \(path)`, run it as its owner, or leave hooks out with --no-hooks [unsafe-hooks]"
      ), "\(run.stderr)")
    #expect(seen == nil)
    #expect(try program.run("run", ".", "--no-hooks").status == 0)
    #expect(seen == nil)
  }

  @Test(arguments: [
    ["run", ".", "--no-hooks"],
    ["schedule", "run-due", ".", "--no-hooks", "--at", "2026-03-01T06:00:00Z"],
  ]) func withoutHooksTheReportIsMade(arguments: [String]) throws {
    program.folder.write(
      (program.folder.text(of: "east/study.yaml") ?? "") + "schedule: daily at 06:00 UTC\n",
      to: "east/study.yaml")
    for mode in [0o666, 0o644] {
      try program.folder.setMode(mode, of: "east/study.yaml")
      let run = try CommandRun.abacus(arguments, in: program.folder.path(""))
      #expect(run.status == 0, "\(run.stderr)")
    }
    #expect(program.folder.names(in: "east/report")?.contains("report.html") == true)
    #expect(seen == nil)
  }

  @Test func aScheduledRunOfSuchAStudyFails() throws {
    program.folder.write(
      (program.folder.text(of: "east/study.yaml") ?? "") + "schedule: daily at 06:00 UTC\n",
      to: "east/study.yaml")
    try program.folder.setMode(0o666, of: "east/study.yaml")
    let run = try program.run("schedule", "run-due", ".", "--at", "2026-03-01T06:00:00Z")
    #expect(run.status == 65)
    // It counts as an attempt, so that a scheduler does not ask for it every five minutes.
    #expect(
      program.folder.text(of: "east/study.history/ledger.jsonl")?.contains("unsafe-hooks") == true)
  }

  @Test func whatTheCallerKnowsIsNotHandedOn() throws {
    let run = try CommandRun.abacus(
      ["run", "."], environment: ["MAIL_PASSWORD": "geheim", "TZ": "UTC", "LANG": "C.UTF-8"],
      in: program.folder.path(""))
    #expect(run.status == 0)
    let names = try #require(seen).split(separator: "\n").map { String($0.prefix { $0 != "=" }) }
    #expect(names.contains("PATH") && names.contains("TZ") && names.contains("LANG"))
    // The shell adds those of the second line.
    let known: Set = [
      "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LOGNAME", "PATH", "SHELL", "TMPDIR", "TZ", "USER",
      "PWD", "OLDPWD", "SHLVL", "_",
    ]
    #expect(Set(names).subtracting(known) == [])
  }

  @Test func openFilesOfTheCallerAreNotHandedOn() throws {
    program.folder.write(
      Program.study + "hooks:\n  - {shell: \"cat <&7 > seen\"}\n", to: "east/study.yaml")
    program.folder.write("secret", to: "secret")
    _ = try CommandRun.shell("$ABACUS run . 7< secret", in: program.folder.path(""))
    #expect(seen?.contains("secret") != true)
  }
}
