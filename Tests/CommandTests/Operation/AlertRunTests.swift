import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct AlertRunTests {
  func program(_ rest: String) throws -> Program {
    let program = try Program()
    program.folder.write(Program.study + rest, to: "east/study.yaml")
    return program
  }

  func alerts(_ program: Program) -> [String: String] {
    let file = AlertFile(at: program.folder.path("east/study.history/alerts.json"))
    return Dictionary(file.alerts.map { ($0.alert, $0.state.rawValue) }) { $1 }
  }

  /// 24 responses; the mean of A is 3.083, of the scale 2.847 (`VerifyCommandTests` has both).
  @Test func whatIsBeyondItsLimitIsRaisedAndEndsWith2() throws {
    let program = try program(
      """
      alerts:
        - responses < 25
        - responses < 24
        - mean(A) > 3.08
        - mean(S) < 2.84
        - lower95(mean(A)) < 3
        - new findings
      """)
    let run = try program.run("run", ".")
    #expect(run.status == 2)
    #expect(run.stdout.contains("made, 3 alerts"))
    #expect(run.stderr.contains("alert raised: responses < 25 (mentors: 24)"))
    #expect(
      alerts(program) == [
        "responses < 25": "raised", "responses < 24": "quiet", "mean(A) > 3.08": "raised",
        "mean(S) < 2.84": "quiet", "lower95(mean(A)) < 3": "raised", "new findings": "quiet",
      ])
    #expect(program.folder.mode(of: "east/study.history/alerts.json") == 0o600)
    // Nothing changes, and the alert stands.
    let again = try program.run("run", ".")
    #expect(again.status == 2 && again.stdout.contains("unchanged, 3 alerts"))
    program.write(rows: 30, to: "east")
    #expect(try program.run("run", ".").status == 2)
    #expect(alerts(program)["responses < 25"] == "quiet")
  }

  @Test func newFindingsAreThoseThatTheReportBeforeDidNotHave() throws {
    let program = try program("alerts: [new findings]\n")
    #expect(try program.run("run", ".").status == 0)
    program.folder.write(Program.answers(24) + "p25,9,1,1\n", to: "east/answers.csv")
    let run = try program.run("run", ".")
    #expect(run.status == 2)
    #expect(run.stderr.contains("alert raised: new findings (out-of-range)"), "\(run.stderr)")
    // The same finding again is not new; the flaw itself still is one.
    #expect(try program.run("run", ".", "--force").status == 1)
  }

  @Test func silenceIsNoticedThoughNothingChanges() throws {
    let program = try program(
      """
      schedule: daily at 06:00 UTC
      alerts: [no new responses for 14 days]
      """)
    func day(_ day: String) throws -> Int32 {
      try program.run("schedule", "run-due", ".", "--at", "2026-03-\(day)T06:00:00Z").status
    }
    #expect(try day("01") == 0)
    #expect(try day("14") == 0)
    #expect(try day("15") == 2)
    program.write(rows: 25, to: "east")
    #expect(try day("16") == 0)
    #expect(try day("29") == 0)
    #expect(try day("30") == 2)
  }

  @Test func aNumberThatIsHiddenIsNotGuessed() throws {
    let program = try program("alerts: [mean(A) > 0]\n")
    program.write(rows: 4, to: "east")
    let run = try program.run("run", ".")
    #expect(run.status == 0)
    #expect(run.stderr.contains("alert unknown: mean(A) > 0 (the report does not show the number)"))
  }

  @Test(arguments: [
    ("meen(A) < 1", "did you mean `mean`?"), ("mean(AA) < 1", "did you mean `A`?"),
    ("mean(A, late) < 1", "names the wave `late`"),
    ("lower90(mean(A)) < 1", "the study has intervals of 95 %"),
  ])
  func aNameThatIsNotThereStopsTheReport(alert: String, words: String) throws {
    let program = try program("alerts: [\"\(alert)\"]\n")
    for command in [["run", "."], ["report", "east/study.yaml"]] {
      let run = try CommandRun.abacus(command, in: program.folder.path(""))
      #expect(run.status == 65)
      #expect(run.stderr.contains(words), "\(run.stderr)")
    }
  }
}

@Suite struct HookRunTests {
  func program(_ hooks: String) throws -> Program {
    let program = try Program()
    program.folder.write(Program.study + "hooks:\n" + hooks, to: "east/study.yaml")
    return program
  }

  @Test func theOutcomeIsReadFromStandardInput() throws {
    let program = try program("  - {run: [tee, made.json], on: [report]}\n")
    #expect(try program.run("run", ".").status == 0)
    let text = try #require(program.folder.text(of: "east/made.json"))
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(json?["result"] as? String == "made" && json?["responses"] as? Int == 24)
    // Not called when nothing is new.
    try FileManager.default.removeItem(atPath: program.folder.path("east/made.json"))
    try program.run("run", ".")
    #expect(program.folder.text(of: "east/made.json") == nil)
  }

  @Test func aFailureCallsItsHooks() throws {
    let program = try program("  - {shell: \"echo told > told\", on: [failure]}\n")
    #expect(try program.run("run", ".").status == 0)
    #expect(program.folder.text(of: "east/told") == nil)
    try FileManager.default.removeItem(atPath: program.folder.path("east/answers.csv"))
    #expect(try program.run("run", ".").status == 66)
    #expect(program.folder.text(of: "east/told") == "told\n")
  }

  @Test func noShellReadsTheWordsOfAProgram() throws {
    let program = try program("  - {run: [touch, \"a; touch b\", \"$HOME\"]}\n")
    try program.run("run", ".")
    let names = try #require(program.folder.names(in: "east"))
    #expect(names.contains("a; touch b") && names.contains("$HOME") && !names.contains("b"))
  }

  @Test(arguments: [
    ("{run: [\"false\"]}", "the hook `false` ended with status 1"),
    ("{run: [no-such-program]}", "the hook `no-such-program` could not be started"),
    ("{shell: \"kill -9 $$\"}", "ended with status 137"),
  ])
  func oneThatFailsIsTold(hook: String, words: String) throws {
    let program = try program("  - \(hook)\n")
    let run = try program.run("run", ".")
    #expect(run.status == 2)
    #expect(run.stderr.contains(words), "\(run.stderr)")
    #expect(program.folder.names(in: "east/report")?.contains("report.html") == true)
  }

  @Test func oneThatDoesNotEndIsStoppedWithAllThatItStarted() throws {
    let program = try program(
      "  - {shell: \"(sleep 30; touch late) & sleep 30\", timeout: 1 seconds}\n")
    let start = ContinuousClock.now
    let run = try program.run("run", ".")
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(run.status == 2)
    #expect(run.stderr.contains("did not end within 1 seconds and was stopped"))
  }
}
