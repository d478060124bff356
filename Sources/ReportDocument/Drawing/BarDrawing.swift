/// Draws a `BarChart` on one canvas.
struct BarDrawing {
  private let chart: BarChart
  private let canvas: Canvas
  private let layout: RowLayout
  private let unit: Double
  private let barHeight = 18.0

  init(_ chart: BarChart, on canvas: Canvas) {
    self.chart = chart
    self.canvas = canvas
    layout = RowLayout(
      chart.rows.map(\.label), on: canvas, top: 2, barHeight: barHeight, labelLimit: 300)
    let longest = chart.rows.map { $0.content.shown ?? 0 }.max() ?? 0
    // The longest number stands behind the longest bar.
    let numbers = ["100 %"] + chart.rows.compactMap(\.content.amountText)
    let numberWidth = (numbers.map { TypeWidth.of($0, fontSize: canvas.valueSize) }.max() ?? 0) + 10
    let whole = longest > 0.5 ? 1 : longest > 0.25 ? 0.5 : 0.25
    unit = (canvas.width - numberWidth - layout.plotLeft) / whole
  }

  /// Height of the drawing.
  var height: Double { layout.bottom + 2 }

  /// The shapes.
  var shapes: [Shape] {
    zip(chart.rows, layout.rows).flatMap { row($0, at: $1) }
      + layout.vertical(layout.plotLeft, "zero")
  }

  private func row(_ row: BarChart.Row, at place: RowLayout.Row) -> [Shape] {
    let left = layout.plotLeft
    switch row.content {
    case .hidden(let reason):
      return layout.label(place)
        + layout.reason(reason, in: place, from: left + 6, to: canvas.width)
    case .share(let share):
      return layout.label(place) + bar(share, NumberStyle.percent().text(share), at: place)
    case .amount(_, _, _):
      let words = row.content.amountText ?? ""
      return layout.label(place) + bar(row.content.shown ?? 0, words, at: place)
    }
  }

  private func bar(_ share: Double, _ number: String, at place: RowLayout.Row) -> [Shape] {
    let length = share * unit
    return [
      .box(
        layout.plotLeft, place.middle - barHeight / 2, length, barHeight,
        style: chart.series.rawValue),
      .text(
        layout.plotLeft + length + 6, place.middle + canvas.valueSize * 0.35, number, "value",
        size: canvas.valueSize),
    ]
  }
}

extension BarChart.Content {
  /// The length of the bar as a share, or nil in a hidden row.
  var shown: Double? {
    switch self {
    case .share(let share): share
    case .amount(let value, let largest, _):
      largest > 0 ? min(1, value.magnitude / largest) : 0
    case .hidden: nil
    }
  }

  /// The number as it is shown; nil where it is no amount.
  var amountText: String? {
    if case .amount(let value, _, let style) = self { style.text(value) } else { nil }
  }
}
