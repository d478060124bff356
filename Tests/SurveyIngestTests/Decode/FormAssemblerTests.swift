import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct FormAssemblerTests {
  @Test func aPersonHasOneNumberInAllWavesAndFiles() throws {
    let study = try StudyFolder(
      codebook: SmallStudy.codebook(
        attributes: "{id: who, use: respondent}", waves: "early, late"),
      sources: "[{file: a.csv, form: m, wave: early}, {file: b.csv, form: m, wave: late}]",
      files: ["a.csv": "A,who\n1,p\n2,q\n", "b.csv": "A,who\n3,q\n3,r\n3, p \n"])
    let responses = try #require(try study.responses())
    #expect(responses.persons == [0, 1, 1, 2, 0])
    #expect(responses.personCount == 3)
    #expect(responses.knowsPersons)
    #expect(responses.waves == [0, 0, 1, 1, 1])
  }

  @Test func aResponseWithoutANameIsAPersonOfItsOwn() throws {
    let study = try SmallStudy.plain(
      "A,who\n1,\n2,q\n3,\n",
      codebook: SmallStudy.codebook(attributes: "{id: who, use: respondent}"))
    let responses = try #require(try study.responses())
    #expect(responses.persons == [0, 1, 2])
    #expect(
      try study.findings() == [
        Finding(
          .missingRespondent, at: SmallStudy.at(nil, 2), count: 2,
          "2 of 3 responses name no respondent, and each counts as a person of its own; repeated persons among them can't be seen"
        )
      ])
  }

  @Test func withoutARespondentAttributeNothingIsKnownOfPersons() throws {
    let study = try SmallStudy.plain("n,A\n1,1\n1,2\n")
    let responses = try #require(try study.responses())
    #expect(responses.persons == [0, 1])
    #expect(!responses.knowsPersons)
    #expect(responses.pairs == nil)
    #expect(try study.findings().isEmpty)
  }

  @Test func openAnswersAreKeptRowByRow() throws {
    let study = try SmallStudy.plain(
      "A,O\n1,\"Thank you,\nreally\"\n2,\n3,  \n",
      codebook: SmallStudy.codebook(more: "open: [{id: O, stem: Why?}]"))
    #expect(try study.responses()?.texts["O"]?.cells == ["Thank you,\nreally", nil, nil])
  }
}
