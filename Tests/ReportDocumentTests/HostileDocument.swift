@testable import ReportDocument

/// Documents that have a hostile text, or nothing, in every place.
enum HostileDocument {
  static func document(_ text: String) -> Document {
    let inline: InlineText = [
      .text(text), .strong(text), .emphasis(text), .code(text), .lineBreak, .text(text),
      .link(to: .anchor(Anchor(text)), text),
      .link(to: WebAddress(text).map(LinkTarget.web) ?? "none", text),
    ]
    return Document(
      title: text, metaLines: [inline], language: text, generator: text, description: text,
      blocks: [
        .section(Section(id: Anchor(text), title: inline, blocks(text, inline))),
        .section(Section(id: Anchor(text), title: inline, charts(text))),
      ])
  }

  private static func blocks(_ text: String, _ inline: InlineText) -> [Block] {
    [
      .heading(level: 3, inline, id: Anchor(text)), .paragraph(inline), .note(inline),
      .findings([FindingItem(claim: inline, evidence: inline)]), .facts([Fact(text, inline)]),
      .table(table(text, inline)), .details(summary: inline, [.paragraph(inline)]),
      .definitionList([Definition(inline, inline)]), .bulletList([inline]), .code(text),
    ]
  }

  private static func table(_ text: String, _ inline: InlineText) -> Table {
    Table(
      caption: inline, columns: [.init(text, .text), .init(text), .init(text, .text)],
      groups: [
        Table.RowGroup(
          heading: inline,
          rows: [
            Table.Row(inline, [.text(inline), .empty(reason: text)]),
            Table.Row(inline, [.spanning(inline, columns: 2)]),
          ])
      ],
      note: inline)
  }

  private static func charts(_ text: String) -> [Block] {
    let words = ChartWords(
      title: text, description: text, order: text, table: table(text, InlineText(text)))
    let options = DivergingBarChart.Options(
      negative: [text], neutral: text, positive: [text], apart: [text], negativeTogether: text,
      positiveTogether: text)
    return [
      .chart(
        .divergingBars(
          DivergingBarChart(
            words: words, options: options,
            rows: [
              .init(text, marker: text, .hidden(reason: text)),
              .init(text, .banded(negative: 0.2, neutral: 0.2, positive: 0.6)),
            ]))),
      .chart(
        .means(
          MeansChart(
            words: words, series: [text, text],
            axis: .init(lower: 0, upper: 1, ticks: [], label: text),
            rows: [.init(text, [nil, .init(0.5)], reason: text)]))),
      .chart(
        .histogram(HistogramChart(words: words, bins: [.init(0, 1, count: 1)], axisLabel: text))),
      .chart(.bars(BarChart(words: words, rows: [.init(text, .hidden(reason: text))]))),
      .chart(
        .line(
          LineChart(
            words: words, axis: .init(lower: 0, upper: 1, ticks: [0]),
            points: [.init(text, 0.5, standsOut: true)],
            limits: .init(lower: 0, centre: 0.5, upper: 1)))),
    ]
  }

  static let emptyCharts: Document = {
    let words = ChartWords(
      title: "", description: "", table: Table(caption: "", columns: [], rows: []))
    let options = DivergingBarChart.Options(negative: [], positive: [])
    return Document(
      title: "",
      blocks: [
        .chart(.divergingBars(DivergingBarChart(words: words, options: options, rows: []))),
        .chart(
          .means(
            MeansChart(
              words: words, series: ["a"], axis: .init(lower: 0, upper: 1, ticks: []), rows: []))),
        .chart(.histogram(HistogramChart(words: words, bins: [], axisLabel: "", mean: 1))),
        .chart(.bars(BarChart(words: words, rows: []))),
        .chart(
          .line(LineChart(words: words, axis: .init(lower: 0, upper: 1, ticks: []), points: []))),
      ])
  }()
}
