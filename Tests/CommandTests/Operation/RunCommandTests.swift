import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct RunCommandTests {
  @Test func everyStudyBelowAFolderGetsItsReport() throws {
    let program = try Program(["east", "west", "deep/north"])
    let run = try program.run("run", ".")
    #expect(run.status == 0)
    #expect(run.stdout.contains("3 studies: 3 made."))
    for name in ["east", "west", "deep/north"] {
      #expect(program.folder.names(in: "\(name)/report")?.contains("report.html") == true)
      #expect(try program.events(name) == [.started, .finished])
    }
  }

  @Test func whatHasNotChangedIsPassedOver() throws {
    let program = try Program(["east", "west"])
    try program.run("run", ".")
    let before = program.folder.text(of: "east/report/manifest.json")
    program.write(rows: 25, to: "west")
    #expect(
      try program.results(".") == ["east/study.yaml": "unchanged", "west/study.yaml": "made"])
    #expect(program.folder.text(of: "east/report/manifest.json") == before)
    #expect(try program.events("east") == [.started, .finished])
  }

  /// Each change of what a report depends on makes it anew.
  @Test(arguments: [
    "new export", "study", "codebook", "question", "output lost", "output damaged", "engine",
    "date", "force",
  ])
  func anyChangeMakesAReportAnew(change: String) throws {
    let program = try Program()
    try program.run("run", ".", "--date", "2025-06-23")
    var options: [String] = []
    switch change {
    case "new export": program.folder.write("n,A,B,C\nq1,1,2,3\n", to: "east/answers-2.csv")
    case "study": program.folder.write(Program.study + "# note\n", to: "east/study.yaml")
    case "codebook": program.folder.write(Program.codebook + "# note\n", to: "east/codebook.yaml")
    case "question": program.folder.write("mean(A)\n", to: "east/queries/a.sql")
    case "output lost":
      try FileManager.default.removeItem(atPath: program.folder.path("east/report/report.md"))
    case "output damaged": program.folder.write("x", to: "east/report/report.md")
    case "engine":
      let manifest = try #require(program.folder.text(of: "east/report/manifest.json"))
      program.folder.write(
        manifest.replacing("\"engine_version\": \"", with: "\"engine_version\": \"9."),
        to: "east/report/manifest.json")
    case "date": options = ["--date", "2025-06-24"]
    default: options = ["--force"]
    }
    let run = try CommandRun.abacus(["run", "."] + options, in: program.folder.path(""))
    #expect(run.stdout.contains("1 made"), "\(change): \(run.stdout)")
    #expect(try program.results(".") == ["east/study.yaml": "unchanged"], "\(change)")
  }

  @Test func aReportIsCurrentFromWhereverItIsAskedFor() throws {
    let program = try Program()
    try program.run("run", ".")
    let run = try CommandRun.abacus(
      ["run", "study.yaml"], in: program.folder.path("east"))
    #expect(run.stdout.contains("1 study: 1 unchanged."))
  }

  @Test func oneFailureStopsNoOtherAndLeavesItsLastReport() throws {
    let program = try Program(["east", "north", "west"])
    try program.run("run", ".")
    let before = program.folder.text(of: "north/report/report.json")
    program.folder.write("n,A,BB,C\np1,1,1,1\n", to: "north/answers.csv")
    for name in ["east", "west"] { program.write(rows: 30, to: name) }
    let run = try program.run("run", ".")
    #expect(run.status == 65)
    #expect(run.stdout.contains("3 studies: 2 made, 1 failed."))
    #expect(run.stderr.contains("north/answers.csv:1: error: no column for the item `B`"))
    #expect(program.folder.text(of: "north/report/report.json") == before)
    #expect(try program.events("north") == [.started, .finished, .started, .failed])
    // The mistake stands, so the next run fails again and never looks finished.
    #expect(try program.run("run", "north").status == 65)
  }

  @Test func failuresOfOneKindEndWithTheirStatus() throws {
    let program = try Program()
    try FileManager.default.removeItem(atPath: program.folder.path("east/answers.csv"))
    #expect(try program.run("run", "east").status == 66)
    #expect(try program.run("run", "nowhere.yaml").status == 66)
    #expect(program.folder.names(in: "")?.contains("nowhere.history") == false)
    #expect(try program.run("run", "empty").status == 66)
  }

  @Test func aFolderWithoutAStudyIsSaid() throws {
    let program = try Program([])
    let run = try program.run("run", ".")
    #expect(run.status == 66)
    #expect(run.stderr.contains("no study lies below `.`"))
  }

  @Test func aStudyThatIsBeingRunIsLeftAlone() throws {
    let program = try Program()
    let history = StudyHistory(path: program.folder.path("east/study.history"))
    try history.make()
    let lock = try history.lock(moment: "2026-01-05T07:00:00Z")
    try withExtendedLifetime(lock) {
      let run = try program.run("run", ".")
      #expect(run.status == 75)
      #expect(run.stderr.contains("being run by process \(getpid()) since 2026-01-05T07:00:00Z"))
      #expect(program.folder.names(in: "east")?.contains("report") == false)
    }
  }

  @Test func aLockThatIsLeftOverIsTaken() throws {
    let program = try Program()
    program.folder.write("pid 1 since 2026-01-05T07:00:00Z\n", to: "east/study.history/lock")
    #expect(try program.run("run", ".").status == 0)
  }

  @Test func whatHoldsResponsesIsForTheOwnerOnly() throws {
    let program = try Program()
    try program.run("run", ".")
    let history = "east/study.history"
    let run = try #require(program.folder.names(in: "\(history)/runs")?.first)
    for folder in [history, "\(history)/runs", "\(history)/runs/\(run)"] {
      #expect(program.folder.mode(of: folder) == 0o700, "\(folder)")
    }
    for file in ["ledger.jsonl", "lock", "salt", "runs/\(run)/responses", "runs/\(run)/report.md"] {
      #expect(program.folder.mode(of: "\(history)/\(file)") == 0o600, "\(file)")
    }
    let digests = try #require(program.folder.text(of: "\(history)/runs/\(run)/responses"))
    #expect(digests.split(separator: "\n").count == 25)
  }

  @Test func reportsAndHistoriesGoBelowAnotherFolder() throws {
    let program = try Program(["a/east", "a/west"])
    #expect(try program.run("run", "a", "--out", "out/new").status == 0)
    #expect(program.folder.names(in: "out/new/east") == ["report", "study.history"])
    #expect(program.folder.names(in: "a/east") == ["answers.csv", "codebook.yaml", "study.yaml"])
    let run = try program.run("run", "a/east/study.yaml", "a/west/study.yaml", "--out", "flat")
    #expect(run.status == 64)
    #expect(run.stderr.contains("would both have their report at flat/report"))
  }

  @Test func studiesThatShareAFolderHaveReportsOfTheirOwn() throws {
    let program = try Program()
    program.folder.write(Program.study, to: "east/pilot.yaml")
    #expect(try program.run("run", ".").status == 0)
    let names = try #require(program.folder.names(in: "east"))
    #expect(Set(["report", "pilot-report", "study.history", "pilot.history"]).isSubset(of: names))
  }

  @Test func theLogIsTextOrJSONAndNamesTheRun() throws {
    let program = try Program()
    let text = try program.run("run", ".")
    #expect(text.errorLines.allSatisfy { $0.contains(" run=20") })
    let json = try program.run("run", ".", "--log", "json", "--force")
    for line in json.errorLines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["run"] != nil && object?["time"] != nil && object?["level"] != nil)
    }
  }

  @Test func aStudyThatTakesTooLongIsStoppedAndWrittenDown() throws {
    let program = try Program(["east", "west"])
    let log = try program.hold("east")
    defer { try? log.close() }
    program.folder.write(
      Program.study + "hooks: [{shell: \"echo told > told\", on: [failure]}]\n",
      to: "east/study.yaml")
    let run = try program.run("run", ".", "--timeout", "1", "--jobs", "1")
    #expect(run.status == 75)
    #expect(run.stderr.contains("not made within 1 seconds"))
    #expect(run.stdout.contains("2 studies: 1 made, 1 failed."))
    #expect(try program.events("east") == [.started, .failed])
    #expect(program.folder.names(in: "east")?.contains("report") == false)
    #expect(program.folder.text(of: "east/told") == "told\n")
  }
}
