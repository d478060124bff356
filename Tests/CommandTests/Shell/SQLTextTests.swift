import Testing

@testable import AbacusCommands

@Suite struct SQLTextTests {
  @Test(arguments: [
    ("SELECT 1;", true), ("SELECT 1; ", true), ("SELECT 1", false), ("", true), ("  \n", true),
    ("SELECT ';", false), ("SELECT ';';", true), ("SELECT 'it''s;", false),
    ("SELECT 'it''s';", true), ("SELECT \"a;", false), ("SELECT [a;", false),
    ("SELECT [a;];", true), ("SELECT `a;`;", true), ("SELECT 1 -- so;", false),
    ("SELECT 1 -- so\n;", true), ("SELECT /* ; */ 1", false), ("SELECT 1; -- done", true),
    ("-- only that", true), ("/* open", false), ("/* a */", true), ("SELECT 1; SELECT", false),
    ("SELECT '--';", true), ("SELECT '/*';", true), (";", true),
  ])
  func aQuestionIsWholeAtASemicolonOutsideQuotesAndComments(text: String, isComplete: Bool) {
    #expect(SQLText.isComplete(text) == isComplete)
  }

  @Test func questionsAreCutAtSemicolonsWithTheLinesInFront() {
    let text = "-- first\nSELECT ';' ; ;\n\n /* two;\n */ SELECT 2;\nSELECT 3"
    #expect(
      SQLText.questions(in: text) == [
        Question(text: "SELECT ';' ;", lineOffset: 1),
        Question(text: "SELECT 2;", lineOffset: 4),
        Question(text: "SELECT 3", lineOffset: 5),
      ])
  }

  @Test(arguments: ["", " ;;\n", "-- x", "/* x", "; -- x\n"])
  func nothingIsAskedByCommentsAndSemicolons(text: String) {
    #expect(SQLText.questions(in: text) == [])
  }

  @Test func theEndOfATextLiesWithinWhatIsOpen() {
    #expect(SQLText.context(atEndOf: "SELECT 'a") == .quote(UInt8(ascii: "'")))
    #expect(SQLText.context(atEndOf: "SELECT \"a") == .quote(UInt8(ascii: "\"")))
    #expect(SQLText.context(atEndOf: "SELECT a -- b") == .lineComment)
    #expect(SQLText.context(atEndOf: "SELECT a /* b") == .blockComment)
    #expect(SQLText.context(atEndOf: "SELECT 'a' || b") == .plain)
  }
}
