import SurveyModel
import Testing

@testable import AbacusCommands

@Suite struct FindingPrinterTests {
  func findings(_ code: FindingCode, _ count: Int) -> [Finding] {
    (1...count).map { Finding(code, "m\($0)") }
  }

  @Test func theGravestComeFirst() {
    let mixed =
      findings(.testResponse, 1) + findings(.missingRespondent, 1) + findings(.raggedRow, 1)
      + findings(.wrongForm, 1)
    #expect(
      FindingPrinter.lines(mixed, all: false) == [
        "error: m1 [wrong-form]", "error: m1 [ragged-row]", "warning: m1 [missing-respondent]",
        "note: m1 [test-response]",
      ])
  }

  @Test func tenOfAKindAreShownAndTheRestCounted() {
    #expect(FindingPrinter.lines(findings(.raggedRow, 10), all: false).count == 10)
    let lines = FindingPrinter.lines(findings(.raggedRow, 13), all: false)
    #expect(lines.count == 11)
    #expect(
      lines.last == "error: 3 more of this kind; --all-findings shows them [ragged-row]")
  }

  @Test func allAreShownWhereAllAreAskedFor() {
    #expect(FindingPrinter.lines(findings(.wrongForm, 13), all: true).count == 13)
  }

  @Test func kindsAreFoldedEachForItself() {
    let lines = FindingPrinter.lines(
      findings(.testResponse, 11) + findings(.missingConsent, 11), all: false)
    #expect(lines.count == 22)
    #expect(lines.last == "note: 1 more of this kind; --all-findings shows them [test-response]")
  }

  @Test func nothingIsShownOfNothing() {
    #expect(FindingPrinter.lines([], all: false) == [])
  }
}
