import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// One multi-select question of both sides: a chart of the last wave, a table of every wave.
struct PairOptionsBlocks {
  let input: ReportInput
  /// One multi-select pair item, every wave.
  let results: [PairOptionsResult]

  private var roles: [Role] { input.codebook.forms.prefix(2).map(\.role) }

  var blocks: [Block] {
    let drawn = results.last { if case .undefined = $0.content { false } else { true } }
    guard let drawn else { return [] }
    return [.heading(level: 3, InlineText(drawn.label), id: nil), .chart(chart(drawn))]
  }

  private func chart(_ result: PairOptionsResult) -> Chart {
    .means(
      MeansChart(
        words: ChartWords(
          title: input.chartTitle(
            "Share of linked pairs in which each side ticked it", wave: result.wave),
          description: message(result), order: "Options in questionnaire order.", table: table),
        series: roles.map(\.plural),
        axis: MeansChart.Axis(
          lower: 0, upper: 1, ticks: [0, 0.25, 0.5, 0.75, 1], style: .percent()),
        rows: result.options.indices.map { row(result, $0) }))
  }

  private func row(_ result: PairOptionsResult, _ index: Int) -> MeansChart.Row {
    let label = result.options[index].label
    switch result.content {
    case .full(let detail):
      let option = detail.options[index]
      return MeansChart.Row(label, [.init(option.first.rate), .init(option.second.rate)])
    case .coarse(let coarse):
      return MeansChart.Row(
        label, [nil, nil],
        reason: "\(Words.share(coarse.first[index])) and \(Words.share(coarse.second[index]))")
    case .hidden(let reason):
      return MeansChart.Row(
        label, [nil, nil], reason: Words.hidden(reason, role: roles[0], partner: roles[1]))
    case .undefined(let reason):
      return MeansChart.Row(label, [nil, nil], reason: Words.undefined(reason))
    }
  }

  private func message(_ result: PairOptionsResult) -> String {
    let shares = "Share of linked pairs in which each side ticked each option."
    // No difference of an option has an interval, so that none can be called the largest.
    return result.content.detail == nil
      ? shares
      : "\(shares) Where one ticks an option and the other does not, neither side is wrong."
  }

  private var table: Table {
    let headers = roles.map(\.plural) + ["both"]
    return Table(
      caption: "\(results[0].label), percent of linked pairs in which both sides ticked anything",
      columns: [.init("Option", .text)] + headers.map { .init($0) },
      groups: results.map { result in
        Table.RowGroup(
          heading: heading(result), rows: result.options.indices.map { tableRow(result, $0) })
      })
  }

  /// The wave, and how many pairs stand behind it where that may be said.
  private func heading(_ result: PairOptionsResult) -> InlineText? {
    let wave = input.waves.count > 1 ? input.waveLabel(result.wave) : ""
    guard let count = result.toldPairCount else { return wave.isEmpty ? nil : InlineText(wave) }
    let pairs = Words.count(count, "pair", "pairs")
    let excluded = "\(result.excludedCount) left out because a side ticked nothing"
    return InlineText((wave.isEmpty ? "" : wave + ": ") + "\(pairs), \(excluded)")
  }

  private func tableRow(_ result: PairOptionsResult, _ index: Int) -> Table.Row {
    let label = InlineText(result.options[index].label)
    switch result.content {
    case .full(let detail):
      let option = detail.options[index]
      return Table.Row(
        label, [option.first, option.second, option.both].map { .percent($0.rate) })
    case .coarse(let coarse):
      return Table.Row(
        label,
        [coarse.first[index], coarse.second[index]].map { .text(InlineText(Words.share($0))) }
          + [.empty(reason: "–")])
    case .hidden(let reason):
      let words = Words.hidden(reason, role: roles[0], partner: roles[1])
      return Table.Row(label, [.spanning(InlineText(words), columns: 3)])
    case .undefined(let reason):
      return Table.Row(label, [.spanning(InlineText(Words.undefined(reason)), columns: 3)])
    }
  }
}
