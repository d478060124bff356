import SurveyAnalysis
import Testing

@Suite struct RowConditionTests {
  @Test(arguments: [
    "role = mentee", "role = mentee and cohort >= 2023 and site in (Boston, Ulm)",
    "not (site = 'New York' or site = \"Ulm\")", "months between 3 and 12",
    "MA1 is missing", "MA1 is not missing or MA1 is skipped", "`in` = 3", "x <> 1 and y == -2.5",
    "SITE IN (a) AND NOT b != c", "größe = Ä", "site not in (a, b)",
  ]) func readsWhatTheGrammarHas(text: String) throws {
    #expect(try RowCondition(text).text == text)
  }

  @Test(arguments: [
    (
      "", 0,
      "the end stands where the name of a field, such as `site` is expected; a name of several words goes in quotes"
    ),
    (
      "site", 4,
      "after `site` the end stands where one of = != < <= > >= in, between, is is expected; write a whole condition, such as `site = value`"
    ),
    ("site = ", 7, "a value is missing before the end; write a number, a word or 'a text'"),
    (
      "site = New York", 11,
      "`York` follows a whole condition; join conditions with `and` or `or`, and put texts of several words in quotes"
    ),
    ("site = 'Ulm", 7, "a quote opens and has no end; close it with '"),
    ("a = 1 && b = 2", 6, "`&` means nothing here; write `and`"),
    ("(a = 1", 0, "this parenthesis has no end; add `)`"),
    ("a = 1)", 5, "`)` follows a whole condition; it closes nothing"),
    ("site in Ulm", 8, "`in` needs a list in parentheses; write `in (Boston, Ulm)`"),
    (
      "site in (New York)", 13,
      "`York` stands in a list where `,` or `)` is expected; put texts of several words in quotes"
    ),
    ("x between 1", 11, "`between` needs two values; write `between 1 and 3`"),
    (
      "and = 3", 0,
      "`and` stands where the name of a field, such as `site` is expected; a field of that name goes in back quotes"
    ),
    (
      "a is 3 4", 7,
      "`4` follows a whole condition; join conditions with `and` or `or`, and put texts of several words in quotes"
    ),
    (
      "a is (b)", 5,
      "after `is` stands `(`; write `is missing` or `is not missing`, and `=` for a value"
    ),
    ("a = 1;", 5, "`;` means nothing here; leave it out; one condition is asked at a time"),
  ]) func saysWhereAndWhatToDo(text: String, offset: Int, message: String) {
    #expect(throws: QuestionError(message, in: text, at: offset)) { try RowCondition(text) }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "(", count: 200) + "a = 1" + String(repeating: ")", count: 200)
    #expect(throws: QuestionError.self) { try RowCondition(text) }
  }
}
