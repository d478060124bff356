import SurveyModel
import Testing
import TestSupport

@Suite struct ResponseScaleReaderTests {
  private let at = CodebookText.at

  /// The findings of a codebook whose line 7 begins the response scale `x`.
  func findings(_ scale: String) -> [Finding] {
    let form = "forms: {m: {items: [{id: A, stem: S, response_scale: ag}]}}\n"
    let head = CodebookText.head.split(separator: "\n").joined(separator: "\n")
    return Written<Codebook>.codebook(head + "\n  x: " + scale + "\n" + form).findings
  }

  func scale(_ text: String) throws -> ResponseScale {
    let head = CodebookText.head.split(separator: "\n").joined(separator: "\n")
    let form = "forms: {m: {items: [{id: A, stem: S, response_scale: x}]}}\n"
    let written = Written<Codebook>.codebook(head + "\n  x: " + text + "\n" + form)
    return try #require(written.value?.form("m")?.item("A")?.responseScale)
  }

  @Test func optionsKeepTheirWordsAndReasons() throws {
    let read = try scale(
      """
      {options: [{code: 2, label: B, aliases: [b2]}, {code: 1, label: A}],
        non_substantive: [{code: 9, label: R, reason: refused}, {code: 8, label: N}],
        missing_tokens: ["-1"]}
      """)
    #expect(
      read
        == ResponseScale(
          id: "x", kind: .ordinal,
          options: [
            ResponseOption(code: 1, label: "A"),
            ResponseOption(code: 2, label: "B", aliases: ["b2"]),
          ],
          nonSubstantive: [
            NonSubstantiveOption(code: 9, label: "R", reason: .refused),
            NonSubstantiveOption(code: 8, label: "N", reason: .notApplicable),
          ], missingTokens: ["-1"]))
  }

  @Test func anchorsOfARatingAreWordsForItsEnds() throws {
    let read = try scale("{kind: numeric, minimum: 0, maximum: 2, anchors: {0: none, 2: all}}")
    #expect(read.codes == [0, 1, 2])
    #expect(read.options.map(\.label) == ["0 none", "1", "2 all"])
    #expect(read.options[2].aliases == ["all", "2 - all", "2 = all"])
  }

  @Test(
    arguments: [
      (
        "{kind: numeric, minimum: 0}", FindingCode.missingKey, 6,
        "response scale `x` is numeric and needs whole numbers as `minimum` and `maximum`; add them"
      ),
      (
        "{kind: numeric, minimum: 5, maximum: 5}", .wrongValue, 43,
        "response scale `x` runs from 5 to 5; it needs 2 to 200 whole numbers"
      ),
      (
        "{kind: numeric, minimum: -9223372036854775808, maximum: 9223372036854775807}", .wrongValue,
        62,
        "response scale `x` runs from -9223372036854775808 to 9223372036854775807; it needs 2 to 200 whole numbers"
      ),
      (
        "{kind: numeric, minimum: 0, maximum: 5, anchors: {6: all}}", .wrongValue, 56,
        "the anchor `6` of response scale `x` is no number from 0 to 5 with a text; correct it"
      ),
      ("{}", .missingKey, 6, "response scale `x` has no `options`; add them"),
      (
        "{options: [{code: 1, label: A}]}", .wrongValue, 16,
        "response scale `x` has 1 readable options; it needs 2 to 200"
      ),
      (
        "{options: [{code: 1, label: A}, {code: 1000000, label: B}, {code: 2, label: C}]}",
        .wrongValue, 45,
        "`code` of an option of response scale `x` is 1000000; write a number from -99999 to 99999"
      ),
      (
        "{options: [{code: 1, label: A}, {code: 2, label: B}], kind: ordnal}", .wrongValue, 66,
        "`kind` of response scale `x` can't be `ordnal`; did you mean `ordinal`?"
      ),
    ])
  func refuses(text: String, code: FindingCode, column: Int, message: String) {
    #expect(findings(text) == [Finding(code, at: at(7, column), message)])
  }

  @Test func everyMissingPartOfAnOptionIsReported() {
    #expect(
      findings("{options: [{code: 1, label: A}, {code: 2, label: B}, {aliases: [c]}]}") == [
        Finding(
          .missingKey, at: at(7, 59), "an option of response scale `x` has no `code`; add it"),
        Finding(
          .missingKey, at: at(7, 59), "an option of response scale `x` has no `label`; add it"),
      ])
  }

  @Test(
    arguments: [
      (
        "{options: [{code: 1, label: A}, {code: 1, label: B}]}",
        "response scale `x` has the code 1 twice; give each option its own"
      ),
      (
        "{options: [{code: 1, label: A}, {code: 2, label: B, aliases: [\" a \"]}]}",
        "in response scale `x` the text \" a \" means the codes 1 and 2; keep one"
      ),
      (
        "{options: [{code: 1, label: A}, {code: 2, label: B}], non_substantive: [{code: 8, label: b}]}",
        "in response scale `x` the text \"b\" means the codes 2 and 8; keep one"
      ),
      (
        "{options: [{code: 1, label: \"2\"}, {code: 2, label: B}]}",
        "in response scale `x` the text \"2\" means the codes 1 and 2; keep one"
      ),
    ])
  func aTextOrCodeWithTwoMeaningsIsReported(text: String, message: String) {
    #expect(
      findings(text) == [Finding(.ambiguousOption, at: at(7, 6), subject: "x", message)])
  }

  @Test(arguments: [
    ("  Strongly   agree ", "strongly agree"), ("don\u{2019}t\u{A0}know", "don't know"),
    ("1\u{2013}2", "1-2"), ("\u{FEFF}Agree\n", "agree"), ("\u{A0}", ""), ("ÉCOLE", "école"),
  ]) func spellingThatNobodyChoseIsLevelled(text: String, normalized: String) {
    #expect(AnswerText.normalized(text) == normalized)
  }
}
