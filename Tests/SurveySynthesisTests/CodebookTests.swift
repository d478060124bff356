import SurveyModel
import SurveySynthesis
import Testing

@Suite struct ABCCodebookTests {
  @Test func theReaderFindsFourScalesThatMixLevelsAndNothingElse() throws {
    let findings = Books.read(try Books.text("data/codebooks/abc.yaml")).findings
    #expect(findings.map(\.code) == Array(repeating: .mixedLevels, count: 4))
    #expect(findings.map(\.subject) == ["MA_CHAR", "MB_GROW", "MB_PROD", "MC_LOAD"])
  }

  @Test func saysThatItIsADraft() throws {
    #expect(try Books.abc().instrument.status == .draft)
    #expect(try Books.text("data/codebooks/abc.yaml").contains("DRAFT, NOT VALIDATED"))
  }

  @Test(arguments: ["mentor", "mentee"]) func aFormHas24StatementsAndTwoRatings(id: String) throws {
    let form = try #require(try Books.abc().form(id))
    let counts = Dictionary(grouping: form.items, by: \.responseScale.id).mapValues(\.count)
    #expect(counts == ["agree5": 24, "score0_10": 1, "yes_no": 1])
    #expect(form.multiSelects.count == 2)
    #expect(form.openQuestions.map(\.domainID) == ["A", "B", "C"])
  }

  @Test(arguments: ["mentor", "mentee"]) func everyStatementIsInOneScale(id: String) throws {
    let form = try #require(try Books.abc().form(id))
    let scored = form.scales.flatMap(\.items).map(\.id)
    #expect(
      scored.sorted() == form.items.filter { $0.responseScale.id == "agree5" }.map(\.id).sorted())
  }

  @Test func domainsAreMadeOfSubscalesOfTheirOwn() throws {
    let scales = try Books.abc().forms.flatMap(\.scales)
    let parts = Dictionary(
      uniqueKeysWithValues: scales.filter { !$0.subscaleIDs.isEmpty }.map {
        ($0.id, $0.subscaleIDs)
      })
    #expect(
      parts == [
        "MA": ["MA_ROLE", "MA_CHAR"], "MB": ["MB_GROW", "MB_PROD"], "MC": ["MC_LOAD", "MC_CONF"],
        "EA": ["EA_PREP"], "EB": ["EB_CAREER", "EB_GROW"], "EC": ["EC_START", "EC_KEEP"],
      ])
    #expect(scales.filter { $0.kind == .checklist }.allSatisfy { $0.domainID == "C" })
    #expect(scales.first { $0.id == "EA_REL" }?.domainID == nil)
  }

  @Test func findingAMentorIsAskedOnceAndNotOfTheAssigned() throws {
    let form = try #require(try Books.abc().form("mentee"))
    let expected = AskCondition(
      attributeID: "matched_how", values: ["assigned"], isAskedWhenEqual: false)
    for id in ["EC1", "EC2", "EC3"] {
      #expect(form.item(id)?.askedIn == ["early"])
      #expect(form.item(id)?.condition == expected)
    }
    #expect(form.item("EC4")?.askedIn == nil)
  }

  @Test func reverseItemsAndPersonItemsAreMarked() throws {
    let items = try Books.abc().forms.flatMap(\.items)
    #expect(
      items.filter(\.isReverseKeyed).map(\.id) == ["MA8", "MB7", "MC7", "EA8", "EB4", "EC7"])
    #expect(
      items.filter { $0.level == .person }.map(\.id)
        == ["MA6", "MB1", "MB2", "MB5", "MB7", "MC2"])
  }

  @Test func linksSeventeenPairsAndOneScale() throws {
    let codebook = try Books.abc()
    #expect(codebook.pairItems.count == 17)
    #expect(
      codebook.pairItems.filter { $0.kind == .mirrorExperience }.map(\.id)
        == ["P08", "P10", "P11", "P13", "P15"])
    #expect(codebook.pairScales.map(\.id) == ["PS1"])
    #expect(codebook.pairScales.first?.second.map(\.id) == ["EA5", "EB2", "EA6", "EA7"])
  }

  @Test func labelsFitAnAxis() throws {
    let codebook = try Books.abc()
    let labels =
      codebook.forms.flatMap(\.items).map(\.shortLabel)
      + codebook.pairItems.map(\.label)
    #expect(labels.filter { $0.count > 28 }.isEmpty)
  }
}
