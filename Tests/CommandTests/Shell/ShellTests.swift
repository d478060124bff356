import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct ShellTests {
  let trial = TrialShell()

  @Test func questionsOfOneLineAreAskedOneAfterTheOther() throws {
    try trial.run("SELECT 1; SELECT 2;")
    #expect(trial.answers.asked == ["SELECT 1;", "SELECT 2;"])
    #expect(trial.written == "question,n\r\nSELECT 1;,1\r\nquestion,n\r\nSELECT 2;,2\r\n")
  }

  @Test func aQuestionThatIsGivenUpIsNotAsked() throws {
    try trial.run("SELECT 'a", "^C", "SELECT 2;")
    #expect(trial.answers.asked == ["SELECT 2;"])
  }

  @Test func aPersonsMistakeIsShownAndTheShellGoesOn() throws {
    #expect(try trial.run("SELECT 1,", "  wrong;", "SELECT 2;") == .ofLines)
    #expect(trial.complaints == ["error: that is wrong; ask again", "  SELECT 1,", "         ^"])
    #expect(trial.answers.asked.count == 2)
  }

  @Test func aPipeEndsAtItsFirstError() throws {
    let end = try trial.run("SELECT 1;", "", "SELECT wrong;", "SELECT 2;", named: "pipe")
    #expect(end == .failed)
    #expect(
      trial.complaints == [
        "pipe:3:8: error: that is wrong; ask again", "  SELECT wrong;", "         ^",
      ])
    #expect(trial.answers.asked.count == 2)
  }

  @Test func theLastQuestionOfAPipeNeedsNoSemicolon() throws {
    #expect(try trial.run("SELECT 1", "FROM t", named: "pipe") == .ofLines)
    #expect(trial.answers.asked == ["SELECT 1\nFROM t"])
  }

  @Test func aPersonsUnfinishedQuestionIsDropped() throws {
    try trial.run("SELECT 1")
    #expect(trial.answers.asked == [])
  }

  @Test func wholeQuestionsAndCommandsAreRemembered() throws {
    let lines = TrialLines(["SELECT 1,", "2;", "", " .mode "])
    _ = try trial.shell?.run(lines)
    #expect(lines.remembered == ["SELECT 1,\n2;", ".mode"])
  }

  @Test(arguments: [
    (".tables", "responses"), (".schema pairs", "gap"), (".schema", "Weight"),
    (".items ZIELE", "MA2"), (".codebook ma1", "I listen."), (".codebook", "Trial"),
    (".functions", "cronbach_alpha(i1"), (".explain cronbachAlpha", "Formula"),
    (".explain", "cronbach_alpha"), (".mode", "mode: csv"), (".timer", "timer: off"),
    (".help", ".output [--force] [FILE]"),
  ])
  func aCommandShows(command: String, part: String) throws {
    try trial.run(command)
    #expect(trial.written.contains(part))
    #expect(trial.complaints == [])
  }

  @Test(arguments: [
    (".tabels", "there is no command `.tabels`; did you mean `.tables`?"),
    (".zzzzzz", "there is no command `.zzzzzz`; `.help` lists all"),
    (".schema pars", "there is no table `pars`; did you mean `pairs`?"),
    (".codebook MA3", "there is no item `MA3`; did you mean `MA1`?"),
    (".mode jsn", "there is no mode `jsn`; did you mean `json`?"),
    (".timer maybe", "there is no setting `maybe`; choose among on, off"),
    (
      ".explain cronbach_alfa",
      "there is no statistic `cronbach_alfa`; did you mean `cronbach_alpha`?"
    ),
    (".read", "`.read` says too little; write `.read FILE`"),
    (".read none.sql", "`none.sql` can't be read (No such file or directory); check the path"),
    (
      ".output a.xls",
      "the ending of `a.xls` names no format; end it with .csv, .json, .md or .html"
    ),
  ])
  func aMistakenCommandSaysWhatToDo(command: String, message: String) throws {
    try trial.run(command, "SELECT 1;")
    #expect(trial.complaints == ["error: \(message)"])
    #expect(trial.answers.asked.count == 1)
  }

  @Test func aModeHoldsForTheNextAnswers() throws {
    try trial.run(".mode json", "SELECT 1;", ".mode CHART", "SELECT 2;")
    #expect(trial.written.contains("\"schema\": \"abacus.query/1\""))
    #expect(trial.written.contains("SELECT 2;  2  ████████████████████"))
  }

  @Test func theTimerSpeaksBesideTheAnswers() throws {
    try trial.run(".timer on", "SELECT 1;")
    #expect(trial.complaints.count == 1 && trial.complaints[0].hasPrefix("time: "))
  }

  @Test func quitEndsWhateverFollows() throws {
    #expect(try trial.run(".quit", "SELECT 1;") == .quit)
    #expect(trial.answers.asked == [])
  }

  // MARK: Files

  @Test func aFileHoldsAllAnswersSinceItWasNamed() throws {
    let scratch = try ScratchFolder()
    try trial.run(".output \(scratch.path("a.json"))", "SELECT 1;")
    #expect(scratch.text(of: "a.json")?.hasPrefix("{") == true)
    try trial.run("SELECT 2;", ".output", "SELECT 3;")
    let text = try #require(scratch.text(of: "a.json"))
    #expect(text.hasPrefix("[") && text.contains("SELECT 2;") && !text.contains("SELECT 3;"))
    #expect(trial.written == "question,n\r\nSELECT 3;,3\r\n")
    #expect(scratch.names() == ["a.json"])
  }

  @Test func aFileIsReadUpToItsFirstError() throws {
    let scratch = try ScratchFolder()
    scratch.write("SELECT 1;\n\nSELECT wrong;\nSELECT 2;\n", to: "a b.sql")
    try trial.run(".read '\(scratch.path("a b.sql"))'", "SELECT 3;")
    #expect(trial.answers.asked == ["SELECT 1;", "SELECT wrong;", "SELECT 3;"])
    #expect(trial.complaints[0].hasSuffix("a b.sql:3:8: error: that is wrong; ask again"))
  }

  @Test func aFileThatReadsItselfIsStopped() throws {
    let scratch = try ScratchFolder()
    scratch.write(".read \(scratch.path("loop.sql"))\n", to: "loop.sql")
    try trial.run(".read \(scratch.path("loop.sql"))")
    #expect(
      trial.complaints.map { $0.suffix(61) }
        == ["error: files read files more than 10 deep; let none read itself".suffix(61)])
  }
}
