import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct KeyReaderTests {
  static let codebook = SmallStudy.codebook(
    attributes: "{id: who, use: respondent}, {id: pair, use: pair}")

  @Test func identifiersThatWereCutShortNeverMergePersons() throws {
    let study = try SmallStudy.plain(
      "A,who,pair\n3,1.14628E+11,1\n2,1.14628E+11,1\n1,1.14629E+11,2\n1,77,2\n",
      codebook: Self.codebook)
    #expect(try study.responses()?.personCount == 4)
    #expect(try study.responses()?.rowCount == 4)
    #expect(
      try study.findings().filter { $0.code == .damagedIdentifier } == [
        Finding(
          .damagedIdentifier, at: SmallStudy.at(2, 2), subject: "who", count: 3,
          "attribute `who` has 3 identifiers in 2 distinct texts that a spreadsheet cut short or replaced, and different ones may look alike (lines 2, 3, 4); these responses count as naming no respondent, so export the file again and don't save it in a spreadsheet"
        )
      ])
    #expect(try study.findings().contains { $0.code == .missingRespondent && $0.count == 3 })
  }

  @Test(arguments: ["1.5E+07", "#NAME?", "#N/A"])
  func pairsThatWereCutShortAreNoPairs(cell: String) throws {
    let study = try SmallStudy.plain(
      "A,who,pair\n3,a,\(cell)\n2,b,\(cell)\n", codebook: Self.codebook)
    #expect(try study.responses()?.pairs == [-1, -1])
    let finding = try #require(try study.findings().first)
    #expect(finding.code == .damagedIdentifier)
    #expect(finding.message.contains("2 identifiers in 1 distinct text "))
    #expect(finding.message.contains("naming no pair"))
    #expect(!finding.message.contains(cell))
  }

  @Test func identifiersWithPlusAndNumberSignsAreKept() throws {
    let study = try SmallStudy.plain(
      "A,who,pair\n3,a+b@x.org,#1\n2,+44 20,P+2\n", codebook: Self.codebook)
    #expect(try study.responses()?.pairs == [0, 1])
    #expect(try study.findings().isEmpty)
  }
}
