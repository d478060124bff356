import TestSupport
import Testing

/// What a user sees of a Qualtrics export of before 2017.
@Suite struct LegacyQualtricsRunTests {
  static let header = """
    \u{FEFF}V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,Q2,LocationLatitude,LocationLongitude,LocationAccuracy,
    ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,How often?,Why?,LocationLatitude,LocationLongitude,LocationAccuracy,

    """

  private func row(_ status: String, _ answer: String, end: String = "10:46:04") -> String {
    "R_\(answer),Default Response Set,Anonymous,,,192.0.2.1,\(status),2016-05-27 10:45:04,2016-05-27 \(end),1,\(answer),because,0,0,-1,\n"
  }

  private func folder(_ rows: String) throws -> StudyFolder {
    try StudyFolder(files: [
      "old.csv": Self.header + rows,
      "codebook.yaml": """
      schema: abacus.codebook/1
      instrument: {id: t, title: T}
      response_scales: {r: {kind: numeric, minimum: 0, maximum: 10}}
      forms: {m: {items: [{id: often, stem: "How often?", response_scale: r}], open: [{id: Q2, stem: "Why?"}]}}
      attributes: [{id: when, use: submitted, columns: [EndDate]}]
      """,
      "study.yaml":
        "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\nsources: [{file: old.csv, form: m}]\n",
    ])
  }

  @Test func aBareFileIsReadWithoutANote() throws {
    let run = try folder(row("0", "4") + row("0", "6")).run("describe", "old.csv")
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
    #expect(run.stdout.contains("Description of 1 column"))
  }

  @Test func aStudyLeavesTestsOutAndSaysSo() throws {
    let folder = try folder(row("0", "4") + row("2", "5") + row("1", "6") + row("0", "7"))
    let run = try folder.run("describe", "study.yaml")
    #expect(run.status == 0)
    #expect(
      run.errorLines == [
        "old.csv: note: 2 responses that the survey tool marks as no respondent's are left out (1 preview, 1 test) [test-response]"
      ])
  }

  @Test func aResponseThatEndsBeforeItStartsIsAWarning() throws {
    let folder = try folder(row("0", "4") + row("0", "5", end: "10:45:03"))
    let run = try folder.run("describe", "study.yaml")
    #expect(run.status == 0)
    #expect(
      run.errorLines == [
        "old.csv:4:9: warning: 1 response ends before it starts; check whether the file was changed [impossible-duration]"
      ])
  }

  @Test func aFileOfTestsOnlyStopsTheRun() throws {
    let run = try folder(row("2", "4")).run("report", "study.yaml", "--out", "out")
    #expect(run.status == 65)
    #expect(
      run.errorLines.first
        == "old.csv: error: the file holds 1 response, and none of a respondent: the survey tool marks them as previews, tests or spam; export it again with real answers [no-responses]"
    )
  }

  @Test func anotherFileIsNotReadAsOne() throws {
    let folder = try folder(row("0", "4"))
    folder.scratch.write("a,b\n1,2\n", to: "other.csv")
    let run = try folder.run("describe", "other.csv", "--dialect", "qualtrics-legacy")
    #expect(run.status == 65)
    #expect(
      run.stderr.contains(
        "`other.csv` is not a `qualtrics-legacy` export: it lacks columns `V1`, `V2`, … whose second record says what they hold; choose another dialect"
      ))
  }
}
