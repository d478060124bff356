/// Draws a `MeansChart` on one canvas.
struct MeansDrawing {
  private let chart: MeansChart
  private let canvas: Canvas
  private let layout: RowLayout
  private let left: Double
  private let right: Double
  private let lane = 7.0

  init(_ chart: MeansChart, on canvas: Canvas) {
    self.chart = chart
    self.canvas = canvas
    layout = RowLayout(
      chart.rows.map(\.label), on: canvas, top: 4, barHeight: chart.series.count == 2 ? 30 : 18,
      labelLimit: 270)
    left = layout.plotLeft + 12
    right = canvas.width - 16
  }

  /// Height of the drawing.
  var height: Double {
    layout.bottom + canvas.tickSize + 8 + (chart.axis.label == nil ? 0 : canvas.tickSize + 6)
  }

  /// The shapes.
  var shapes: [Shape] {
    axis + zip(chart.rows, layout.rows).flatMap { row($0, at: $1) }
  }

  /// A value's place; values beyond the axis are drawn at its end.
  private func x(_ value: Double) -> Double {
    let share = (value - chart.axis.lower) / (chart.axis.upper - chart.axis.lower)
    return left + min(max(share, 0), 1) * (right - left)
  }

  private var axis: [Shape] {
    let numbers = layout.bottom + canvas.tickSize + 4
    var shapes = chart.axis.ticks.flatMap { tick in
      layout.vertical(x(tick), "grid") + [
        .text(
          x(tick), numbers, chart.axis.style.text(tick), "tick", size: canvas.tickSize,
          anchor: .middle)
      ]
    }
    if let reference = chart.axis.reference { shapes += layout.vertical(x(reference), "zero") }
    if let label = chart.axis.label {
      let line = LineWrapper.type(right - left, fontSize: canvas.tickSize)
        .lines(VisibleText.clean(label), atMost: 1)[0]
      shapes.append(
        Shape.text(
          (left + right) / 2, numbers + canvas.tickSize + 5, line, "tick", size: canvas.tickSize,
          anchor: .middle))
    }
    return shapes
  }

  private func row(_ row: MeansChart.Row, at place: RowLayout.Row) -> [Shape] {
    let marks = chart.series.indices.map { $0 < row.marks.count ? row.marks[$0] : nil }
    var shapes = layout.label(place)
    if marks.count == 2, let first = marks[0], let second = marks[1] {
      shapes.append(Shape.line(x(first.value), place.middle, x(second.value), place.middle, "gap"))
    }
    for (index, mark) in marks.enumerated() {
      guard let mark else { continue }
      // A mark alone in its row needs no lane of its own.
      let isAlone = marks.count { $0 != nil } == 1
      let y = place.middle + (isAlone ? 0 : index == 0 ? -lane : lane)
      if let interval = mark.interval {
        let style = index == 0 ? "interval first" : "interval second"
        shapes.append(
          Shape.line(x(interval.lowerBound), y, x(interval.upperBound), y, style))
      }
      shapes.append(.mark(index, x(mark.value), y))
    }
    if let reason = row.reason { shapes += self.reason(reason, marks, place) }
    return shapes
  }

  /// The reason stands on the side of the plot that the marks leave free.
  private func reason(
    _ words: String, _ marks: [MeansChart.Mark?], _ place: RowLayout.Row
  ) -> [Shape] {
    let ends = marks.compactMap { $0 }.flatMap { mark in
      [mark.value, mark.interval?.lowerBound, mark.interval?.upperBound].compactMap { $0 }
    }
    guard let lowest = ends.min(), let highest = ends.max() else {
      return layout.reason(words, in: place, from: left + 8, to: right)
    }
    let isLeftWider = x(lowest) - left > right - x(highest)
    return isLeftWider
      ? layout.reason(words, in: place, from: left + 8, to: x(lowest) - 12)
      : layout.reason(words, in: place, from: x(highest) + 12, to: right)
  }
}
