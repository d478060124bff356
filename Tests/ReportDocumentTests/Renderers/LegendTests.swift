import Testing

@testable import ReportDocument

/// A legend names what is there and nothing else, in every format.
@Suite struct LegendTests {
  typealias Band = DivergingBarChart.Band

  @Test func aSeriesWithoutAMarkIsNotNamed() {
    let chart = Chart.means(
      means([.init("one", [nil, .init(0.5)]), .init("two", [nil, nil], reason: "hidden")]))
    let (html, text) = rendered(chart)
    #expect(text.contains("◆ mentees") && !text.contains("mentors"))
    #expect(html.contains("mentees</li>") && !html.contains("mentors</li>"))
  }

  @Test func twoMarksInOnePlaceAreExplainedWhereTheyAre() {
    let apart = rendered(.means(means([.init("one", [.init(0.1), .init(0.9)])]))).text
    #expect(!apart.contains("◈"))
    let together = rendered(.means(means([.init("one", [.init(0.5), .init(0.5)])]))).text
    #expect(together.contains("◈ both in one place"))
  }

  @Test func aChartWithoutMarksHasNoLegend() {
    let (html, text) = rendered(.means(means([.init("one", [nil, nil], reason: "hidden")])))
    #expect(!html.contains("class=\"legend\"") && !text.contains("●"))
  }

  @Test func bandsAreNamedAloneWhereNoShareOfAnOptionIsDrawn() {
    let bands = diverging([.init("one", .banded(negative: 0.2, neutral: 0.3, positive: 0.5))])
    let html = rendered(bands).html
    #expect(html.contains("any agreement</li>") && !html.contains("Strongly agree</li>"))
    let shares = rendered(diverging([.init("one", SampleCharts.five([0, 0, 0.2, 0.4, 0.4], 0))]))
    // An option that nobody chose keeps its place.
    #expect(shares.html.contains("Strongly disagree</li>"))
    #expect(!shares.html.contains("any agreement</li>"))
    let hidden = rendered(diverging([.init("one", .hidden(reason: "hidden: few"))]))
    #expect(!hidden.html.contains("class=\"legend\"") && !hidden.text.contains("░"))
  }

  @Test(arguments: [
    // Everybody, or nearly: the difference is somewhere from +80 to +100.
    (Band(0.1, bound: .atMost), Band(0.9, bound: .atLeast), "≥ +80"),
    (Band(0.9, bound: .atLeast), Band(0.1, bound: .atMost), "≤ −80"),
    (Band(0.1, bound: .atMost), Band(0.75), "≥ +65"),
    (Band(0.75), Band(0.1, bound: .atMost), "≤ −65"),
    (Band(0.1, bound: .atMost), Band(0.1, bound: .atMost), "–"), (Band(0.25), Band(0.5), "+25"),
  ])
  func theNetOfAShareKnownByItsLimitIsALimit(_ negative: Band, _ positive: Band, net: String) {
    let (html, text) = rendered(
      diverging([.init("one", .banded(negative: negative, neutral: 0.1, positive: positive))]))
    let row = text.split(separator: "\n").first { $0.hasPrefix("| one") } ?? ""
    let cells = row.split(separator: "|").map { cell in
      cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(cells.count == 3 && cells[1] == net && !text.contains("about"))
    let isBlurred = negative.bound != nil || positive.bound != nil
    #expect(row.contains("█") != isBlurred && text.contains("one character is 5 %") != isBlurred)
    for limit in ["≥90", "≤10"] where isBlurred {
      #expect(!html.contains(limit) || cells[2].contains(limit + " %"), "\(limit)")
    }
  }

  @Test func aPointThatStandsOutIsExplainedWhereThereIsOne() {
    func line(_ standsOut: Bool) -> Chart {
      .line(
        LineChart(
          words: words, axis: .init(lower: 0, upper: 10, ticks: [0, 10]),
          points: [.init("a", 4), .init("b", 6, standsOut: standsOut)],
          limits: .init(lower: 2, centre: 5, upper: 8)))
    }
    #expect(rendered(line(true)).text.contains("◆ stands out; limits 2 to 8"))
    #expect(rendered(line(true)).html.contains("stands out</li>"))
    #expect(
      !rendered(line(false)).text.contains("◆")
        && rendered(line(false)).text.contains("limits 2 to 8"))
    #expect(!rendered(line(false)).html.contains("class=\"legend\""))
  }

  private let words = ChartWords(title: "t", description: "d", table: SampleCharts.table("c"))

  private func means(_ rows: [MeansChart.Row]) -> MeansChart {
    MeansChart(
      words: words, series: ["mentors", "mentees"], axis: .init(lower: 0, upper: 1, ticks: [0, 1]),
      rows: rows)
  }

  private func diverging(_ rows: [DivergingBarChart.Row]) -> Chart {
    .divergingBars(DivergingBarChart(words: words, options: SampleCharts.agreement, rows: rows))
  }

  private func rendered(_ chart: Chart) -> (html: String, text: String) {
    let document = Document(title: "T", blocks: [.chart(chart)])
    return (HTMLRenderer().render(document), MarkdownRenderer().render(document))
  }
}
