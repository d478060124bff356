import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct SimilarIdentifierAuditTests {
  func similar(mentors: [String], mentees: [String]) throws -> [Finding] {
    func rows(_ pairs: [String], _ person: String) -> String {
      pairs.enumerated().map { "5,\(person)\($0.offset),\"\($0.element)\"\n" }.joined()
    }
    return try LeadingZeroAuditTests().study(
      mentors: rows(mentors, "m"), mentees: rows(mentees, "e")
    ).findings().filter { $0.code == .similarIdentifiers }
  }

  @Test func pairsThatDifferByCapitalsAndBlanksAreNamedAndNotMerged() throws {
    #expect(
      try similar(mentors: ["PX0", "PX1", "PX2", "PX3"], mentees: ["PX0", "px1", "PX2 ", "PX 3"])
        == [
          Finding(
            .similarIdentifiers,
            at: SurveyModel.SourceLocation(file: "b.csv", line: 3, column: 3), subject: "pair",
            count: 2,
            "2 responses name a pair by an identifier that another response writes with other capitals or other blanks (lines 3, 5); they are taken for different pairs, so write the identifiers alike in the files"
          )
        ])
  }

  @Test(arguments: [
    ("P-001", "P001", "other signs"), ("P.7", "p_7", "other capitals or other signs"),
    ("1001", "1001.0", "`.0` at its end"), ("1001", "1001,0", "`.0` at its end"),
    ("ab 12", "AB12", "other capitals or other blanks"), ("2024-17", "202417", "other signs"),
    ("Ｐ７", "P7", "characters that look alike"), ("Zoë1", "ZOË1", "other capitals"),
  ])
  func theDifferenceIsSaid(one: String, other: String, words: String) throws {
    let found = try similar(mentors: [one], mentees: [other])
    #expect(found.count == 1)
    #expect(found.first?.message.contains("writes with \(words);") ?? false)
  }

  @Test(arguments: [
    ["1-11", "11-1"], ["1.11", "11.1"], ["A1", "B1"], ["7", "70"], ["1.0", "1.1"], ["P1", "1"],
    ["--", ".."],
  ])
  func otherIdentifiersAreLeftAlone(pairs: [String]) throws {
    #expect(try similar(mentors: [pairs[0]], mentees: [pairs[1]]).isEmpty)
  }

  @Test func personsAreComparedWithinTheirForm() throws {
    let study = try LeadingZeroAuditTests().study(
      mentors: "5,Ann1,1\n5,ann1,2\n5,ann1,3\n", mentees: "5,ANN1,1\n")
    #expect(
      try study.findings().filter { $0.code == .similarIdentifiers } == [
        Finding(
          .similarIdentifiers,
          at: SurveyModel.SourceLocation(file: "a.csv", line: 2, column: 2), subject: "who",
          "1 response names a respondent by an identifier that another response writes with other capitals; they are taken for different respondents, so write the identifiers alike in the files"
        )
      ])
  }
}
