import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite(.serialized) struct WatchCommandTests {
  private static func rows(_ letter: String) -> [String] {
    (1...24).map { "\(letter)\($0),\($0 % 5 + 1),\($0 % 4 + 1),\($0 % 3 + 1)\n" }
  }

  private static func export(_ letter: String) -> String {
    "n,A,B,C\n" + rows(letter).joined()
  }

  /// Responses of the newest report of a study.
  private func responses(_ program: Program, _ study: String = "east") throws -> [Int?] {
    try RunLedger(history: program.folder.path("\(study)/study.history")).entries()
      .filter { $0.event == .finished }.map(\.responses)
  }

  @Test func everyNewExportIsOneReportOnceItIsWhole() throws {
    let watch = try WatchTrial(Program(), "--settle", "1")
    let folder = watch.program.folder
    try watch.expectReports(1)
    // It grows with pauses longer than that of a whole file, and is closed at the end only.
    let file = open(folder.path("east/answers-2.csv"), O_WRONLY | O_CREAT, 0o600)
    for line in ["n,A,B,C\n", Self.rows("q")[..<12].joined(), Self.rows("q")[12...].joined()] {
      _ = write(file, line, line.utf8.count)
      usleep(1_500_000)
    }
    #expect(try watch.reports(of: "east") == 1)
    close(file)
    try watch.expectReports(2)
    folder.write(Self.export("r"), to: "east/r.part")
    rename(folder.path("east/r.part"), folder.path("east/answers-3.csv"))
    try watch.expectReports(3)
    #expect(try responses(watch.program) == [24, 48, 72])
    try addStudy("new/west", to: watch.program)
    try watch.expectReports(1, of: "new/west")
    #expect(try watch.reports(of: "east") == 3)
    #expect(watch.stop() == 0)
    #expect(watch.log.contains("stopped"))
  }

  private func addStudy(_ name: String, to program: Program) throws {
    program.folder.write(Program.codebook, to: "\(name)/codebook.yaml")
    program.folder.write(Program.study, to: "\(name)/study.yaml")
    program.write(rows: 24, to: name)
  }

  @Test func theLedgerSaysThatDataStartedTheRun() throws {
    let watch = try WatchTrial(Program(), "--settle", "0")
    try watch.wait(for: "a report") { try watch.reports(of: "east") == 1 }
    #expect(watch.stop(SIGINT) == 0)
    let entries = try RunLedger(history: watch.program.folder.path("east/study.history")).entries()
    #expect(entries.allSatisfy { $0.trigger == .data })
  }

  @Test func everyInputIsWatched() throws {
    let watch = try WatchTrial(Program(), "--settle", "0")
    let folder = watch.program.folder
    try watch.expectReports(1)
    folder.write("mean(A)\n", to: "east/queries/a.sql")
    try watch.expectReports(2)
    folder.write(Program.codebook + "# note\n", to: "east/codebook.yaml")
    try watch.expectReports(3)
    folder.write(
      Program.study.replacing("answers*", with: "in/answers*"), to: "east/study.yaml")
    try watch.wait(for: "a failure") { try watch.program.events().last == .failed }
    folder.write(Self.export("s"), to: "east/in/answers.csv")
    try watch.wait(for: "a fourth report") { try watch.reports(of: "east") == 4 }
    #expect(watch.stop() == 0)
  }

  @Test func aFolderThatVanishesIsLookedForAndItsStudyWaits() throws {
    let program = try Program()
    program.folder.write(
      Program.study.replacing("answers*", with: "../exports/answers*"), to: "east/study.yaml")
    program.folder.write(Self.export("p"), to: "exports/answers.csv")
    let watch = try WatchTrial(program, "--settle", "0", "--root", "exports")
    try watch.expectReports(1)
    rename(program.folder.path("exports"), program.folder.path("away"))
    try watch.wait(for: "the loss") {
      watch.log.contains(
        "error: gone; studies that need it wait, and it is looked for every 5 seconds path=east/../exports"
      )
    }
    try watch.expectReports(1)
    program.folder.write(Self.export("q"), to: "away/answers-2.csv")
    rename(program.folder.path("away"), program.folder.path("exports"))
    try watch.wait(for: "the return") { watch.log.contains("there again") }
    try watch.expectReports(2)
    program.folder.write(Self.export("r"), to: "exports/answers-3.csv")
    try watch.expectReports(3)
    #expect(watch.stop() == 0)
  }

  @Test func whereTheSystemTellsNothingFilesAreLookedAt() throws {
    let watch = try WatchTrial(Program(), "--settle", "1", "--poll", "1")
    let folder = watch.program.folder
    try watch.expectReports(1)
    #expect(watch.log.contains("by=polling"))
    folder.write(Self.export("q"), to: "east/answers-2.csv")
    try watch.expectReports(2)
    try addStudy("west", to: watch.program)
    try watch.expectReports(1, of: "west")
    #expect(watch.stop() == 0)
  }

  /// The run that goes on is ended first, though its worker gets the signal too.
  @Test func theRunThatGoesOnIsEndedAndASecondSignalWaitsForNothing() throws {
    let program = try Program()
    let log = try program.hold("east")
    defer { try? log.close() }
    let watch = try WatchTrial(program, "--settle", "0", "--log", "json")
    try watch.wait(for: "a run") { (try? program.events()) == [.started] }
    let worker = try #require(watch.worker)
    kill(worker, SIGTERM)
    watch.send(SIGTERM)
    try watch.wait(for: "its word") { watch.log.contains("stops when what it does is done") }
    #expect(watch.isRunning && kill(worker, 0) == 0)
    #expect(watch.stop() == 0)
    #expect(try program.events() == [.started])
  }

  @Test func nothingToWatchEndsIt() throws {
    let program = try Program()
    let run = try program.run("watch", "nowhere")
    #expect(run.status == 66)
    #expect(
      run.stderr
        == "nowhere: error: there is no `nowhere`, so there is nothing to watch; name a study file or a folder [missing-file]\n"
    )
  }

  @Test(arguments: [
    (["--settle=-1"], "--settle is -1; write a number of seconds from 0 to 86400"),
    (["--poll", "0"], "--poll is 0; write a number of seconds from 1 to 86400"),
    (["--jobs", "0"], "--jobs is 0; write a number from 1"),
  ])
  func optionsOutOfRangeAreRefused(options: [String], words: String) throws {
    let run = try CommandRun.abacus(["watch", "."] + options)
    #expect(run.status == 64)
    #expect(run.stderr.contains(words))
  }
}
