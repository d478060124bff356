import SurveyIngest
import SurveyModel
import TestSupport
import Testing

@Suite struct EncodingAuditTests {
  /// `Poznañ` might be Spanish; the codebook tells that it is not.
  static let bytes: [UInt8] =
    Array("A,site\n1,Pozna".utf8) + [0xF1] + Array("\n2,Lublin\n".utf8)

  func study(options: String, language: String = "en", source: String = "") throws -> StudyFolder {
    let codebook = SmallStudy.codebook(
      items: "{id: A, stem: S, response_scale: r}", attributes: "{id: site\(options)}"
    ).replacing("title: T}", with: "title: T, language: \(language)}")
    let study = try SmallStudy.plain("", codebook: codebook, source: source)
    study.folder.write(Self.bytes, to: "a.csv")
    return study
  }

  @Test func aWordOfTheCodebookShowsTheRightEncoding() throws {
    let study = try study(options: ", options: [\"Poznań\", Lublin]")
    #expect(
      try study.findings().first
        == Finding(
          .doubtfulEncoding, at: SmallStudy.at(2),
          "the file is not UTF-8 and is read as ISO-8859-1, but its letters hardly fit that, and fit Windows-1250 better; state `encoding: windows-1250` at its source (of a bare file `--encoding`), or the right one, or save the file as UTF-8"
        ))
    let stated = try self.study(
      options: ", options: [\"Poznań\", Lublin]", source: ", encoding: windows-1250")
    #expect(try stated.findings().isEmpty)
    #expect(try stated.responses()?.categories["site"]?.cells == [0, 1])
  }

  @Test(arguments: [("pl", FindingCode.doubtfulEncoding), ("es", .assumedEncoding)])
  func theLanguageOfTheCodebookCounts(language: String, code: FindingCode) throws {
    #expect(try study(options: "", language: language).findings().map(\.code) == [code])
  }

  @Test func aWordThatIsThereShowsThatTheGuessIsRight() throws {
    let study = try study(options: ", options: [\"Poznañ\", Lublin]", language: "pl")
    #expect(try study.findings().map(\.code) == [.assumedEncoding])
  }
}
