import SurveyModel
import Testing
import TestSupport

@Suite struct FormReaderTests {
  private let at = CodebookText.at
  static let context = """
    waves: [early, late]
    domains: {A: {name: Awareness}}
    attributes:
      - {id: how, kind: category, options: [chosen, assigned]}
      - {id: months, kind: number}

    """

  /// The findings of a codebook whose line 14 is the item; `A` is an item without a mistake.
  func findings(item: String) -> [Finding] {
    CodebookText.findings(
      Self.context + "forms: {m: {items: [{id: A, stem: S, response_scale: ag},\n"
        + "#\n{" + item + "}]}}")
  }

  @Test func anItemTakesWhatItsScaleSaysOfAsking() throws {
    let written = Written<Codebook>.codebook(
      CodebookText.head + Self.context + """
        forms:
          m:
            items:
              - {id: A, stem: S, response_scale: ag}
              - {id: B, stem: S, response_scale: ag, reverse: true, level: person, ask_in: [late],
                 label: short, columns: [Q2, B]}
            scales:
              - {id: X, domain: A, items: [A, B], ask_in: [early],
                 ask_if: {attribute: how, is: [chosen]}}
        """)
    #expect(written.findings.map(\.code) == [.mixedLevels])
    let form = try #require(written.value?.form("m"))
    let condition = AskCondition(attributeID: "how", values: ["chosen"], isAskedWhenEqual: true)
    #expect(form.items.map(\.askedIn) == [["early"], ["late"]])
    #expect(form.items.map(\.condition) == [condition, condition])
    #expect(form.items.map(\.domainID) == ["A", "A"])
    #expect(form.items.map(\.columnNames) == [["A"], ["B", "Q2"]])
    #expect(form.items.map(\.shortLabel) == ["S", "short"])
    #expect(form.items.map(\.keying) == [.forward, .reverse])
    #expect(form.items.map(\.level) == [.relationship, .person])
  }

  @Test(
    arguments: [
      (
        "id: B, stem: S, response_scale: agg", .unknownReference, 18, "agg",
        "item `B` names the response scale `agg`, which is not defined; did you mean `ag`?"
      ),
      (
        "id: B, stem: S, response_scale: ag, domain: B", .unknownReference, 38, "B",
        "item `B` names the domain `B`, which is not defined; did you mean `A`?"
      ),
      (
        "id: B, stem: S, response_scale: ag, ask_in: [erly]", .unknownReference, 47, "erly",
        "an item of form `m` names the wave `erly`, which is not defined; did you mean `early`?"
      ),
      (
        "id: B, stem: S, response_scale: ag, ask_if: {attribute: months, is: [1]}",
        .unknownReference, 47, "months",
        "an item of form `m` names the category attribute `months`, which is not defined; write one of `how`"
      ),
      (
        "id: B, stem: S, response_scale: ag, ask_if: {attribute: how, is_not: [asigned]}",
        .unknownReference, 72, "asigned",
        "`ask_if` of an item of form `m` names the value `asigned`, which is not defined; did you mean `assigned`?"
      ),
      (
        "id: B, stem: S, response_scale: ag, ask_if: {attribute: how}", .wrongValue, 46, nil,
        "`ask_if` of an item of form `m` needs either `is` or `is_not`, a list"
      ),
      (
        "id: B, stem: S, response_scale: ag, ask_if: {is: [chosen]}", .missingKey, 46, nil,
        "`ask_if` of an item of form `m` has no `attribute`; add it"
      ),
      (
        "id: B, stem: S, response_scale: yn, reverse: true", .reverseWithoutLimits, 47, nil,
        "item `B` is reverse-keyed, but response scale `yn` is nominal and has no limits; remove `reverse` or make the scale ordinal"
      ),
      (
        "id: B, stem: S, response_scale: ag, level: persn", .wrongValue, 45, nil,
        "`level` of an item of form `m` can't be `persn`; did you mean `person`?"
      ),
    ] as [(String, FindingCode, Int, String?, String)])
  func refusesAnItem(
    item: String, code: FindingCode, column: Int, subject: String?, message: String
  ) {
    #expect(
      findings(item: item)
        == [Finding(code, at: at(14, column), subject: subject, message)])
  }

  @Test(
    arguments: [
      (
        "{id: site, kind: category, forms: [e]}", FindingCode.unknownReference,
        "`ask_if` of an item of form `m` names the attribute `site`, which form `m` does not carry; add `m` to the `forms` of the attribute or name another one"
      ),
      (
        "{id: site, kind: category, identifying: true}", .wrongValue,
        "`ask_if` of an item of form `m` names the attribute `site`, which is identifying and therefore not kept; name another one"
      ),
    ])
  func anItemIsAskedByWhatItsFormKnows(attribute: String, code: FindingCode, message: String) {
    let item = "{id: A, stem: S, response_scale: ag,\n ask_if: {attribute: site, is: [x]}}"
    let findings = CodebookText.findings(
      """
      attributes: [\(attribute)]
      forms:
        e: {items: [{id: B, stem: S, response_scale: ag}]}
        m: {items: [\(item)]}
      """)
    #expect(findings == [Finding(code, at: at(11, 22), message)])
  }

  @Test func everyMistakeOfAnItemIsReported() {
    #expect(
      findings(item: "id: B, ask_in: [x], domain: Q, level: z, labl: q").map(\.code) == [
        .unknownKey, .missingKey, .missingKey, .unknownReference, .unknownReference, .wrongValue,
      ])
  }

  @Test func aFormWithoutItemsIsReported() {
    #expect(
      CodebookText.findings("forms:\n  m: {role: x}") == [
        Finding(.missingKey, at: at(8, 6), "form `m` has no `items`; add them")
      ])
  }

  @Test func aMistakeOfAnItemIsNotReportedAgainWhereTheItemIsNamed() {
    let findings = CodebookText.findings(
      """
      forms:
        m:
          items: [{id: A, stem: S, response_scale: nowhere}, {id: C, stem: S, response_scale: ag}]
          scales: [{id: X, items: [A, C]}]
        e: {items: [{id: B, stem: S, response_scale: ag}]}
      pair_items: [{id: P, m: A, e: B, kind: same_target}]
      pair_scales: [{id: PS, m: [A], e: [B], kind: same_target}]
      """)
    #expect(findings.map(\.location?.line) == [9])
  }

  @Test func aResponseScaleWithAMistakeIsNotCalledUndefined() {
    let findings = Written<Codebook>.codebook(
      CodebookText.head.replacing("maximum: 10", with: "maximum: ten")
        + "forms: {m: {items: [{id: A, stem: S, response_scale: r}]}}"
    ).findings
    #expect(
      findings == [
        Finding(
          .wrongType, at: at(6, 43),
          "`maximum` of response scale `r` is not a whole number; write digits only")
      ])
  }

  @Test(
    arguments: [
      (
        "{id: Q, stem: S, options: [{code: x, label: X}, {code: x, label: Y}]}", .duplicateID, 56,
        "option `x` of `Q` is listed twice; keep one"
      ),
      (
        "{id: Q, stem: S, options: [{code: x, label: X, aliases: [Nu]}, {code: y, label: Y, aliases: [nu ]}]}",
        .ambiguousOption, 27,
        "in question `Q` the alias \"nu\" means the options `x` and `y`; keep one, and where cells say with it that nothing is ticked, none"
      ),
      (
        "{id: Q, stem: S}", .missingKey, 1,
        "a multi-select question of form `m` has no `options`; add it"
      ),
      (
        "{id: Q, stem: S, options: [{code: x}]}", .missingKey, 28,
        "an option of `Q` has no `label`; add it"
      ),
    ] as [(String, FindingCode, Int, String)])
  func refusesAMultiSelectQuestion(
    question: String, code: FindingCode, column: Int, message: String
  ) {
    let findings = CodebookText.findings(
      "forms: {m: {items: [{id: A, stem: S, response_scale: ag}], multi_select: [\n"
        + question + "]}}")
    #expect(findings == [Finding(code, at: at(8, column), message)])
  }

  @Test func aQuestionHasRoomForSixtyFourOptions() {
    let options = (1...65).map { "{code: o\($0), label: L\($0)}" }.joined(separator: ", ")
    let findings = CodebookText.findings(
      "forms: {m: {items: [{id: A, stem: S, response_scale: ag}], multi_select: [\n"
        + "{id: Q, stem: S, options: [\(options)]}]}}")
    #expect(
      findings == [
        Finding(
          .wrongValue, at: at(8, 27),
          "multi-select question `Q` has 65 options; it needs 1 to 64")
      ])
  }
}
