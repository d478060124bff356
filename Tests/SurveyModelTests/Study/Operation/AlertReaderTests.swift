import SurveyModel
import TestSupport
import Testing

@Suite struct AlertReaderTests {
  func read(_ rest: String) -> Written<Study> { Written<Study>.study(StudyReaderTests.head + rest) }

  func condition(_ text: String) throws -> Alert.Condition {
    let study = try #require(read("alerts: [\"\(text)\"]").value, "\(text)")
    return try #require(study.operation.alerts.first?.condition)
  }

  @Test func everyFormIsRead() throws {
    #expect(
      try condition("response_rate < 0.4")
        == .number(AlertedNumber(name: "response_rate"), .less, 0.4))
    #expect(
      try condition("upper95(alpha(MB_GROW)) <= .7")
        == .number(
          AlertedNumber(part: .upper(percent: 95), name: "alpha", subject: "MB_GROW"), .atMost, 0.7)
    )
    #expect(
      try condition("lower90( mean( MA1 , late ) )>=3")
        == .number(
          AlertedNumber(part: .lower(percent: 90), name: "mean", subject: "MA1", wave: "late"),
          .atLeast, 3))
    #expect(
      try condition("gap(P) > -1")
        == .number(AlertedNumber(name: "gap", subject: "P"), .greater, -1))
    #expect(try condition("New  findings") == .newFindings)
    #expect(
      try condition("no new responses for 14 days") == .noNewResponses(seconds: 14 * 86_400))
  }

  @Test(arguments: [
    ("response_rate", "compares nothing"), ("new responses", "compares nothing"),
    ("mean(MA1) < often", "has no limit after `<`"), ("mean(MA1) == 3", "compares nothing"),
    ("< 3", "names no number"), ("mean(MA1 < 3", "names no number"),
    ("mean(a, b, c) < 3", "has `a, b, c` in brackets"), ("mean() < 3", "has `` in brackets"),
    ("no new responses for a while", "does not say how long"),
    ("no new responses", "does not say how long"),
  ])
  func whatIsNoAlertIsTold(text: String, words: String) {
    let findings = read("alerts: [\"\(text)\"]").findings
    #expect(findings.map(\.code) == [.wrongValue])
    #expect(findings.first?.message.contains(words) == true, "\(findings)")
  }

  @Test func hooksAreRead() throws {
    let study = try #require(
      read(
        """
        hooks:
          - {run: [mail-report, office]}
          - {shell: "cat > x", on: [failure], timeout: 2 minutes}
        """
      ).value)
    let hooks = study.operation.hooks
    #expect(hooks.map(\.command) == [.program(["mail-report", "office"]), .shell("cat > x")])
    #expect(hooks.map(\.events) == [[.report, .alert, .failure], [.failure]])
    #expect(hooks.map(\.timeLimit) == [30, 120])
  }

  @Test(arguments: [
    ("{}", "has neither `run` nor `shell`"), ("{run: []}", "`run` of a hook is empty"),
    ("{run: [a], shell: b}", "has both `run` and `shell`"),
    ("{run: [a], on: [alarm]}", "can't run on `alarm`"),
    ("{run: [a], timeout: soon}", "`timeout` of a hook can't be `soon`"),
  ])
  func whatIsNoHookIsTold(text: String, words: String) {
    let findings = read("hooks: [\(text)]").findings
    #expect(findings.contains { $0.message.contains(words) }, "\(findings)")
  }
}
