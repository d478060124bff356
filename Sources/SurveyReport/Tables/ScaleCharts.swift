import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// Scale scores: one chart of means, one histogram a scale.
struct ScaleCharts {
  let input: ReportInput
  let title: String
  /// Results of every wave, of any form; the waves of a scale stand together.
  let results: [ScaleResult]

  init(input: ReportInput, title: String, results: [ScaleResult]) {
    self.input = input
    self.title = title
    var seen: Set<String> = []
    let ids = results.map { $0.scale.formID + "/" + $0.scale.id }
    let order = ids.filter { seen.insert($0).inserted }
    self.results = order.flatMap { id in zip(ids, results).filter { $0.0 == id }.map(\.1) }
  }

  private var formIDs: [String] {
    input.codebook.forms.map(\.id).filter { id in results.contains { $0.scale.formID == id } }
  }

  /// Means with intervals, a row a scale and wave; nil where there is nothing to draw.
  var means: Chart? {
    guard let range = results.lazy.compactMap(range).first else { return nil }
    let forms = Array(formIDs.prefix(2))
    let allForms = input.codebook.forms.map(\.id)
    // Each role keeps its mark, whichever forms a chart shows.
    let series = allForms.count == 2 ? allForms : forms
    let rows = results.map { result in row(result, series: series) }
    guard rows.contains(where: { $0.marks.contains { $0 != nil } }) else { return nil }
    return .means(
      MeansChart(
        words: ChartWords(
          title: title, description: message, order: "Scales in questionnaire order.", table: table),
        series: series.map { input.role(of: $0).plural },
        axis: MeansChart.Axis(
          lower: range.lowerBound, upper: range.upperBound, ticks: Self.ticks(range)),
        rows: rows))
  }

  private func range(_ result: ScaleResult) -> ClosedRange<Double>? {
    input.codebook.form(result.scale.formID).flatMap { ScoreRange.of(result.scale, in: $0) }
  }

  private static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let span = range.upperBound - range.lowerBound
    let step = [1.0, 2, 5, 10, 20, 50, 100].first { span / $0 <= 10 } ?? span / 5
    return Array(stride(from: range.lowerBound, through: range.upperBound + 1e-9, by: step))
  }

  private func row(_ result: ScaleResult, series: [String]) -> MeansChart.Row {
    let label = label(result)
    let place = series.firstIndex(of: result.scale.formID) ?? 0
    func marks(_ mark: MeansChart.Mark?) -> [MeansChart.Mark?] {
      series.indices.map { $0 == place ? mark : nil }
    }
    switch result.content {
    case .full(let detail):
      let interval = detail.meanInterval.interval
      return MeansChart.Row(
        label, marks(.init(detail.description.mean, interval.map { $0.lower...$0.upper })))
    case .coarse(let coarse):
      let mark = coarse.roundedMean.map { MeansChart.Mark($0) }
      return MeansChart.Row(label, marks(mark), reason: mark == nil ? Words.endOfScale : nil)
    case .hidden(let reason):
      return MeansChart.Row(
        label, marks(nil), reason: input.words(reason, formID: result.scale.formID))
    case .undefined(let reason):
      return MeansChart.Row(label, marks(nil), reason: Words.undefined(reason))
    }
  }

  /// The scale's name; a domain's own score says that it is one.
  private func label(_ result: ScaleResult) -> String {
    let whole = result.scale.items.isEmpty ? ", whole domain" : ""
    return result.scale.name + whole + input.waveSuffix(result.wave)
  }

  private var message: String {
    "Mean score of each scale; a high score is more of what the scale's name says. The same numbers are in the table."
  }

  /// Rows, persons, mean, interval, SD, median, quartiles of the scores.
  var table: Table {
    let headers = [
      "rows", "persons", "no score", "mean", "\(input.level) interval", "SD", "median", "quartiles",
    ]
    let table = Table(
      caption: "\(title): scores", columns: [.init("Scale", .text)] + headers.map { .init($0) },
      groups: formIDs.map { id in
        Table.RowGroup(
          heading: formIDs.count > 1
            ? InlineText(Words.capitalized(input.role(of: id).plural)) : nil,
          rows: results.filter { $0.scale.formID == id }.map(tableRow))
      },
      note: notes)
    return table.withoutEmptyColumns()
  }

  private func tableRow(_ result: ScaleResult) -> Table.Row {
    let label = InlineText(label(result))
    let two = NumberStyle.mean(decimals: 2)
    let base: [Cell] = [
      .integer(result.base.rowCount), .integer(result.base.personCount),
    ]
    switch result.content {
    case .full(let detail):
      let scores = detail.description
      return Table.Row(
        label,
        base + [
          .integer(result.unscoredCount), .number(scores.mean, two),
          Cells.interval(detail.meanInterval, two), Cells.optional(scores.standardDeviation, two),
          .number(scores.median, two),
          .interval(lower: scores.quartiles.lower, upper: scores.quartiles.upper, two),
        ])
    case .coarse(let coarse):
      return Table.Row(
        label,
        base + [
          .empty(reason: "–"), Cells.optional(coarse.roundedMean, .mean()),
          .spanning("small group: mean to one decimal only", columns: 4),
        ])
    case .hidden(let reason):
      return Table.Row(
        label,
        [.spanning(InlineText(input.words(reason, formID: result.scale.formID)), columns: 8)])
    case .undefined(let reason):
      return Table.Row(label, [.spanning(InlineText(Words.undefined(reason)), columns: 8)])
    }
  }

  private var notes: InlineText? {
    let parts = [absenceNote?.plain].compactMap(\.self) + partialDomains
    return parts.isEmpty ? nil : InlineText(parts.joined(separator: " "))
  }

  /// A domain's score in a wave that lacks a subscale is not the score of the other waves.
  private var partialDomains: [String] {
    results.filter { !$0.scale.subscaleIDs.isEmpty }.compactMap { whole in
      let absent = input.results.scales.filter { part in
        part.wave == whole.wave && part.scale.formID == whole.scale.formID
          && whole.scale.subscaleIDs.contains(part.scale.id)
          && part.content == .undefined(.notAdministered)
      }
      guard !absent.isEmpty, absent.count < whole.scale.subscaleIDs.count else { return nil }
      let names = Words.list(absent.map { "“\($0.scale.name)”" })
      return "\(label(whole)) is made without \(names), so do not compare it with other waves."
    }
  }

  private var absenceNote: InlineText? {
    for result in results {
      if case .absent(let reason)? = result.content.detail?.meanInterval {
        return InlineText(Words.capitalized(Words.absence(reason)) + ".")
      }
    }
    return nil
  }

  /// One histogram for each scale in its last wave.
  var histograms: [Block] {
    let ids = results.map { $0.scale.formID + "/" + $0.scale.id }
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }.compactMap { id in
      results.last { $0.scale.formID + "/" + $0.scale.id == id && $0.content.detail != nil }
        .flatMap(histogram)
    }
  }

  private func histogram(_ result: ScaleResult) -> Block? {
    guard let detail = result.content.detail, let range = range(result) else { return nil }
    let title = label(result)
    let whole = range.upperBound - range.lowerBound > 12
    let style = NumberStyle.plain(decimals: whole ? 0 : 1)
    let rows = detail.histogram.map { bin in
      Table.Row(InlineText(style.text(lower: bin.lower, upper: bin.upper)), [.integer(bin.count)])
    }
    let role = input.role(of: result.scale.formID)
    let table = Table(
      caption: "\(title): how many scores lie where",
      columns: [.init("Score", .text), .init("rows")], rows: rows,
      note: "A score on a limit counts in the upper bin; the highest one in the last.")
    return .chart(
      .histogram(
        HistogramChart(
          words: ChartWords(
            title: "\(Words.capitalized(role.plural)): \(title)",
            description:
              "Scores run from \(NumberStyle.mean().text(detail.description.minimum)) to \(NumberStyle.mean().text(detail.description.maximum)) around a mean of \(NumberStyle.mean(decimals: 2).text(detail.description.mean)).",
            table: table),
          bins: detail.histogram.map { HistogramChart.Bin($0.lower, $0.upper, count: $0.count) },
          axisLabel: "score", style: style, mean: detail.description.mean,
          meanStyle: .mean(decimals: 2), series: input.series(of: result.scale.formID))))
  }
}
