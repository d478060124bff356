import SurveyModel
import Testing
import TestSupport

@Suite struct PairReaderTests {
  private let at = CodebookText.at
  static let forms = """
    forms:
      m: {items: [{id: A, stem: S, response_scale: ag}, {id: R, stem: S, response_scale: r}],
        multi_select: [{id: MQ, stem: S, options: [{code: x, label: X}]}],
        open: [{id: MO, stem: S}]}
      e: {items: [{id: B, stem: T, response_scale: ag}, {id: C, stem: S, response_scale: ag}],
        multi_select: [{id: EQ, stem: S, options: [{code: x, label: Ex}]}]}

    """

  /// The findings of a codebook whose line 14 is `pair`, of the list `key`.
  func findings(_ key: String, _ pair: String) -> [Finding] {
    CodebookText.findings(Self.forms + "\(key): [\n" + pair + "]")
  }

  @Test func aPairTakesItsWordsFromTheFirstQuestion() throws {
    let written = Written<Codebook>.codebook(
      CodebookText.head + Self.forms + """
        pair_items:
          - {id: P, e: B, m: A, kind: same_target}
          - {id: Q, m: MQ, e: EQ, kind: mirror_experience, label: L}
        pair_scales:
          - {id: PS, m: [A], e: [C], kind: same_target, score: sum}
        """)
    #expect(written.findings.isEmpty)
    let codebook = try #require(written.value)
    #expect(codebook.pairItems.map(\.label) == ["S", "L"])
    #expect(codebook.pairItems.map(\.firstID) == ["A", "MQ"])
    #expect(codebook.pairItems.map(\.kind) == [.sameTarget, .mirrorExperience])
    #expect(codebook.pairScales.map(\.name) == ["PS"])
    #expect(codebook.pairScales[0].scoring.method == .sum)
  }

  @Test(
    arguments: [
      (
        "{id: P, m: A, kind: same_target}", .missingKey, 1, nil,
        "pair item `P` needs a question of exactly two forms; write two of `m`, `e`"
      ),
      (
        "{id: P, m: A, e: B}", .missingKey, 1, nil,
        "pair item `P` has no `kind`; write `same_target` (both rate one thing) or `mirror_experience` (each rates their own)"
      ),
      (
        "{id: P, m: A, e: BB, kind: same_target}", .unknownReference, 18, "BB",
        "pair item `P` names the question `BB`, which is not defined; did you mean `B`?"
      ),
      (
        "{id: P, m: MO, e: B, kind: same_target}", .unknownReference, 12, "MO",
        "pair item `P` names the question `MO`, which is not defined; did you mean `MQ`?"
      ),
      (
        "{id: P, m: R, e: B, kind: same_target}", .wrongValue, 18, nil,
        "pair item `P` links questions with different options; link questions answered alike"
      ),
      (
        "{id: P, m: MQ, e: B, kind: same_target}", .wrongValue, 19, nil,
        "pair item `P` links questions with different options; link questions answered alike"
      ),
      (
        "{id: P, m: A, e: B, kind: same}", .wrongValue, 27, nil,
        "`kind` of a pair item can't be `same`; write one of `same_target`, `mirror_experience`"
      ),
      (
        "{id: P, m: A, e: B, kind: same_target}, {id: P, m: A, e: C, kind: same_target}",
        .duplicateID, 46, nil, "pair item `P` is listed twice; remove one of them"
      ),
    ] as [(String, FindingCode, Int, String?, String)])
  func refusesAnItem(
    pair: String, code: FindingCode, column: Int, subject: String?, message: String
  ) {
    #expect(
      findings("pair_items", pair)
        == [Finding(code, at: at(14, column), subject: subject, message)])
  }

  @Test(
    arguments: [
      (
        "{id: P, m: [A], e: [B, C], kind: same_target}", .wrongValue, 20, nil,
        "pair scale `P` has 1 and 2 items; list them in pairs"
      ),
      (
        "{id: P, m: [R], e: [C], kind: same_target}", .wrongValue, 20, nil,
        "pair scale `P` puts `R` beside `C`, whose options differ; pair items answered alike"
      ),
      (
        "{id: P, m: [A], e: [CC], kind: same_target}", .unknownReference, 21, "CC",
        "pair scale `P` names the item `CC`, which is not defined; did you mean `C`?"
      ),
      (
        "{id: P, m: [A], e: [C]}", .missingKey, 1, nil,
        "pair scale `P` has no `kind`; write `same_target` (both rate one thing) or `mirror_experience` (each rates their own)"
      ),
      (
        "{id: P, m: [A], kind: same_target}", .missingKey, 1, nil,
        "pair scale `P` needs a question of exactly two forms; write two of `m`, `e`"
      ),
      (
        "{id: P, m: [A], e: [B], kind: same_target}, {id: P, m: [A], e: [C], kind: same_target}",
        .duplicateID, 50, nil, "pair scale `P` is listed twice; remove one of them"
      ),
    ] as [(String, FindingCode, Int, String?, String)])
  func refusesAScale(
    pair: String, code: FindingCode, column: Int, subject: String?, message: String
  ) {
    #expect(
      findings("pair_scales", pair)
        == [Finding(code, at: at(14, column), subject: subject, message)])
  }
}
