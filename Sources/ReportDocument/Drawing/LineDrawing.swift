/// Draws a `LineChart` on one canvas.
struct LineDrawing {
  private let chart: LineChart
  private let canvas: Canvas
  private let top = 12.0
  private let plotHeight: Double
  private let left: Double
  private let right: Double

  init(_ chart: LineChart, on canvas: Canvas) {
    self.chart = chart
    self.canvas = canvas
    plotHeight = canvas.labelsAbove ? 110 : 140
    let numbers = chart.axis.ticks.map {
      TypeWidth.of(chart.axis.style.text($0), fontSize: canvas.tickSize)
    }
    left = (numbers.max() ?? 0) + 10
    right = canvas.width - 8
  }

  /// Height of the drawing.
  var height: Double { bottom + canvas.tickSize + 10 }

  /// The shapes, the points above the lines.
  var shapes: [Shape] { axis + limitLines + intervals + line + marks + times }

  private var bottom: Double { top + plotHeight }

  /// A value's place; values beyond the axis are drawn at its end.
  private func y(_ value: Double) -> Double {
    let share = (value - chart.axis.lower) / (chart.axis.upper - chart.axis.lower)
    return bottom - min(max(share, 0), 1) * plotHeight
  }

  /// A point's place: the middle of its part of the plot.
  private func x(_ index: Int) -> Double {
    left + (Double(index) + 0.5) * (right - left) / Double(max(1, chart.points.count))
  }

  private var axis: [Shape] {
    chart.axis.ticks.flatMap { tick in
      [
        Shape.line(left, y(tick), right, y(tick), "grid"),
        .text(
          0, y(tick) + canvas.tickSize * 0.35, chart.axis.style.text(tick), "tick",
          size: canvas.tickSize),
      ]
    }
  }

  private var limitLines: [Shape] {
    guard let limits = chart.limits else { return [] }
    return [
      .line(left, y(limits.centre), right, y(limits.centre), "zero"),
      .line(left, y(limits.lower), right, y(limits.lower), "mean"),
      .line(left, y(limits.upper), right, y(limits.upper), "mean"),
    ]
  }

  private var intervals: [Shape] {
    chart.points.enumerated().compactMap { index, point in
      point.interval.map {
        .line(x(index), y($0.lowerBound), x(index), y($0.upperBound), "gap")
      }
    }
  }

  private var line: [Shape] {
    zip(chart.points, chart.points.dropFirst()).enumerated().map { index, pair in
      .line(x(index), y(pair.0.value), x(index + 1), y(pair.1.value), "interval first")
    }
  }

  private var marks: [Shape] {
    chart.points.enumerated().map { index, point in
      .mark(point.standsOut ? 1 : 0, x(index), y(point.value))
    }
  }

  /// The times below the points, the last one always, as many before it as have room.
  private var times: [Shape] {
    let texts = chart.points.map { VisibleText.clean($0.label) }
    let widest = texts.map { TypeWidth.of($0, fontSize: canvas.tickSize) }.max() ?? 0
    let room = (right - left) / Double(max(1, texts.count))
    // The last one may have to move to the left to stay within the drawing.
    let moved = max(0, (widest - room) / 2)
    let step = max(1, Int(((widest + 8 + moved) / room).rounded(.up)))
    return texts.enumerated().filter { (texts.count - 1 - $0.offset) % step == 0 }.map {
      index, text in
      let half = TypeWidth.of(text, fontSize: canvas.tickSize) / 2
      let middle = min(max(x(index), half), canvas.width - half)
      return .text(
        middle, bottom + canvas.tickSize + 4, text, "tick", size: canvas.tickSize, anchor: .middle)
    }
  }
}
