import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct ShellCompletionTests {
  private let completion: ShellCompletion = {
    let answers = TrialAnswers()
    return ShellCompletion(
      tables: answers.tables, functions: answers.functions, keywords: answers.keywords,
      items: ["MA1", "MA2"], scales: ["MA_ROLE", "my scale"])
  }()

  private func insertion(_ line: String, after pending: String = "") -> String {
    completion.result(for: line, after: pending).insertion
  }

  private func candidates(_ line: String, after pending: String = "") -> [String] {
    completion.result(for: line, after: pending).candidates
  }

  @Test(arguments: [
    ("sel", "select"), ("SEL", "SELECT"), ("SELECT cron", "cronbach_alpha("),
    ("SELECT * FROM PAI", "pairs"), ("SELECT ma_", "MA_ROLE"), ("SELECT wei", "Weight"),
    ("SELECT my", "\"my scale\""), ("SELECT \"what", "what for"),
  ])
  func theOnlyCandidateIsWritten(line: String, word: String) {
    #expect(insertion(line) == word)
  }

  @Test func severalCandidatesAreListedAndWhatTheyShareIsWritten() {
    #expect(candidates("SELECT M") == ["\"my scale\"", "MA1", "MA2", "MA_ROLE"])
    #expect(insertion("SELECT m") == "m")
    #expect(insertion("SELECT ma") == "MA")
  }

  /// `Q1` and `q1` are two items.
  @Test func namesThatDifferByCaseAreNotWrittenForOneAnother() {
    let own = ShellCompletion(
      tables: [], functions: [], keywords: [], items: ["Q1", "q1", "Q1b", "q1b"], scales: [])
    #expect(own.result(for: "SELECT q1").insertion == "q1")
    #expect(own.result(for: "SELECT Q1").insertion == "Q1")
    #expect(own.result(for: "SELECT q1").candidates == ["Q1", "Q1b", "q1", "q1b"])
    #expect(own.result(for: "SELECT mean(responses, 'q1").insertion == "q1")
  }

  @Test func literalsThatNameAScaleOrAStatisticAreCompleted() {
    #expect(insertion("SELECT cronbach_alpha(responses, 'ma_") == "MA_ROLE")
    #expect(insertion("SELECT explain('cronb") == "cronbach_alpha")
    #expect(candidates("SELECT 'ma_") == [])
  }

  @Test func behindATableStandItsColumnsAlone() {
    #expect(candidates("SELECT responses.") == ["\"what for\"", "Weight", "wave"])
    #expect(candidates("SELECT pairs.") == ["gap"])
    #expect(candidates("SELECT r.W", after: "WITH x AS (SELECT * FROM responses AS r)") != [])
    #expect(candidates("SELECT * FROM pairs p WHERE p.") == ["gap"])
  }

  @Test func aQuestionThatNamesATableOffersItsColumns() {
    #expect(candidates("SELECT * FROM pairs ORDER BY ga") == ["gap"])
    #expect(!candidates("SELECT * FROM pairs ORDER BY we").contains("Weight"))
    #expect(candidates("WHERE we", after: "SELECT *\nFROM responses").contains("Weight"))
  }

  @Test(arguments: ["SELECT 'ma", "SELECT 1 -- ma", "SELECT /* ma"])
  func literalsAndCommentsAreLeftAlone(line: String) {
    #expect(candidates(line) == [])
  }

  @Test func commandsAndWhatFollowsThemAreCompleted() {
    #expect(candidates(".t") == [".tables", ".timer"])
    #expect(insertion(".sch") == ".schema")
    #expect(insertion(".schema p") == "pairs")
    #expect(insertion(".mode j") == "json")
    #expect(insertion(".explain cronbach") == "cronbach_alpha")
    #expect(candidates(".timer ") == ["off", "on"])
    #expect(candidates(".codebook MA") == ["MA1", "MA2"])
    #expect(candidates(".tables x") == [])
  }

  @Test func filesAreCompletedWithTheirFolders() throws {
    let scratch = try ScratchFolder()
    scratch.write("", to: "queries/one.sql")
    scratch.write("", to: "queries/two.sql")
    #expect(insertion(".read " + scratch.path("que")) == scratch.path("queries") + "/")
    #expect(insertion(".read " + scratch.path("queries/o")) == scratch.path("queries/one.sql"))
  }

  @Test func aLongListIsCutAndSaysSo() {
    let text = CandidateList.text((1...130).map { "name\($0)" }, width: 80)
    #expect(text.hasSuffix("and 10 more\n"))
    #expect(CandidateList.text(["a", "b"], width: 80) == "a  b\n")
  }
}
