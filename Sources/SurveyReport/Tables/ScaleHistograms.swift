import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

extension ScaleCharts {
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
    guard let detail = result.content.detail else { return nil }
    let title = label(result)
    let bins = ScoreBins(detail.histogram)
    let rows = zip(bins.labels, detail.histogram).map { label, bin in
      Table.Row(InlineText(label), [.integer(bin.count)])
    }
    let role = input.role(of: result.scale.formID)
    let table = Table(
      caption: "\(title): how many scores lie where",
      columns: [.init("Score", .text), .init("rows")], rows: rows,
      note: InlineText(bins.note))
    return .chart(
      .histogram(
        HistogramChart(
          words: ChartWords(
            title: "\(Words.capitalized(role.plural)): \(title)",
            description:
              "Scores run from \(NumberStyle.mean().text(detail.description.minimum)) to \(NumberStyle.mean().text(detail.description.maximum)) around a mean of \(NumberStyle.mean(decimals: 2).text(detail.description.mean)).",
            table: table),
          bins: bins.drawn, axisLabel: "score", mean: detail.description.mean,
          meanStyle: .mean(decimals: 2), series: input.series(of: result.scale.formID))))
  }
}

/// How the bins of scores are labelled and drawn; the same words in every format.
struct ScoreBins {
  private let bins: [HistogramBin]

  init(_ bins: [HistogramBin]) { self.bins = bins }

  /// "1.25" for one possible score, "1.0 to 1.5" for several, "1.0 to under 1.5" where no possible
  /// scores are known.
  var labels: [String] {
    bins.map { bin in
      guard let highest = bin.highest else {
        let limits = [bin.lower, bin.upper].map(style.text)
        return "\(limits[0]) to \(bin.includesUpper ? "" : "under ")\(limits[1])"
      }
      return highest > bin.lower + 1e-9
        ? style.text(lower: bin.lower, upper: highest) : style.text(bin.lower)
    }
  }

  /// What the labels leave open.
  var note: String {
    guard bins.allSatisfy({ $0.highest != nil }), let first = bins.first else {
      return "A score on a limit counts in the upper row; the highest one in the last."
    }
    let each =
      possible(first) == 1
      ? "A row is one score that complete answers can give."
      : "A row holds \(possible(first)) scores that complete answers can give\(lastHolds)."
    return
      "\(each) A score between two rows, of a respondent who skipped items, counts in the lower one."
  }

  /// Bars as wide as each other, a possible score in the middle of its room.
  var drawn: [HistogramChart.Bin] {
    let half = step / 2
    return zip(bins, labels).map { bin, label in
      let shift = bin.highest == nil ? 0 : half
      return HistogramChart.Bin(
        bin.lower - shift, bin.lower - shift + width, count: bin.count, label: label)
    }
  }

  private var lastHolds: String {
    guard let first = bins.first, let last = bins.last, possible(last) < possible(first) else {
      return ""
    }
    return ", the last one \(possible(last))"
  }

  private func possible(_ bin: HistogramBin) -> Int {
    bin.highest.map { Int((($0 - bin.lower) / step).rounded()) + 1 } ?? 1
  }

  /// From the lower limit of a bin to the next lower limit.
  private var width: Double {
    guard let first = bins.first else { return 1 }
    return max(first.upper - first.lower, .leastNonzeroMagnitude)
  }

  /// Between two possible scores.
  private var step: Double {
    guard let first = bins.first, let highest = first.highest else { return width }
    return max(first.upper - highest, .leastNonzeroMagnitude)
  }

  /// As many decimals as tell neighbouring scores apart.
  private var style: NumberStyle {
    let limits = bins.flatMap { [$0.lower, $0.highest ?? $0.upper] }
    let decimals = (0...3).first { places in
      let unit = [1.0, 10, 100, 1000][places]
      return limits.allSatisfy { abs($0 * unit - ($0 * unit).rounded()) < 1e-6 }
    }
    return .plain(decimals: decimals ?? 2)
  }
}
