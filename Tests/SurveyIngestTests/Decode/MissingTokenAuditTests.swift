import SurveyIngest
import SurveyModel
import TestSupport
import Testing

@Suite struct MissingTokenAuditTests {
  static let csv = "A,region\n1,EU\n2,NA\n3,None\n4,.\n5,NA\n"

  func study(_ attribute: String) throws -> StudyFolder {
    try SmallStudy.plain(
      Self.csv,
      codebook: SmallStudy.codebook(
        items: "{id: A, stem: S, response_scale: r}", attributes: attribute))
  }

  @Test(arguments: ["[EU, NA, None]", "[EU, na, None]"])
  func aMissingTokenThatTheCodebookListsIsThatOption(options: String) throws {
    let study = try study("{id: region, options: \(options)}")
    #expect(try study.responses()?.categories["region"]?.cells == [0, 1, 2, -1, 1])
    #expect(try study.findings().isEmpty)
  }

  @Test func withoutAListItIsMissingAndSaid() throws {
    let study = try study("{id: region}")
    #expect(try study.responses()?.categories["region"]?.cells == [0, -1, 1, -1, -1])
    #expect(
      try study.findings() == [
        Finding(
          .assumedMissing, at: SmallStudy.at(3, 2), subject: "region", count: 2,
          "attribute `region` has 2 cells `NA`, which count as missing (lines 3, 6); if it is a value, list all values under `options` of the attribute, `NA` among them"
        )
      ])
  }

  @Test func whereOptionsAreListedWithoutItItIsMissing() throws {
    let study = try study("{id: region, options: [EU, None]}")
    #expect(try study.responses()?.categories["region"]?.cells == [0, -1, 1, -1, -1])
    #expect(try study.findings().isEmpty)
  }

  @Test func aWaveAndAConsentMayBeCalledSo() throws {
    let study = try SmallStudy.plain(
      "A,when,ok\n1,NA,NA\n2,EU,no\n",
      codebook: SmallStudy.codebook(
        items: "{id: A, stem: S, response_scale: r}",
        attributes: "{id: when, use: wave}, {id: ok, use: consent, granted_by: [\"NA\"]}",
        waves: "EU, NA"))
    #expect(try study.responses()?.waves == [1])
  }

  @Test func anItemsOptionGoesBeforeAMissingToken() throws {
    let codebook = SmallStudy.codebook()
      .replacing("{code: 3, label: Agree}", with: "{code: 3, label: \"NA\"}")
    #expect(try SmallStudy.plain("A\nNA\n.\n", codebook: codebook).answers() == ["3", "skipped"])
  }

  @Test func ofABareFileItIsSaidWhereItGroups() throws {
    let study = try study("{id: region}")
    let path = study.folder.path("a.csv")
    #expect(try BareFile.read(path: path, items: ["A"]).findings.isEmpty)
    let file = try BareFile.read(path: path, items: ["A"], fields: ["region"])
    #expect(
      file.findings == [
        Finding(
          .assumedMissing, at: SurveyModel.SourceLocation(file: path, line: 3, column: 2), count: 2,
          "column `region` has 2 cells `NA`, which count as missing; if it is a value, write a codebook that lists it under `options` of an attribute"
        )
      ])
  }
}
