import ReportDocument
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@testable import SurveyReport

@Suite struct ItemChartTests {
  /// Bars are shares of the answers, and what is apart is a share of everyone who was asked: 8 of 40.
  @Test func sharesApartSayTheirBase() throws {
    let scale = ResponseScale(
      id: "five", kind: .ordinal,
      options: (1...5).map { ResponseOption(code: $0, label: "option \($0)") },
      nonSubstantive: [NonSubstantiveOption(code: 9, label: "None", reason: .refused)])
    let answers =
      (0..<24).map { SampleAnswer.code($0 % 2 == 0 ? 1 : 5) }
      + [SampleAnswer](repeating: .missing(.refused), count: 8)
      + [SampleAnswer](repeating: .missing(.skipped), count: 8)
      + [SampleAnswer](repeating: .missing(.notAdministered), count: 5)
    let input = Rendered.input(
      Sample.dataset([Sample.form([SampleColumn("a", answers, on: scale)])]))
    let chart = try #require(
      ItemChart(input: input, formID: "mentor", title: "T", results: input.results.items).chart)
    guard case .divergingBars(let bars) = chart,
      case .shares(let shares)? = bars.rows.first?.content
    else {
      Issue.record("no bars")
      return
    }
    #expect(bars.options.apart == ["preferred not to say, % of those asked"])
    #expect(shares.apart == [0.2])
    #expect(shares.negative == [0.5, 0])
    let text = MarkdownRenderer().render(Report.document(from: input))
      .replacing("\n", with: " ")
    #expect(text.contains("Counts, not percent: skipped, preferred not to say, not asked."))
    let html = HTMLRenderer().render(Report.document(from: input))
    #expect(html.contains(">20\u{A0}%</text>"))
  }
}
