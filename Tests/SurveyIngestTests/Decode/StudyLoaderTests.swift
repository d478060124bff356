import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct StudyLoaderTests {
  private let source = SurveyModel.SourceLocation(file: "study.yaml", line: 4, column: 11)

  @Test func aPatternStandsForFilesInNameOrder() throws {
    let study = try StudyFolder(
      codebook: SmallStudy.codebook(), sources: "[{file: \"d/m-?.csv\", form: m}]",
      files: ["d/m-2.csv": "n,A\n1,2\n", "d/m-1.csv": "n,A\n1,1\n", "d/x.csv": "n,A\n1,3\n"])
    #expect(try study.answers() == ["1", "2"])
    #expect(try study.load().inputs.map(\.kind) == [.study, .codebook, .export, .export])
  }

  @Test func aPatternWithoutAFileIsReported() throws {
    let study = try StudyFolder(
      codebook: SmallStudy.codebook(), sources: "[{file: \"m*.csv\", form: m}]", files: [:])
    #expect(
      try study.findings() == [
        Finding(
          .missingFile, at: source, "no file matches `m*.csv`; correct `file` of this source")
      ])
  }

  @Test func everyFileThatCanNotBeReadIsReported() throws {
    let study = try StudyFolder(
      codebook: SmallStudy.codebook(),
      sources: "[{file: gone.csv, form: m}, {file: empty.csv, form: m}, {file: a.csv, form: n}]",
      files: ["empty.csv": ""])
    let findings = try study.findings()
    #expect(findings.map(\.code) == [.unknownReference, .missingFile, .emptyFile])
    #expect(findings.map { $0.location?.file } == ["study.yaml", "study.yaml", "empty.csv"])
    #expect(
      findings[0].message
        == "the source names the form `n`, which is not defined; did you mean `m`?")
  }

  @Test func aMissingCodebookIsReported() throws {
    let study = try SmallStudy.plain("n,A\n1,1\n")
    study.folder.write(
      "schema: abacus.study/1\ntitle: T\ncodebook: gone.yaml\nsources: [{file: a.csv, form: m}]",
      to: "study.yaml")
    #expect(try study.findings().map(\.code) == [.missingFile])
    #expect(
      try study.findings().first?.location
        == SurveyModel.SourceLocation(file: "study.yaml", line: 3, column: 11))
  }

  @Test func aMissingStudyIsReported() throws {
    let error = #expect(throws: StudyLoadError.self) {
      try StudyLoader.load(path: "/nowhere/study.yaml")
    }
    #expect(
      error?.findings.map(\.description) == [
        "/nowhere/study.yaml: error: there is no file `/nowhere/study.yaml`; check the path [missing-file]"
      ])
  }

  @Test func invitationsOfAnUnknownRoleAreReported() throws {
    #expect(
      try SmallStudy.plain("n,A\n1,1\n", study: "invited: {mm: 3}").findings() == [
        Finding(
          .unknownReference,
          at: SurveyModel.SourceLocation(file: "study.yaml", line: 5, column: 11),
          subject: "mm",
          "`invited` names the role `mm`, which is not defined; did you mean `m`?")
      ])
  }

  @Test(
    arguments: ["", "\u{FEFF}"],
    ["\n", "\r\n"])
  func byteOrderMarksAndLineEndsChangeNothing(mark: String, lineEnd: String) throws {
    func written(_ text: String) -> String { mark + text.replacing("\n", with: lineEnd) }
    let study = try StudyFolder(
      codebook: written(SmallStudy.codebook()), sources: "[{file: a.csv, form: m}]",
      files: ["a.csv": written("A,n\nAgree,1\nAgre,2\nneither,3\n")])
    #expect(try study.answers() == ["3", "unreadable", "2"])
    #expect(try study.findings().map(\.location) == [SmallStudy.at(3, 1)])
  }

  @Test func theLastLineNeedsNoEnd() throws {
    #expect(try SmallStudy.plain("A,n\n1,1\n2,2").answers() == ["1", "2"])
  }

  @Test(arguments: [("semicolon", ";"), ("tab", "\t"), ("pipe", "|")])
  func theStudySaysHowCellsAreSeparated(name: String, delimiter: String) throws {
    let study = try SmallStudy.plain(
      "n,A\n1,3\n".replacing(",", with: delimiter), source: ", delimiter: \(name)")
    #expect(try study.answers() == ["3"])
  }
}
