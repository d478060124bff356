import ReportDocument
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

@Suite struct SinceLastTimeSectionTests {
  @Test func aReportThatStandsAloneHasNone() {
    #expect(SinceLastTimeSection.blocks(of: input(lowest: 1)).isEmpty)
  }

  @Test func itSaysWhatChangedBeyondNoise() {
    let text = markdown(runs: 2)
    #expect(text.contains("## Since last time"))
    #expect(text.contains("from the report of 23 June 2025"))
    #expect(text.contains("Changed beyond noise"))
    #expect(text.contains("1 more finding of the kind `ragged-row`"))
    // Options of the command are no words of a report.
    #expect(!text.contains("--all") && !text.contains("--disjoint"))
  }

  @Test func aLineNeedsThreeReports() {
    #expect(!markdown(runs: 2).contains("Over all reports"))
    let text = markdown(runs: 3)
    #expect(text.contains("Over all reports"))
    #expect(text.contains("Mentors: responses"))
    #expect(text.contains("limits need 12 points, and there are 3"))
  }

  @Test func twelveReportsOfOthersHaveLimits() {
    let text = markdown(runs: 12)
    #expect(text.contains("mean moving ranges"))
    #expect(text.contains("◆ stands out; limits"))
  }

  /// Reports of 40 mentors whose lowest answer rises from 1 to 3 in the last one; the sizes alternate.
  private func markdown(runs: Int) -> String {
    let earlier = (1..<runs).map { run in
      PublishedNumbers(of: input(lowest: 1, times: run < runs / 2 + 2 ? 8 : 9 + run % 2))
    }
    var last = input(lowest: 3, times: 10, findings: [Finding(.raggedRow, "x; y")])
    last.history = ReportHistory(
      earlier: earlier, present: PublishedNumbers(of: last), overlap: .disjoint,
      previousFindings: [:], isOfDisjointRespondents: true)
    return MarkdownRenderer().render(
      Document(title: "Sample", blocks: SinceLastTimeSection.blocks(of: last)))
  }

  private func input(lowest: Int, times: Int = 8, findings: [Finding] = []) -> ReportInput {
    let codes = (0..<times).flatMap { _ in (0..<5).map { max(lowest, $0 + 1) } }
    let plain = Rendered.input(
      Sample.dataset([Sample.form([SampleColumn("a", codes: codes)])]))
    return ReportInput(
      study: plain.study, codebook: plain.codebook, waves: plain.waves, results: plain.results,
      findings: findings, date: plain.date, engine: plain.engine)
  }
}
