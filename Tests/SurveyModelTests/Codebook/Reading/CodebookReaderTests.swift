import SurveyModel
import Testing
import TestSupport

@Suite struct CodebookReaderTests {
  private let at = CodebookText.at

  @Test func theSmallestCodebookIsRead() throws {
    let written = Written<Codebook>.codebook(
      CodebookText.head + "forms: {m: {items: [{id: A, stem: S, response_scale: ag}]}}")
    #expect(written.findings.isEmpty)
    let codebook = try #require(written.value)
    #expect(codebook.instrument == Instrument(id: "t", title: "T"))
    #expect(codebook.instrument.status == .unstated)
    #expect(codebook.forms.map(\.role) == [Role(id: "m")])
    #expect(codebook.form("m")?.item("A")?.keying == .forward)
  }

  @Test func everyMistakeOfAFileIsReportedInOneRun() {
    let written = Written<Codebook>.codebook(
      """
      schema: abacus.codebook/2
      instrument: {titel: T}
      waves: [early, {id: early}]
      response_scales:
        ag: {options: [{code: 1, label: Low}, {code: two, label: High}, {label: Top}]}
      domains: {A: {reading: god}}
      forms:
        m:
          items:
            - {id: A, stem: S, response_scale: agg, ask_in: [erly]}
            - {stem: S}
          scales: [{id: S, items: [A, B], kind: cheklist, items: [A]}]
      attributes: []
      extra: 1
      """)
    #expect(written.value == nil)
    #expect(
      written.findings.map { "\($0.location?.line ?? 0) \($0.code.rawValue)" } == [
        "14 unknown-key", "1 wrong-value", "2 unknown-key", "2 missing-key", "2 missing-key",
        "3 duplicate-id", "6 missing-key", "6 wrong-value", "13 empty-list", "5 wrong-type",
        "5 missing-key", "5 wrong-value", "12 duplicate-key", "10 unknown-reference",
        "10 unknown-reference", "11 missing-key", "11 missing-key", "12 unknown-reference",
        "12 wrong-value",
      ])
  }

  @Test func aSchemaOfAnotherVersionIsRefused() {
    let findings = Written<Codebook>.codebook(
      CodebookText.head.replacing("codebook/1", with: "codebook/2")
        + "forms: {m: {items: [{id: A, stem: S, response_scale: ag}]}}"
    ).findings
    #expect(
      findings == [
        Finding(
          .wrongValue, at: at(1, 9),
          "`schema` is `abacus.codebook/2`, which this version can't read; write `abacus.codebook/1`"
        )
      ])
  }

  @Test func whatACodebookCanNotDoWithoutIsReported() {
    #expect(
      Written<Codebook>.codebook("waves: [a]").findings == [
        Finding(.missingKey, at: at(1, 1), "the codebook has no `schema`; add it"),
        Finding(.missingKey, at: at(1, 1), "the codebook has no `instrument`; add it"),
        Finding(.missingKey, at: at(1, 1), "the codebook has no `forms`; add one"),
      ])
  }

  @Test func aWaveListedTwiceIsReportedHoweverItIsWritten() {
    let form = "forms: {m: {items: [{id: A, stem: S, response_scale: ag}]}}"
    let finding = Finding(
      .duplicateID, at: at(8, 10), "wave `a` is listed twice; remove one of them")
    #expect(CodebookText.findings("\(form)\nwaves: [a, a]").map(\.code) == [.duplicateID])
    #expect(CodebookText.findings("\(form)\nwaves: [{id: a}, {id: a}]").count == 1)
    #expect(CodebookText.findings("\(form)\nwaves: [ a, b, a ]").first?.message == finding.message)
    #expect(CodebookText.findings("\(form)\nwaves: [\na, a]").first?.location == at(9, 4))
  }

  @Test func moreWavesThanCanBeToldApartAreRefused() {
    func findings(_ count: Int) -> [Finding] {
      let waves = (1...count).map { "w\($0)" }.joined(separator: ", ")
      return CodebookText.findings(
        "forms: {m: {items: [{id: A, stem: S, response_scale: ag}]}}\nwaves: [\(waves)]")
    }
    #expect(findings(256).isEmpty)
    #expect(findings(257).map(\.code) == [.wrongValue])
    #expect(
      findings(257).first?.message
        == "there are 257 waves, and at most 256 can be told apart; remove those that the study does not have"
    )
  }

  @Test func oneNameMayNotMeanTwoQuestions() {
    let findings = CodebookText.findings(
      """
      forms:
        m:
          items:
            - {id: A, stem: S, response_scale: ag}
            - {id: A, stem: S, response_scale: ag}
        e:
          items: [{id: B, stem: S, response_scale: ag}]
          open: [{id: A, stem: S}]
          multi_select: [{id: B, stem: S, options: [{code: x, label: X}]}]
      """)
    #expect(
      findings == [
        Finding(
          .duplicateID, at: at(11, 10), subject: "A",
          "the id `A` is already used (line 10); give each item and question its own"),
        Finding(
          .duplicateID, at: at(15, 21), subject: "B",
          "the id `B` is already used (line 13); give each item and question its own"),
        Finding(
          .duplicateID, at: at(14, 13), subject: "A",
          "the id `A` is already used (line 10); give each item and question its own"),
      ])
  }

  @Test func theShippedCodebookSaysWhatIsInIt() throws {
    let codebook = try #require(Checkout.codebook("data/codebooks/abc.yaml"))
    #expect(codebook.forms.map(\.items.count) == [26, 26])
    #expect(codebook.pairItems.count == 17)
    #expect(codebook.pairScales.map(\.first.count) == [4])
    #expect(codebook.attribute(for: .consent)?.grantedBy == ["yes"])
  }
}
