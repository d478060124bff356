import SurveyAnalysis
import Testing

@Suite struct GroupQuestionTests {
  @Test(arguments: [
    "mean(MA1)", "mean(MA1), sd(MA1) where role = mentor by site, cohort",
    "cronbach_alpha(MB_GROW) by wave", "corr(`my item`, x) where a = 1",
  ]) func readsStatisticsRowsAndGroups(text: String) throws {
    #expect(try GroupQuestion(text).text == text)
  }

  @Test(arguments: [
    (
      "mean", 4,
      "after `mean` the end stands where `(` is expected; write what it is computed from, as in `mean(MA1)`"
    ),
    (
      "mean()", 5,
      "`)` stands where an item or a scale, such as `MA1` is expected; a name of several words goes in quotes"
    ),
    ("mean(a b)", 7, "`b` stands where `,` or `)` is expected; close the parenthesis"),
    (
      "mean(a) group by b", 8,
      "`group` stands where `,`, `where`, `by` or the end is expected; write a question as in `mean(MA1) where role = mentor by site`"
    ),
  ]) func saysWhereAndWhatToDo(text: String, offset: Int, message: String) {
    #expect(throws: QuestionError(message, in: text, at: offset)) { try GroupQuestion(text) }
  }

  @Test func rowsAreChosenInOnePlace() {
    #expect(throws: QuestionError.self) {
      try GroupQuestion("mean(a) where b = 1", where: "c = 2")
    }
    #expect(throws: QuestionError.self) { try GroupQuestion("mean(a) by b", by: "c") }
    #expect(throws: Never.self) { try GroupQuestion("mean(a) by b", where: "c = 2") }
  }
}
