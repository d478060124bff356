import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct LeadingZeroAuditTests {
  /// Two forms, linked by a pair number.
  func study(mentors: String, mentees: String) throws -> StudyFolder {
    try StudyFolder(
      codebook: """
        schema: abacus.codebook/1
        instrument: {id: t, title: T}
        response_scales: {r: {kind: numeric, minimum: 0, maximum: 10}}
        forms:
          mentor: {items: [{id: A, stem: S, response_scale: r}]}
          mentee: {items: [{id: B, stem: S, response_scale: r}]}
        attributes: [{id: who, use: respondent}, {id: pair, use: pair}]
        """,
      sources: "[{file: a.csv, form: mentor}, {file: b.csv, form: mentee}]",
      files: ["a.csv": "A,who,pair\n\(mentors)", "b.csv": "B,who,pair\n\(mentees)"])
  }

  private func lost(_ study: StudyFolder) throws -> [Finding] {
    try study.findings().filter { $0.code == .lostLeadingZeros }
  }

  @Test func pairsThatWouldMatchAfterPaddingAreNamedAndNotRepaired() throws {
    let study = try study(
      mentors: "5,a,0017\n5,b,0018\n5,c,1019\n", mentees: "5,x,17\n5,y,0018\n5,z,1019\n")
    #expect(
      try lost(study) == [
        Finding(
          .lostLeadingZeros,
          at: SurveyModel.SourceLocation(file: "b.csv", line: 2, column: 3), subject: "pair",
          "1 response names a pair by a number that another response writes with leading zeros, as spreadsheets drop them; they are taken for different pairs, so export again or write the zeros into the file"
        )
      ])
    #expect(try study.load().dataset.pairCount == 4)
  }

  @Test func personsThatWouldMatchAfterPaddingAreNamed() throws {
    let study = try study(mentors: "5,007,1\n5,7,2\n5,7,3\n", mentees: "5,7,1\n")
    #expect(
      try lost(study) == [
        Finding(
          .lostLeadingZeros,
          at: SurveyModel.SourceLocation(file: "a.csv", line: 3, column: 2), subject: "who",
          count: 2,
          "2 responses name a respondent by a number that another response writes with leading zeros, as spreadsheets drop them (lines 3, 4); they are taken for different respondents, so export again or write the zeros into the file"
        )
      ])
  }

  @Test(arguments: [
    ("5,a,0017\n", "5,x,0017\n"), ("5,a,17\n", "5,x,18\n"), ("5,a,P017\n", "5,x,17\n"),
    ("5,a,0\n", "5,x,00\n"),
  ])
  func otherNumbersAreLeftAlone(mentors: String, mentees: String) throws {
    #expect(try lost(study(mentors: mentors, mentees: mentees)).isEmpty)
  }
}
