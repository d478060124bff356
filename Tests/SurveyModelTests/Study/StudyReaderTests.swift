import SurveyModel
import Testing
import TestSupport

@Suite struct StudyReaderTests {
  static let head = """
    schema: abacus.study/1
    title: T
    codebook: c.yaml
    sources: [{file: a.csv, form: m}]

    """

  /// The findings of a study whose line 5 is the first of `rest`.
  func findings(_ rest: String) -> [Finding] {
    Written<Study>.study(Self.head + rest).findings
  }

  func at(_ line: Int, _ column: Int) -> SurveyModel.SourceLocation {
    SurveyModel.SourceLocation(file: "study.yaml", line: line, column: column)
  }

  @Test func whatIsNotWrittenHasItsDefault() throws {
    let study = try #require(Written<Study>.study(Self.head).value)
    #expect(
      study
        == Study(
          title: "T", codebook: "c.yaml",
          sources: [StudySource(path: "a.csv", formID: "m", location: at(4, 11))],
          file: "study.yaml"))
    #expect(study.disclosure == DisclosureRule(minimum: 5, fullFrom: 20, largestShare: 0.5))
    #expect(study.report == ReportOptions(confidenceLevel: 0.95, missing: "listwise"))
  }

  @Test func everythingThatIsWrittenIsRead() throws {
    let study = try #require(
      Written<Study>.study(
        """
        schema: abacus.study/1
        title: T
        subtitle: U
        notice: N
        codebook: c.yaml
        waves: [a, {id: b, label: B}]
        sources:
          - {file: "m*.csv", form: m, wave: a, dialect: plain, delimiter: tab, columns: {A: Q1}}
        invited: {mentor: 12}
        disclosure: {minimum: 30, largest_share: 1}
        report: {sections: [summary], confidence_level: 0.9, missing: pairwise}
        """
      ).value)
    #expect(study.waves == [Wave(id: "a"), Wave(id: "b", label: "B")])
    #expect(study.sources[0].delimiter == "\t")
    #expect(study.sources[0].columns == ["A": "Q1"])
    #expect(study.invited == ["mentor": 12])
    #expect(study.disclosure == DisclosureRule(minimum: 30, fullFrom: 30, largestShare: 1))
    #expect(
      study.report
        == ReportOptions(
          sections: ["summary"], confidenceLevel: 0.9,
          missing: "pairwise"))
  }

  @Test func theSourceStatesItsEncoding() throws {
    let (study, lines) = source("encoding: cp1252")
    #expect(study?.sources.first?.encoding == .windows1252)
    #expect(lines == [])
    #expect(source("dialect: plain").study?.sources.first?.encoding == .some(nil))
    #expect(
      source("encoding: klingon").lines == [
        "study.yaml:5:38: error: `encoding` can't be `klingon`; write one of utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, iso-8859-15, windows-1250, iso-8859-2, windows-1251, koi8-r, windows-1253, iso-8859-7, windows-1254, windows-1257, macintosh, ibm850 [wrong-value]"
      ])
  }

  @Test func standardInputIsNoSource() {
    #expect(
      source("dialect: plain", file: "\"-\"").lines == [
        "study.yaml:5:12: error: `file` can't be `-`: a report names its inputs, so that it can be checked later; save standard input as a file [wrong-value]"
      ])
  }

  private func source(_ key: String, file: String = "a.csv") -> (study: Study?, lines: [String]) {
    let written = Written<Study>.study(
      """
      schema: abacus.study/1
      title: T
      codebook: c.yaml
      sources:
        - {file: \(file), form: m, \(key)}
      """)
    return (written.value, written.lines)
  }

  @Test func everyMistakeOfAFileIsReportedInOneRun() {
    let written = Written<Study>.study(
      """
      schema: abacus.study/2
      titel: T
      subtitle: [a]
      waves: [a, a]
      sources:
        - {fil: a.csv, delimiter: x}
        - {file: b.csv, form: [m], columns: {A: [Q1]}}
      invited: {mentor: many}
      disclosure: {minimum: 0, full_from: -1, largest_share: 2}
      report: {confidence_level: 95, missing: pairwse}
      """)
    #expect(written.value == nil)
    #expect(
      written.findings.map { "\($0.location?.line ?? 0) \($0.code.rawValue)" } == [
        "2 unknown-key", "1 missing-key", "1 missing-key", "1 wrong-value", "3 wrong-type",
        "6 unknown-key", "6 missing-key", "6 missing-key", "6 wrong-value", "7 wrong-type",
        "7 wrong-type", "8 wrong-type", "9 wrong-value", "9 wrong-value", "9 wrong-value",
        "10 wrong-value", "10 wrong-value", "4 duplicate-id",
      ])
  }

  @Test func whatAStudyCanNotDoWithoutIsReported() {
    #expect(
      Written<Study>.study("subtitle: a").findings == [
        Finding(.missingKey, at: at(1, 1), "the study has no `schema`; add it"),
        Finding(.missingKey, at: at(1, 1), "the study has no `title`; add it"),
        Finding(.missingKey, at: at(1, 1), "the study has no `codebook`; add it"),
        Finding(.missingKey, at: at(1, 1), "the study has no `sources`; add one"),
      ])
  }

  @Test(
    arguments: [
      (
        "disclosure: {minimum: 0}", FindingCode.wrongValue, 23,
        "`minimum` is 0; write a number from 1"
      ),
      (
        "disclosure: {full_from: 4}", .wrongValue, 25,
        "`full_from` is 4, below the minimum of 5; raise it"
      ),
      (
        "disclosure: {largest_share: 0}", .wrongValue, 29,
        "`largest_share` is 0.0; write a share such as 0.5"
      ),
      (
        "report: {confidence_level: 95}", .wrongValue, 28,
        "`confidence_level` is 95.0; write a share such as 0.95"
      ),
      (
        "report: {missing: omit}", .wrongValue, 19,
        "`missing` can't be `omit`; write listwise or pairwise"
      ),
      (
        "invited: {mentor: -1}", .wrongType, 19,
        "`invited` for `mentor` is not a whole number; write how many were invited"
      ),
    ])
  func refuses(text: String, code: FindingCode, column: Int, message: String) {
    #expect(findings(text) == [Finding(code, at: at(5, column), message)])
  }

  @Test(
    arguments: [
      (
        "delimiter: ':'", FindingCode.wrongValue, 23,
        "`delimiter` can't be `:`; write comma, semicolon, tab or pipe"
      ),
      (
        "date_order: american", .wrongValue, 24,
        "`date_order` of a source can't be `american`; write one of `mdy`, `dmy`, `ymd`"
      ),
      (
        "columns: {A: [a, b]}", .wrongType, 25,
        "`columns` for `A` is a list; write the name of one column"
      ),
    ])
  func refusesASource(text: String, code: FindingCode, column: Int, message: String) {
    let study = Self.head.replacing("form: m", with: "\n  form: m, \(text)")
    #expect(
      Written<Study>.study(study).findings
        == [Finding(code, at: at(5, column), message)])
  }

  @Test func aSourceMaySayTheOrderOfItsDates() {
    let study = Self.head.replacing("form: m", with: "form: m, date_order: dmy")
    #expect(Written<Study>.study(study).value?.sources.first?.dateOrder == .dayMonthYear)
  }

  @Test(
    arguments: [
      ("comma", ","), ("','", ","), ("semicolon", ";"), ("tab", "\t"), ("\"\\t\"", "\t"),
      ("pipe", "|"),
    ] as [(String, Character)])
  func aDelimiterHasANameOrIsWritten(text: String, delimiter: Character) {
    let study = Self.head.replacing("form: m", with: "form: m, delimiter: \(text)")
    #expect(Written<Study>.study(study).value?.sources.first?.delimiter == delimiter)
  }
}
