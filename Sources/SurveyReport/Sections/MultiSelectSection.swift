import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Questions with several options to tick.
package enum MultiSelectSection: ReportSection {
  package static let name = "multi-select"

  package static func blocks(of input: ReportInput) -> [Block] {
    var seen: Set<String> = []
    let ids = input.results.multiSelects.map(\.question.id).filter { seen.insert($0).inserted }
    guard !ids.isEmpty else { return [] }
    let questions = ids.flatMap { id in
      blocks(input.results.multiSelects.filter { $0.question.id == id }, input)
    }
    return [
      .section(
        Section(
          id: "multi-select", title: "Several answers allowed",
          [
            .paragraph(
              "How many ticked each option, among those who ticked anything. A row in which nothing is ticked may have been skipped, so it is counted apart; a question that was not shown is not counted at all."
            )
          ] + questions))
    ]
  }

  private static func blocks(_ results: [MultiSelectResult], _ input: ReportInput) -> [Block] {
    guard let first = results.first else { return [] }
    let role = Words.capitalized(input.role(of: first.formID).plural)
    let title = "\(role): \(first.question.stem)"
    let table = table(results, title: title, input)
    var blocks: [Block] = [.heading(level: 3, InlineText(title), id: nil)]
    let drawn = results.last { if case .undefined = $0.content { false } else { true } }
    if let drawn {
      blocks.append(
        .chart(
          .bars(
            BarChart(
              words: ChartWords(
                title: input.chartTitle("Share who ticked it", wave: drawn.wave),
                description: message(drawn),
                order: "Options in questionnaire order.", table: table),
              rows: drawn.question.options.indices.map { index in
                BarChart.Row(
                  drawn.question.options[index].label, content(drawn, index, input))
              }, series: input.series(of: drawn.formID)))))
    } else {
      blocks.append(.table(table))
    }
    return blocks
  }

  private static func message(_ result: MultiSelectResult) -> String {
    let shares = (result.content.detail?.options ?? []).map(\.proportion.rate)
    guard let most = shares.max(), let least = shares.min() else {
      return "Share of those who ticked anything."
    }
    let range = NumberStyle.percent().text(lower: least, upper: most)
    return
      "\(range) of \(Words.count(result.base.rowCount, "response", "responses")) with any tick, one row an option."
  }

  private static func content(
    _ result: MultiSelectResult, _ index: Int, _ input: ReportInput
  ) -> BarChart.Content {
    switch result.content {
    case .full(let detail): .share(detail.options[index].proportion.rate)
    case .coarse(let shares): share(shares[index])
    case .hidden(let reason): .hidden(reason: input.words(reason, formID: result.formID))
    case .undefined(let reason): .hidden(reason: Words.undefined(reason))
    }
  }

  private static func share(_ share: BandShare) -> BarChart.Content {
    switch share {
    case .about(let rate): .share(rate)
    case .atMostTenth, .atLeastNineTenths: .hidden(reason: Words.share(share))
    }
  }

  private static func table(
    _ results: [MultiSelectResult], title: String, _ input: ReportInput
  ) -> Table {
    let options = results[0].question.options
    let columns =
      [Table.Column("Option", .text)]
      + results.flatMap { result -> [Table.Column] in
        let wave = input.waves.count > 1 ? input.waveLabel(result.wave).lowercased() + " " : ""
        return [.init("\(wave)%"), .init("\(wave)interval")]
      }
    var rows = options.indices.map { index in
      Table.Row(InlineText(options[index].label), results.flatMap { cells($0, index, input) })
    }
    rows.append(
      Table.Row(
        "Rows with a tick (persons)",
        results.flatMap { result -> [Cell] in
          guard let base = result.toldBase else {
            return [.empty(reason: "–"), .empty(reason: "–")]
          }
          return [.integer(base.rowCount), .text("\(base.personCount)")]
        }))
    rows.append(countRow("Nothing ticked", results, \.nothingTickedCount))
    if results.contains(where: { $0.brokenOffCount ?? 0 > 0 }) {
      rows.append(countRow("Broken off before", results, \.brokenOffCount))
    }
    if results.contains(where: { $0.unreadableCount ?? 0 > 0 }) {
      rows.append(countRow("Unreadable", results, \.unreadableCount))
    }
    let table = Table(
      caption: "\(title), percent of responses with any tick", columns: columns, rows: rows,
      note: results.contains(where: showsSeveralTicks)
        ? "Several options may be ticked, so the shares may add up to more than 100 %." : nil)
    return table.withoutEmptyColumns()
  }

  /// True where shares are shown that add up to more than a whole: somebody ticked several options.
  private static func showsSeveralTicks(_ result: MultiSelectResult) -> Bool {
    switch result.content {
    case .full(let detail):
      let ticks = detail.options.reduce(0) { $0 + $1.proportion.successCount }
      return ticks > result.base.rowCount
    case .coarse(let shares):
      // Of blurred and rounded shares the least that they can be.
      let least = shares.reduce(0.0) { sum, share in
        switch share {
        case .about(let rate): sum + rate - 0.005
        case .atMostTenth: sum
        case .atLeastNineTenths: sum + 0.9
        }
      }
      return least > 1
    case .hidden, .undefined: return false
    }
  }

  private static func countRow(
    _ name: InlineText, _ results: [MultiSelectResult], _ count: (MultiSelectResult) -> Int?
  ) -> Table.Row {
    Table.Row(
      name,
      results.flatMap { result -> [Cell] in
        guard let count = count(result) else {
          return [.empty(reason: "–"), .empty(reason: "–")]
        }
        return [.integer(count), .text("")]
      })
  }

  private static func cells(
    _ result: MultiSelectResult, _ index: Int, _ input: ReportInput
  ) -> [Cell] {
    switch result.content {
    case .full(let detail):
      let share = detail.options[index]
      return [.percent(share.proportion.rate), Cells.interval(share.interval, .percent())]
    case .coarse(let shares):
      return [.text(InlineText(Words.share(shares[index]))), .empty(reason: "small group")]
    case .hidden(let reason):
      return [
        .spanning(InlineText(input.words(reason, formID: result.formID)), columns: 2)
      ]
    case .undefined(let reason):
      return [.spanning(InlineText(Words.undefined(reason)), columns: 2)]
    }
  }
}
