import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// A scheduler that calls every few minutes, with a clock that the tests set.
@Suite struct RunDueTests {
  func program(_ schedule: String) throws -> Program {
    let program = try Program()
    program.folder.write(Program.study + "schedule: \(schedule)\n", to: "east/study.yaml")
    return program
  }

  func due(_ program: Program, at moment: String) throws -> CommandRun {
    try program.run("schedule", "run-due", ".", "--at", moment)
  }

  /// A fortnight in which Berlin sets its clocks (29 March 2026), asked every 30 minutes.
  @Test func everyMomentGetsOneRunAndNothingElseHappens() throws {
    let program = try program("weekly on monday 07:00 Europe/Berlin")
    var runs: [String] = []
    for day in 22...31 {
      for half in 0..<48 where day % 7 == 2 && (8...16).contains(half) || half == 0 {
        let time = "\(half / 2 < 10 ? "0" : "")\(half / 2):\(half % 2 == 0 ? "00" : "30")"
        let moment = "2026-03-\(day)T\(time):00Z"
        let before = program.folder.text(of: "east/study.history/ledger.jsonl")
        let run = try due(program, at: moment)
        #expect(run.status == 0)
        if run.stdout.isEmpty {
          #expect(run.stderr.isEmpty)
          #expect(program.folder.text(of: "east/study.history/ledger.jsonl") == before)
        } else {
          runs.append(moment)
        }
      }
    }
    // 07:00 in Berlin is 06:00 in winter and 05:00 in summer.
    #expect(runs == ["2026-03-23T06:00:00Z", "2026-03-30T05:00:00Z"])
    let last = try RunLedger(history: program.folder.path("east/study.history")).last()
    #expect(last?.slot == "2026-03-30T05:00:00Z" && last?.event == .unchanged)
  }

  @Test func whatWasMissedIsMadeUpForOnceAndSaid() throws {
    let program = try program("daily at 06:00 UTC")
    #expect(try due(program, at: "2026-03-01T06:00:00Z").status == 0)
    let run = try due(program, at: "2026-03-05T12:00:00Z")
    #expect(run.stderr.contains("3 scheduled runs before this one did not happen"), "\(run.stderr)")
    #expect(try due(program, at: "2026-03-05T12:05:00Z").stdout.isEmpty)
  }

  @Test func aFailureIsTriedAgainAfterEverLongerWaits() throws {
    let program = try program("{when: daily at 06:00 UTC, retries: 2, backoff: 10 minutes}")
    let answers = program.folder.path("east/answers.csv")
    try FileManager.default.moveItem(atPath: answers, toPath: answers + ".away")
    var tried: [Int] = []
    for minute in stride(from: 0, through: 59, by: 5) {
      let run = try due(program, at: "2026-03-01T06:\(minute < 10 ? "0" : "")\(minute):00Z")
      if run.status == 66 { tried.append(minute) }
    }
    #expect(tried == [0, 10, 30])
    try FileManager.default.moveItem(atPath: answers + ".away", toPath: answers)
    #expect(try due(program, at: "2026-03-02T06:00:00Z").stdout.contains("1 made"))
  }

  /// A timer calls once a slot: the process waits for its retries itself, and for nothing else.
  @Test(arguments: [(0, 1), (2, 3)])
  func aTimersRunTriesAgainByItselfAndEnds(retries: Int, attempts: Int) throws {
    let program = try program(
      "{when: \"* * 1 1 *\", retries: \(retries), backoff: 1 seconds}")
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    // Whatever the day is: the last slot is long past, and the first one is made up for.
    program.folder.write(
      LedgerEntry(
        event: .unchanged, run: "20250101T000000Z-000001-00aa", at: "\(year - 1)-01-01T00:00:00Z",
        trigger: .schedule,
        engine: "0.1.0"
      ).line, to: "east/study.history/ledger.jsonl")
    try FileManager.default.removeItem(atPath: program.folder.path("east/answers.csv"))
    let run = try program.run("schedule", "run-due", "--by-timer", "east/study.yaml")
    #expect(run.status == 66)
    #expect(try program.events().filter { $0 == .failed }.count == attempts)
  }

  @Test func aRunThatWasCutShortIsMadeUpFor() throws {
    let program = try program("daily at 06:00 UTC")
    let history = StudyHistory(path: program.folder.path("east/study.history"))
    try history.make()
    try history.ledger.append(
      LedgerEntry(
        event: .started, run: "20260301T060000Z-000001-00aa", at: "2026-03-01T06:00:00Z",
        trigger: .schedule,
        slot: "2026-03-01T06:00:00Z", engine: "0.1.0"))
    let run = try due(program, at: "2026-03-01T06:05:00Z")
    #expect(run.stdout.contains("1 made") && run.stderr.contains("was cut short"))
  }

  @Test func newDataAreReportedWhenTheyAreComplete() throws {
    let program = try program("when new data arrives")
    func at(_ seconds: TimeInterval) throws -> CommandRun {
      try due(program, at: Date().addingTimeInterval(seconds).ISO8601Format())
    }
    // Written a moment ago: perhaps there is more to come.
    #expect(try at(0).stdout.isEmpty)
    #expect(try at(60).stdout.contains("1 made"))
    #expect(try at(120).stdout.isEmpty)
    // An export that fails is not tried for ever, but as soon as there is another one.
    program.folder.write("n,A,BB,C\n1,1,1,1\n", to: "east/answers.csv")
    #expect(try at(180).status == 65)
    #expect(try at(240).stdout.isEmpty)
    program.write(rows: 30, to: "east")
    #expect(try at(300).stdout.contains("1 made"))
  }

  @Test func aStudyThatIsBeingRunIsPassedOver() throws {
    let program = try program("daily at 06:00 UTC")
    let history = StudyHistory(path: program.folder.path("east/study.history"))
    try history.make()
    do {
      let lock = try history.lock(moment: "2026-03-01T06:00:00Z")
      defer { withExtendedLifetime(lock) {} }
      let run = try due(program, at: "2026-03-01T06:05:00Z")
      #expect(run.status == 0 && run.stdout.isEmpty && run.stderr.isEmpty)
    }
    #expect(try due(program, at: "2026-03-01T06:10:00Z").stdout.contains("1 made"))
  }

  @Test func aStudyWithoutAScheduleIsLeftToOthersAndAMistakeIsSaid() throws {
    let program = try Program(["east", "west"])
    #expect(try due(program, at: "2026-03-01T06:00:00Z").stdout.isEmpty)
    program.folder.write(Program.study + "schedule: sometimes\n", to: "west/study.yaml")
    let run = try due(program, at: "2026-03-01T06:00:00Z")
    #expect(run.status == 65)
    #expect(run.stderr.contains("west/study.yaml:6:11"))
  }
}
