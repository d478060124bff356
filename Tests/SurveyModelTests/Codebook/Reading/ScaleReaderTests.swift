import SurveyModel
import Testing
import TestSupport

@Suite struct ScaleReaderTests {
  private let at = CodebookText.at

  func text(_ scales: String) -> String {
    """
    forms: {m: {items: [
      {id: A, stem: S, response_scale: ag}, {id: B, stem: S, response_scale: ag},
      {id: Y, stem: S, response_scale: yn}, {id: R, stem: S, response_scale: r}],
      multi_select: [{id: Q, stem: S, options: [{code: x, label: X}]}],
      scales: [
    \(scales)]}}
    """
  }

  /// The findings of a codebook whose line 12 is the first of `scales`.
  func findings(_ scales: String) -> [Finding] { CodebookText.findings(text(scales)) }

  @Test func scalesOfItemsComeBeforeThoseOfSubscales() throws {
    let written = Written<Codebook>.codebook(
      CodebookText.head
        + text("{id: T, name: Total, subscales: [S, U]}, {id: S, items: [A]}, {id: U, items: [B]}"))
    #expect(written.findings.isEmpty)
    let scales = try #require(written.value?.forms[0].scales)
    #expect(scales.map(\.id) == ["S", "U", "T"])
    #expect(scales[2].subscaleIDs == ["S", "U"])
    #expect(scales[0].items.map(\.id) == ["A"])
    #expect(scales[0].scoring == .default)
  }

  @Test func itemsAboutThePersonAndAboutOneResponseInOneScaleAreAWarning() throws {
    let mixed = text("{id: S, items: [A, B]}").replacing(
      "id: A, stem: S,", with: "id: A, level: person, stem: S,")
    let written = Written<Codebook>.codebook(CodebookText.head + mixed)
    #expect(written.value != nil)
    #expect(
      written.findings == [
        Finding(
          .mixedLevels, at: at(12, 1), subject: "S",
          "scale `S` mixes items about the person (`A`) with items about one response's subject (`B`); a person who answers several times counts in its coefficient several times, so score the two apart"
        )
      ])
    let alike = text("{id: S, items: [A, B]}").replacing(
      "response_scale: ag}", with: "response_scale: ag, level: person}")
    #expect(CodebookText.findings(alike).isEmpty)
  }

  @Test(
    arguments: [
      (nil, .half), ("half", .half), ("all", .all), ("2", .count(2)),
    ] as [(String?, ScoringRule.Minimum)])
  func theNumberOfAnswersAScoreNeedsIsRead(text: String?, minimum: ScoringRule.Minimum) throws {
    let key = text.map { ", min_answered: \($0)" } ?? ""
    let written = Written<Codebook>.codebook(
      CodebookText.head + self.text("{id: S, items: [A, B], score: sum\(key)}"))
    #expect(
      written.value?.form("m")?.scale("S")?.scoring
        == ScoringRule(method: .sum, minimumAnswered: minimum))
  }

  @Test(
    arguments: [
      (
        "{id: S, items: [A]}, {id: U, items: [A, B]}", .itemInTwoScales, 38, "A",
        "item `A` is in the scales `S` and `U`; keep it in one, or use a pair scale"
      ),
      (
        "{id: S, items: [A, A]}", .itemInTwoScales, 20, "A",
        "scale `S` lists item `A` twice; keep one"
      ),
      (
        "{id: S, items: [A]}, {id: T, subscales: [S, S]}", .itemInTwoScales, 45, "S",
        "scale `T` lists subscale `S` twice; keep one"
      ),
      (
        "{id: S, items: [A, AA]}", .unknownReference, 20, "AA",
        "scale `S` names the item `AA`, which is not defined; did you mean `A`?"
      ),
      (
        "{id: S, items: [A, Q]}", .unknownReference, 20, "Q",
        "scale `S` names the item `Q`, which is not defined; did you mean `A`?"
      ),
      (
        "{id: S, items: [A]}, {id: T, subscales: [S, X]}", .unknownReference, 45, "X",
        "scale `T` names the scale `X`, which is not defined; did you mean `S`?"
      ),
      (
        "{id: S, items: [A], domain: D}", .unknownReference, 21, "D",
        "scale `S` names the domain `D`, which is not defined; none is defined; define it first"
      ),
      (
        "{id: S, items: [A]}, {id: T, subscales: [S, T]}", .cyclicReference, 45, "T",
        "scale `T` is made of `T`, which has subscales itself; name scales of items only"
      ),
      (
        "{id: S, items: [A]}, {id: S, items: [B]}", .duplicateID, 27, nil,
        "scale `S` is described twice; remove one of them"
      ),
      (
        "{id: S}", .missingKey, 1, "S",
        "scale `S` needs either `items` or `subscales`; write one of them"
      ),
      (
        "{id: S, items: []}", .emptyList, 16, nil,
        "`items` of a scale of form `m` is empty; add an element or remove the key"
      ),
      (
        "{id: S, items: [A, R]}", .wrongValue, 16, nil,
        "scale `S` mixes the codes of `A` and `R`; score items of one response scale together"
      ),
      (
        "{id: S, items: [Y]}", .wrongValue, 16, nil,
        "scale `S` scores `Y`, whose response scale is nominal; make it ordinal"
      ),
      (
        "{id: S, items: [A], min_answered: most}", .wrongValue, 35, nil,
        "`min_answered` of scale `S` is `most`; write `half`, `all` or a whole number from 1"
      ),
      (
        "{id: S, items: [A, B], min_answered: 3}", .wrongValue, 38, nil,
        "`min_answered` of scale `S` is 3, but it is made of 2; lower it, or no score can be made"
      ),
      (
        "{id: S, items: [A], kind: refective}", .wrongValue, 27, nil,
        "`kind` of a scale of form `m` can't be `refective`; did you mean `reflective`?"
      ),
    ] as [(String, FindingCode, Int, String?, String)])
  func refuses(scales: String, code: FindingCode, column: Int, subject: String?, message: String) {
    #expect(
      findings(scales) == [Finding(code, at: at(12, column), subject: subject, message)])
  }

  @Test func twoScalesMadeOfEachOtherAreReportedBoth() {
    let codes = findings("{id: T, subscales: [U]}, {id: U, subscales: [T]}").map(\.code)
    #expect(codes == [.cyclicReference, .cyclicReference])
  }
}
