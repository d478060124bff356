import SurveyModel
import Testing

@Suite struct FindingTests {
  @Test func aLineHoldsPlaceSeverityMessageAndCode() {
    let place = SurveyModel.SourceLocation(file: "a.csv", line: 9, column: 5)
    #expect(
      Finding(.outOfRange, at: place, "what is wrong; what to do").description
        == "a.csv:9:5: error: what is wrong; what to do [out-of-range]")
  }

  @Test func aFatalFindingIsPrintedAsAnError() {
    #expect(Finding(.wrongForm, "m").description == "error: m [wrong-form]")
  }

  @Test(arguments: [
    (FindingCode.missingRespondent, "warning: m [missing-respondent]"),
    (.testResponse, "note: m [test-response]"),
  ]) func otherSeveritiesHaveTheirOwnWord(code: FindingCode, line: String) {
    #expect(Finding(code, "m").description == line)
  }

  @Test func graverIsGreater() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error, .fatal])
  }

  @Test func onlyAFatalFindingStopsTheWork() {
    let findings = FindingCollector()
    findings.add(Finding(.outOfRange, "m"))
    #expect(!findings.hasFatal)
    findings.add(contentsOf: [Finding(.wrongForm, "m")])
    #expect(findings.hasFatal)
  }

  @Test func anUnknownNameIsReportedWithTheNearest() {
    let findings = FindingCollector()
    let place = SurveyModel.SourceLocation(file: "f", line: 1)
    findings.addUnknownReference("item", "MA9", at: place, in: "scale `S`", known: ["MA1"])
    findings.addUnknownReference("item", "x", at: place, in: "scale `S`", known: ["MB1", "MA1"])
    findings.addUnknownReference("item", "x", at: place, in: "scale `S`", known: [])
    #expect(
      findings.findings == [
        Finding(
          .unknownReference, at: place, subject: "MA9",
          "scale `S` names the item `MA9`, which is not defined; did you mean `MA1`?"),
        Finding(
          .unknownReference, at: place, subject: "x",
          "scale `S` names the item `x`, which is not defined; write one of `MA1`, `MB1`"),
        Finding(
          .unknownReference, at: place, subject: "x",
          "scale `S` names the item `x`, which is not defined; none is defined; define it first"),
      ])
  }
}
