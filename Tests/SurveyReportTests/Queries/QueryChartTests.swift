import ReportDocument
import SurveyAnalysis
import Testing

@testable import SurveyReport

@Suite struct QueryChartTests {
  @Test func theFirstColumnOfWordsIsTheLabelWhereverItStands() throws {
    let table = QueryTable(
      columns: [.init("n"), .init("role"), .init("mean")],
      rows: [[.integer(3), .text("mentor"), .number(1.5)]])
    let chart = try QueryChart(of: table)
    #expect(chart.labelColumns == [1] && chart.numberColumns == [0, 2])
  }

  @Test func withoutWordsTheFirstOfSeveralNumbersIsTheLabel() throws {
    let table = QueryTable(
      columns: [.init("year"), .init("n")], rows: [[.integer(2025), .integer(3)]])
    let chart = try QueryChart(of: table)
    #expect(chart.labelColumns == [0] && chart.numberColumns == [1])
    #expect(chart.charts(of: table)[0].rows.map(\.label) == ["2025"])
  }

  @Test func aSingleColumnIsLabelledByItsRows() throws {
    let table = QueryTable(columns: [.init("n")], rows: [[.integer(3)], [.integer(4)]])
    let charts = try QueryChart(of: table).charts(of: table)
    #expect(charts[0].rows.map(\.label) == ["1", "2"])
  }

  @Test func theLongestBarBelongsToTheLargestNumberAndHiddenOnesSaySo() throws {
    let table = QueryTable(
      columns: [.init("role"), .init("n")],
      rows: [[.text("a"), .integer(-8)], [.text("b"), .integer(4)], [.text("c"), .hidden]])
    let rows = try QueryChart(of: table).charts(of: table)[0].rows
    #expect(
      rows.map(\.content) == [
        .amount(-8, largest: 8, .plain(decimals: 0)), .amount(4, largest: 8, .plain(decimals: 0)),
        .hidden(reason: "hidden"),
      ])
  }

  @Test func aChartIsDrawnOnAPageToo() throws {
    let table = QueryTable(
      columns: [.init("role"), .init("n")], rows: [[.text("mentor"), .integer(1234)]])
    let document = QueryDocuments.document(table, title: "n", chart: try QueryChart(of: table))
    let page = HTMLRenderer().render(document)
    #expect(page.contains("<svg") && page.contains(">1234<"))
  }
}
