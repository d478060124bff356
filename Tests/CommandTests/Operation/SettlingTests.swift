import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// What a run leaves that is cut short is laid out by hand, and the next run is let loose on it.
@Suite struct SettlingTests {
  let program: Program
  var history: String { program.folder.path("east/study.history") }

  static let run = "20260105T070000Z-000001-00aa"

  init() throws { program = try Program() }

  func start(_ run: String, at moment: String = "2026-01-05T07:00:00Z") throws {
    let places = StudyHistory(path: history)
    try places.make()
    try places.ledger.append(
      LedgerEntry(event: .started, run: run, at: moment, trigger: .manual, engine: "0.1.0"))
  }

  @Test func aRunThatNeverPublishedIsWrittenDownAsInterrupted() throws {
    try start(Self.run)
    program.folder.write("half", to: "east/study.history/runs/.\(Self.run)/report.md")
    let run = try program.run("run", ".")
    #expect(run.status == 0)
    #expect(
      run.stderr.contains(
        "the run of 2026-01-05T07:00:00Z was cut short; the report before it is in place"))
    #expect(try program.events() == [.started, .interrupted, .started, .finished])
    let kept = program.folder.names(in: "east/study.history/runs")
    #expect(kept?.count == 1 && kept?.first != ".\(Self.run)")
  }

  @Test func aRunThatPublishedIsWrittenDownAsFinished() throws {
    try program.run("run", ".")
    // The process ended after the exchange: the ledger's last line and the archive's name are not there.
    let ledger = "east/study.history/ledger.jsonl"
    let lines = try #require(program.folder.text(of: ledger)).split(separator: "\n")
    program.folder.write(lines[0] + "\n", to: ledger)
    let id = try #require(program.folder.names(in: "east/study.history/runs")?.first)
    let runs = program.folder.path("east/study.history/runs")
    try FileManager.default.moveItem(atPath: "\(runs)/\(id)", toPath: "\(runs)/.\(id)")
    let run = try program.run("run", ".")
    #expect(run.stderr.contains("was cut short; its report is in place"))
    #expect(run.stdout.contains("1 unchanged"))
    #expect(try program.events() == [.started, .finished])
    #expect(program.folder.names(in: "east/study.history/runs") == [id])
    let last = try #require(try RunLedger(history: history).last())
    #expect(last.responses == 24 && last.status == 0)
  }

  /// The report was in place, and the process ended before anybody was told of it.
  @Test func aRunThatPublishedIsToldOfByTheNextOne() throws {
    program.folder.write(
      Program.study + """
        alerts: [responses < 30, new findings]
        hooks: [{run: [tee, told.json], on: [report]}]

        """, to: "east/study.yaml")
    program.folder.write(Program.answers(24) + "p25,9,1,1\n", to: "east/answers.csv")
    try program.run("run", ".")
    let ledger = "east/study.history/ledger.jsonl"
    let lines = try #require(program.folder.text(of: ledger)).split(separator: "\n")
    program.folder.write(lines[0] + "\n", to: ledger)
    for name in ["told.json", "study.history/alerts.json"] {
      try FileManager.default.removeItem(atPath: program.folder.path("east/\(name)"))
    }
    let run = try program.run("run", ".")
    #expect(run.stdout.contains("1 unchanged"), "\(run.stdout)")
    #expect(program.folder.text(of: "east/told.json")?.contains("\"result\": \"made\"") == true)
    #expect(run.status == 2)
    #expect(program.folder.text(of: "east/study.history/alerts.json")?.contains("raised") == true)
    #expect(try program.events() == [.started, .finished])
    // Once is enough.
    try FileManager.default.removeItem(atPath: program.folder.path("east/told.json"))
    try program.run("run", ".")
    #expect(program.folder.text(of: "east/told.json") == nil)
  }

  @Test func halfALineCountsAsNotWritten() throws {
    try program.run("run", ".")
    let ledger = "east/study.history/ledger.jsonl"
    let text = try #require(program.folder.text(of: ledger))
    program.folder.write(text + "{\"event\": \"sta", to: ledger)
    #expect(try program.run("run", ".", "--force").status == 0)
    #expect(try program.events() == [.started, .finished, .started, .finished])
  }

  @Test func aDamagedLedgerStopsTheRun() throws {
    try program.run("run", ".")
    program.folder.write("{}\n", to: "east/study.history/ledger.jsonl")
    let run = try program.run("run", ".", "--force")
    #expect(run.status == 65)
    #expect(run.stderr.contains("ledger.jsonl:1: error: this line of the ledger is damaged"))
  }

  @Test func aClockThatIsBehindIsSaid() throws {
    try start(Self.run, at: "2199-01-01T00:00:00Z")
    let run = try program.run("run", ".")
    #expect(run.status == 0)
    #expect(run.stderr.contains("before the last run at 2199-01-01T00:00:00Z; set the clock right"))
  }
}

@Suite struct RunArchiveTests {
  @Test func theNewestAndTheLastOfEachMonthAreKept() {
    // 30 runs of January 2026, one a day, then one a month to December 2027.
    let january = (1...30).map { "202601\($0 < 10 ? "0" : "")\($0)T070000Z-00000000" }
    let later = (0..<23).map { month in
      let number = month < 11 ? month + 2 : month - 10
      return "\(month < 11 ? 2026 : 2027)\(number < 10 ? "0" : "")\(number)01T070000Z-00000000"
    }
    #expect(RunArchive.dropped(of: january) == Array(january.prefix(18)))
    // Of 24 months each keeps its last run: of January that of the 30th.
    #expect(RunArchive.dropped(of: january + later) == Array(january.prefix(29)))
    let more = later + ["20280101T070000Z-00000000"]
    #expect(RunArchive.dropped(of: january + more) == january)
  }
}
