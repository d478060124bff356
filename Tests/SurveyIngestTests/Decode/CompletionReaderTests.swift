import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct CompletionReaderTests {
  private func completions(
    _ csv: String, attribute: String = "{id: done, use: finished}"
  ) throws -> [Completion]? {
    try SmallStudy.plain(csv, codebook: SmallStudy.codebook(attributes: attribute)).responses()?
      .completions
  }

  @Test func theCodebooksAttributeSaysIt() throws {
    #expect(
      try completions("A,done\n1,yes\n1,No\n1,TRUE\n1,false\n1,1\n1,0\n1,\n")
        == [.finished, .unfinished, .finished, .unfinished, .finished, .unfinished, .unknown])
  }

  @Test func besideAYesOfTheCodebookEveryOtherWordIsANo() throws {
    let attribute = "{id: done, use: finished, granted_by: [\"2\"]}"
    #expect(
      try completions("A,done\n1,2\n1,1\n1,0\n", attribute: attribute)
        == [.finished, .unfinished, .unfinished])
    // No cell holds the word, so the list may be of another export.
    #expect(
      try completions("A,done\n1,1\n1,0\n", attribute: attribute) == [.unknown, .unfinished])
  }

  @Test func aWordOfAnotherLanguageSaysNothingAndIsReported() throws {
    let study = try SmallStudy.plain(
      "A,done\n1,Wahr\n,Falsch\n1,0\n",
      codebook: SmallStudy.codebook(attributes: "{id: done, use: finished}"))
    #expect(try study.responses()?.completions == [.unknown, .unknown, .unfinished])
    #expect(try study.answers() == ["1", "skipped", "1"])
    #expect(
      try study.findings() == [
        Finding(
          .unknownCategory, at: SmallStudy.at(2, 2), subject: "done", count: 2,
          "attribute `done` has 2 values that mean neither yes nor no, so that nobody knows whether the responses were finished (lines 2, 3); list in `granted_by` what means yes"
        )
      ])
  }

  @Test(arguments: [
    ("True,100", Completion.finished), ("False,40", .unfinished), ("1,100", .finished),
    ("0,100", .unfinished), (",40", .unfinished), (",100", .finished), ("Wahr,100", .finished),
    ("Falsch,99", .unfinished), (",", .unknown), (",many", .unknown), (",140", .unknown),
  ])
  func theToolSaysItWhereTheCodebookDoesNot(cells: String, completion: Completion) throws {
    let csv = SmallStudy.qualtrics(
      [
        ("ResponseId", "Response ID"), ("Finished", "Finished"), ("Progress", "Progress"),
        ("A", "A"),
      ],
      rows: ["R_1,\(cells),3", "R_2,True,100,3"])
    #expect(try completions(csv, attribute: "{id: x, kind: category}")?.first == completion)
  }

  @Test func aFileThatSaysNothingHasNone() throws {
    #expect(try completions("A\n1\n", attribute: "{id: x, kind: category}") == [])
  }

  @Test func ofRepeatedResponsesTheFinishedOneIsKept() throws {
    let csv = SmallStudy.qualtrics(
      [("Finished", "Finished"), ("who", "Who"), ("A", "I like A")],
      rows: ["True,p1,3", "False,p1,1", "False,p2,2"])
    let study = try SmallStudy.plain(
      csv, codebook: SmallStudy.codebook(attributes: "{id: who, use: respondent}"))
    #expect(try study.answers() == ["3", "2"])
    let intake = try study.load().dataset.intake[0]
    #expect(intake.keptCount == 2)
    #expect(intake.unfinishedCount == 1)
  }
}
