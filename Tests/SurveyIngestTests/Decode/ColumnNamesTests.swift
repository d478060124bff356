import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct ColumnNamesTests {
  private static let name = "I'm sure that my mentor listens, and answers"

  @Test(
    arguments: [
      name + " ", " " + name, name + "\u{A0}", "I'm sure that my\u{A0}mentor listens, and answers",
      "I'm sure that my  mentor listens, and answers",
      "I'm sure that my mentor listens,\nand answers",
      "I'm sure that my mentor listens,\r\nand answers",
      "I\u{2019}m sure that my mentor listens, and answers",
      "I\u{B4}m sure that my mentor listens, and answers",
      "I'm sure that my\u{200B} mentor listens, and answers", "\u{FEFF}" + name,
      name.uppercased(), "<b>" + name + "</b>", "I&#39;m sure that my mentor listens, and answers",
      "I'm sure that my men\u{AD}tor listens, and answers",
    ])
  func aNameThatDiffersInSpellingAloneIsTheSame(other: String) {
    #expect(ColumnName.folded(other) == ColumnName.folded(Self.name))
    #expect(ColumnName.match(Self.name, among: ["n", other]) == other)
  }

  @Test(
    arguments: [
      ("\u{201C}open\u{201D} answers", "\"open\" answers"), ("pre\u{2013}post", "pre-post"),
      ("pre\u{2011}post", "pre-post"), ("cafe\u{301}", "caf\u{E9}"),
    ])
  func quotesDashesAndAccentsAreLevelled(left: String, right: String) {
    #expect(ColumnName.folded(left) == ColumnName.folded(right))
  }

  @Test(arguments: ["A1", "A 1", "A-1", "A_1", "A.1"]) func otherNamesStayApart(name: String) {
    let others = ["A1", "A 1", "A-1", "A_1", "A.1"].filter { $0 != name }
    #expect(!others.map(ColumnName.folded).contains(ColumnName.folded(name)))
  }

  @Test func theSameNameGoesBeforeASimilarOneAndSeveralSimilarOnesAreNone() {
    #expect(ColumnName.match("Q1", among: ["q1", "Q1"]) == "Q1")
    #expect(ColumnName.match("Q1", among: ["q1", "Q1 "]) == nil)
  }

  @Test(
    arguments: [
      ("Q3", "Q3"), ("a/b", "a/b"), ("1", "\"1\""), ("I rest", "\"I rest\""),
      ("a, \"b\"", "\"a, \\\"b\\\"\""),
    ])
  func adviceCanBeCopiedIntoAStudy(name: String, yaml: String) throws {
    #expect(ColumnName.yaml(name) == yaml)
  }
}
