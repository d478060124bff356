import SurveyIngest
import SurveyModel
import TestSupport
import Testing

@Suite struct InseparableOptionsTests {
  func findings(_ options: String) throws -> [Finding] {
    let study = try SmallStudy.plain(
      "A,Q\n1,\n",
      codebook: SmallStudy.codebook(
        more: "multi_select: [{id: Q, stem: S, options: [\(options)]}]"))
    return InseparableOptions(codebook: try study.load().codebook).findings
  }

  @Test func anOptionMadeOfOthersIsNamedWithItsSign() throws {
    let found = try findings(
      "{code: a, label: \"Mail, chat\"}, {code: b, label: \"Mail, chat, phone\"}, {code: c, label: Phone}"
    )
    #expect(found.map(\.code) == [.inseparableOptions])
    #expect(
      found.first?.message
        == "the option `b` of `Q` reads like other options where a cell holds all ticked ones with commas between them; export one column for each option, or change a label"
    )
  }

  @Test func aLabelThatIsAnotherOptionsNumberIsNamed() throws {
    let found = try findings(
      "{code: \"1\", label: \"2\"}, {code: \"2\", label: \"1\"}, {code: \"3\", label: \"3\"}")
    #expect(found.map(\.code) == [.inseparableOptions])
    #expect(
      found.first?.message
        == "the options `1`, `2` of `Q` have labels or aliases that are another option's code; give the options the same numbers in both, or codes that are words"
    )
  }

  @Test(arguments: [
    // A, B | C is A | B, C.
    (
      "{code: a, label: A}, {code: b, label: \"A, B\"}, {code: c, label: C}, {code: d, label: \"B, C\"}",
      1
    ),
    ("{code: a, label: A}, {code: b, label: B}, {code: c, label: \"A;B\"}", 1),
    ("{code: a, label: A}, {code: b, label: a}", 1),
    ("{code: a, label: A}, {code: b, label: B, aliases: [A]}", 1),
    ("{code: a, label: \"A, B\"}, {code: b, label: \"A, C\"}, {code: c, label: D}", 0),
    ("{code: a, label: A}, {code: b, label: \"A, B\"}, {code: c, label: \"B, C\"}", 0),
  ])
  func textsThatCanBeCutInTwoWaysAreFound(options: String, count: Int) throws {
    #expect(try findings(options).count == count)
  }
}
