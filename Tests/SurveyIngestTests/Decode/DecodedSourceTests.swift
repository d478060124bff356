import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct DecodedSourceTests {
  private func at(_ line: Int?, _ column: Int? = nil) -> SurveyModel.SourceLocation {
    SmallStudy.at(line, column)
  }
  static let waved = SmallStudy.codebook(
    attributes: "{id: when, use: wave}", waves: "{id: early, label: First time}, late")

  @Test func missingConsentIsNotConsent() throws {
    let study = try SmallStudy.plain(
      "A,c\n3,yes\n3,no\n3,\n3,NA\n3,YES\n3,1\n",
      codebook: SmallStudy.codebook(attributes: "{id: c, use: consent, granted_by: [\"yes\"]}"))
    let loaded = try study.load()
    #expect(loaded.dataset.forms[0].rowCount == 2)
    #expect(loaded.dataset.intake[0].leftOut == [.init(reason: .consent, count: 4)])
    #expect(
      try study.findings() == [
        Finding(
          .missingConsent, at: at(nil), subject: "c", count: 4,
          "4 responses without consent are left out")
      ])
  }

  @Test func wavesComeFromAColumnByIDOrLabel() throws {
    let study = try SmallStudy.plain(
      "A,when\n3,late\n2,First Time\n1,EARLY\n", codebook: Self.waved)
    let responses = try #require(try study.responses())
    #expect(responses.waves == [1, 0, 0])
    #expect(responses.rows(inWave: 0) == [1, 2])
  }

  @Test func wavesComeFromTheSourceWhereItNamesOne() throws {
    let study = try SmallStudy.plain(
      "A,when\n3,early\n", codebook: Self.waved, source: ", wave: late")
    #expect(try study.responses()?.waves == [1])
  }

  @Test func aRowOfAnUnknownWaveIsLeftOut() throws {
    let study = try SmallStudy.plain("A,when\n3,later\n3,late\n3,\n", codebook: Self.waved)
    let loaded = try study.load()
    #expect(loaded.dataset.intake[0].leftOut == [.init(reason: .wave, count: 2)])
    #expect(
      try study.findings() == [
        Finding(
          .unknownWave, at: at(2, 2), subject: "when", count: 2,
          "2 responses name no wave of the study and are left out (lines 2, 4); the waves are `early`, `late`"
        )
      ])
  }

  @Test func aSourceOfAnUnknownWaveIsRefusedAndNothingMore() throws {
    let study = try SmallStudy.plain(
      "A,when\n3,early\n", codebook: Self.waved, source: ", wave: lat")
    #expect(
      try study.findings() == [
        Finding(
          .unknownReference,
          at: SurveyModel.SourceLocation(file: "study.yaml", line: 4, column: 11), subject: "lat",
          "the source names the wave `lat`, which is not defined; did you mean `late`?")
      ])
  }

  @Test func aSourceWithoutAWaveIsRefusedWhereThereAreSeveral() throws {
    let study = try SmallStudy.plain(
      "A,when\n3,early\n", codebook: SmallStudy.codebook(waves: "early, late"))
    #expect(
      try study.findings() == [
        Finding(
          .missingKey, at: SurveyModel.SourceLocation(file: "study.yaml", line: 4, column: 11),
          "the source has no `wave`, and the study has several; add `wave: early` or `wave: late`")
      ])
  }

  @Test func theStudysWavesGoBeforeTheCodebooks() throws {
    let study = try SmallStudy.plain(
      "A,when\n3,w2\n", codebook: Self.waved, study: "waves: [w1, w2]")
    #expect(try study.load().dataset.waves.map(\.id) == ["w1", "w2"])
    #expect(try study.responses()?.waves == [1])
  }

  @Test func anEmptyCellWasNotShownWhereTheToolMarksWhatWas() throws {
    let columns = [("ResponseId", "Response ID"), ("A", "I like A")]
    let marked = SmallStudy.qualtrics(columns, rows: ["R_1,-99", "R_2,", "R_3,3", "R_4,\"\""])
    #expect(
      try SmallStudy.plain(marked).answers() == ["skipped", "not_administered", "3", "skipped"])
    let unmarked = SmallStudy.qualtrics(columns, rows: ["R_1,", "R_2,3"])
    #expect(try SmallStudy.plain(unmarked).answers() == ["skipped", "3"])
  }

  @Test func aPlainFileHasNoMarkForWhatWasShown() throws {
    #expect(try SmallStudy.plain("n,A\n1,-99\n1,\n").answers() == ["skipped", "skipped"])
  }

  @Test func anItemIsNotAdministeredInAWaveThatDoesNotAskIt() throws {
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: ag, ask_in: [late]}",
      attributes: "{id: when, use: wave}", waves: "early, late")
    let study = try SmallStudy.plain("A,when\n,early\n,late\n3,early\n2,late\n", codebook: codebook)
    #expect(
      try study.answers() == ["not_administered", "skipped", "not_administered", "2"])
    #expect(
      try study.findings() == [
        Finding(
          .unexpectedAnswer, at: at(4, 1), subject: "A",
          "item `A` is answered once by respondents who are not to be asked; these answers are not counted, so correct `ask_if` or `ask_in` if they should be"
        )
      ])
  }

  @Test func anItemIsAskedOfThoseItsConditionNames() throws {
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: ag, ask_if: {attribute: how, is: [self_chosen]}}",
      attributes: "{id: how, kind: category, options: [self_chosen, assigned]}")
    let study = try SmallStudy.plain(
      "A,how\n3,Self chosen\n3,assigned\n,assigned\n2,\n", codebook: codebook)
    #expect(try study.answers() == ["3", "not_administered", "not_administered", "2"])
    #expect(try study.findings().map(\.code) == [.unexpectedAnswer])
  }

  @Test func anItemIsAskedOfAllButThoseItsConditionNames() throws {
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: ag, ask_if: {attribute: how, is_not: [x]}}",
      attributes: "{id: how, kind: category}")
    let study = try SmallStudy.plain("A,how\n3,x\n3,y\n", codebook: codebook)
    #expect(try study.answers() == ["not_administered", "3"])
  }

  @Test func cellsThatARaggedRowLacksAreUnreadable() throws {
    let study = try SmallStudy.plain("n,A\n1,3\n1\n1,2,9\n")
    #expect(try study.answers() == ["3", "unreadable", "2"])
    #expect(
      try study.findings() == [
        Finding(
          .raggedRow, at: at(3), count: 2,
          "2 records have another number of cells than the header's 2, and cells they lack are unreadable (lines 3, 4); check the quotes in these lines"
        )
      ])
  }

  @Test func linesAreThoseOfTheFileWhereCellsHoldLineEnds() throws {
    let study = try SmallStudy.plain("n,A\n\"a\nb\nc\",3\n1,Agre\n")
    #expect(try study.findings().map(\.location) == [at(5, 2)])
  }

  @Test func responsesOfNobodyAreLeftOutAndCounted() throws {
    let csv = SmallStudy.qualtrics(
      [("Status", "Response Type"), ("A", "I like A")], rows: ["0,3", "1,2", "8,1"])
    let study = try SmallStudy.plain(csv)
    let intake = try study.load().dataset.intake
    #expect(intake[0].recordCount == 3)
    #expect(intake[0].keptCount == 1)
    #expect(intake[0].leftOut == [.init(reason: .test, count: 2)])
    #expect(
      try study.findings() == [
        Finding(
          .testResponse, at: at(nil), count: 2,
          "2 responses that the survey tool marks as no respondent's are left out (1 preview, 1 spam)"
        )
      ])
  }
}
