import ReportDocument
import SurveyAnalysis

/// Numbers over several runs as line charts.
struct TrendCharts {
  let comparison: NumbersComparison
  /// Points from which a line is drawn.
  static let smallestPointCount = 3

  /// The chart of a series, and what may be read from it; nothing of fewer than three points.
  func blocks(of series: TrendSeries) -> [Block] {
    guard series.points.count >= Self.smallestPointCount else { return [] }
    let style = NumberWords.style(series.key.kind)
    var limits: LineChart.Limits?
    var signals: [TrendSeries.Signal] = []
    if case .limits(let found, let standOut) = series.reading {
      limits = LineChart.Limits(lower: found.lower, centre: found.centre, upper: found.upper)
      signals = standOut
    }
    let points = series.points.enumerated().map { index, point in
      LineChart.Point(
        point.date, point.value, point.interval,
        standsOut: signals.contains { $0.index == index })
    }
    let title = title(of: series)
    let chart = LineChart(
      words: ChartWords(
        title: title, description: description(series, style), order: order(of: series),
        table: table(series, title: title, style, signals)),
      axis: axis(points, limits, kind: series.key.kind, style), points: points, limits: limits)
    return [.chart(.line(chart))]
  }

  private func title(of series: TrendSeries) -> String {
    let place = comparison.place(form: series.key.formID, wave: series.key.waveID)
    let name = NumberWords.name(series.key.kind)
    return series.key.subjectID == nil
      ? "\(place): \(name)" : "\(place): \(series.label), \(name)"
  }

  private func description(_ series: TrendSeries, _ style: NumberStyle) -> String {
    guard let first = series.points.first, let last = series.points.last else { return "" }
    return
      "\(Words.count(series.points.count, "point", "points")), from \(style.text(first.value)) on \(first.date) to \(style.text(last.value)) on \(last.date)."
  }

  /// How the line is to be read, and what it leaves out.
  private func order(of series: TrendSeries) -> String {
    guard series.leftOutCount > 0 else { return order(series.reading) }
    let reports = Words.count(series.leftOutCount, "report is", "reports are")
    return
      "\(order(series.reading)) \(reports) left out: beside its neighbour the number may tell on few persons."
  }

  /// By which rule points stand out, or why none can.
  private func order(_ reading: TrendSeries.Reading) -> String {
    switch reading {
    case .limits(_, let signals):
      let rule =
        "Broken lines: the mean ± 2.66 mean moving ranges, within which values of a steady process lie. A point stands out that lies outside, or ends \(ControlLimits.runLength) in a row on one side of the mean (Western Electric 1956; Wheeler 2000)."
      return signals.isEmpty ? "\(rule) None does." : rule
    case .plain(.sharedRespondents):
      return "A line alone: the same persons are behind several points, so limits would mislead."
    case .plain(.tooFewPoints(let count, let required)):
      return "A line alone: limits need \(required) points, and there are \(count)."
    }
  }

  private func table(
    _ series: TrendSeries, title: String, _ style: NumberStyle, _ signals: [TrendSeries.Signal]
  ) -> Table {
    let hasIntervals = series.points.contains { $0.interval != nil }
    let hasCounts = series.points.contains { $0.n != nil }
    let hasSignals = if case .limits = series.reading { true } else { false }
    let columns: [Table.Column] =
      [.init("Report", .text), .init(NumberWords.name(series.key.kind))]
      + (hasIntervals ? [.init("interval")] : []) + (hasCounts ? [.init("n")] : [])
      + (hasSignals ? [.init("signal", .text)] : [])
    return Table(
      caption: InlineText(title), columns: columns,
      rows: series.points.enumerated().map { index, point in
        let interval =
          point.interval.map {
            Cell.interval(lower: $0.lowerBound, upper: $0.upperBound, style)
          } ?? .empty(reason: "none")
        let signal = signals.first { $0.index == index }
        return Table.Row(
          InlineText(point.date),
          [.number(point.value, style)] + (hasIntervals ? [interval] : [])
            + (hasCounts ? [point.n.map(Cell.integer) ?? .empty(reason: "–")] : [])
            + (hasSignals ? [.text(InlineText(words(signal?.rule)))] : []))
      })
  }

  private func words(_ rule: TrendSeries.Signal.Rule?) -> String {
    switch rule {
    case .outsideLimits: "outside the limits"
    case .eightOnOneSide: "\(ControlLimits.runLength) on one side"
    case nil: ""
    }
  }

  // MARK: The axis

  /// An axis of round numbers over all that is drawn; a count begins at zero, a share ends with 100 %.
  private func axis(
    _ points: [LineChart.Point], _ limits: LineChart.Limits?, kind: NumberKind, _ style: NumberStyle
  ) -> MeansChart.Axis {
    var values = points.flatMap { point in
      [point.value, point.interval?.lowerBound, point.interval?.upperBound].compactMap { $0 }
    }
    if let limits { values += [limits.lower, limits.upper] }
    if kind.measure == .count { values.append(0) }
    let lowest = values.min() ?? 0
    let highest = values.max() ?? 1
    let smallest = kind.measure == .count ? 1 : kind.measure == .share ? 0.05 : 0.1
    let step = Self.step((highest - lowest) / 4, atLeast: smallest)
    let first = (lowest / step).rounded(.down)
    let last = max(first + 1, (highest / step).rounded(.up))
    let ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    return MeansChart.Axis(
      lower: first * step, upper: last * step, ticks: ticks, style: tickStyle(kind, style))
  }

  private func tickStyle(_ kind: NumberKind, _ style: NumberStyle) -> NumberStyle {
    kind.measure == .points ? .mean(decimals: 1) : style
  }

  /// The least of 1, 2 and 5 times a power of ten that is not below a width.
  private static func step(_ width: Double, atLeast smallest: Double) -> Double {
    let width = max(width, smallest)
    var power = 1.0
    while power > width { power /= 10 }
    while power * 10 <= width { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= width * 0.999_999 } ?? 10 * power
  }
}
