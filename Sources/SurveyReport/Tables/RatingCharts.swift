import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// Histograms of ratings in whole numbers, one an item, in the last wave that may be shown in full.
struct RatingCharts {
  let input: ReportInput
  let formID: String
  /// All results of the items, every wave.
  let results: [ItemResult]

  var blocks: [Block] {
    var seen: Set<String> = []
    let ids = results.map(\.item.id).filter { seen.insert($0).inserted }
    return ids.flatMap { id in blocks(results.filter { $0.item.id == id }) }
  }

  private func blocks(_ results: [ItemResult]) -> [Block] {
    let table = ItemTable(
      input: input, formID: formID, title: results[0].item.stem, results: results
    ).frequencies
    guard let last = results.last(where: { $0.content.detail != nil }),
      let detail = last.content.detail, let description = detail.description
    else { return [.table(table)] }
    let mean = NumberStyle.mean(decimals: 2).text(description.mean)
    let answers = AnswerBins(last.item.responseScale)
    let words = ChartWords(
      title: input.chartTitle(last.item.stem, wave: last.wave),
      description:
        "Mean \(mean); the middle half of the answers lies between \(NumberStyle.mean().text(description.quartiles.lower)) and \(NumberStyle.mean().text(description.quartiles.upper)).",
      order: answers.shortNote ?? "", table: table)
    let width = Double(answers.bins.first?.codes.count ?? 1)
    let bins = answers.bins.compactMap { bin in
      bin.codes.first.map { code in
        HistogramChart.Bin(
          Double(code) - 0.5, Double(code) - 0.5 + width, count: bin.count(in: detail.tally),
          label: bin.codes.count == 1 ? "\(code)" : bin.label)
      }
    }
    return [
      .chart(
        .histogram(
          HistogramChart(
            words: words, bins: bins, axisLabel: ends(last.item.responseScale),
            mean: description.mean, meanStyle: .mean(decimals: 2),
            series: input.series(of: formID))))
    ]
  }

  /// "0 Not at all … 10 Completely"
  private func ends(_ scale: ResponseScale) -> String {
    guard let first = scale.options.first, let last = scale.options.last else { return "" }
    return "\(first.label) … \(last.label)"
  }
}
