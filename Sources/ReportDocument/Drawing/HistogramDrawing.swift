/// Draws a `HistogramChart` on one canvas.
struct HistogramDrawing {
  private let chart: HistogramChart
  private let canvas: Canvas
  private let top = 34.0
  private let plotHeight: Double
  private let left = 12.0
  private let lower: Double
  private let unit: Double

  init(_ chart: HistogramChart, on canvas: Canvas) {
    self.chart = chart
    self.canvas = canvas
    plotHeight = canvas.labelsAbove ? 120 : 160
    lower = chart.bins.first?.lower ?? 0
    let upper = chart.bins.last?.upper ?? 1
    unit = (canvas.width - 24) / max(upper - lower, .leastNonzeroMagnitude)
  }

  /// Height of the drawing.
  var height: Double { top + plotHeight + 2 * canvas.tickSize + 14 }

  /// The shapes.
  var shapes: [Shape] {
    chart.bins.flatMap(bar) + axis + meanLine
  }

  private var bottom: Double { top + plotHeight }

  private func x(_ value: Double) -> Double { left + (value - lower) * unit }

  private func bar(_ bin: HistogramChart.Bin) -> [Shape] {
    let most = Double(max(1, chart.bins.map(\.count).max() ?? 1))
    let length = Double(bin.count) / most * plotHeight
    let start = x(bin.lower)
    let width = x(bin.upper) - start
    let number = NumberStyle.count.text(Double(bin.count))
    let box = Shape.box(
      start + 0.5, bottom - length, max(width - 1, 0.5), length,
      style: chart.series.rawValue)
    guard bin.count > 0, TypeWidth.of(number, fontSize: canvas.tickSize) <= width else {
      return bin.count > 0 ? [box] : []
    }
    return [
      box,
      Shape.text(
        start + width / 2, bottom - length - 4, number, "tick", size: canvas.tickSize,
        anchor: .middle),
    ]
  }

  /// Bin labels or limits, as many as have room, and what they measure.
  private var axis: [Shape] {
    let marks = axisMarks
    let widest = marks.map { TypeWidth.of($0.text, fontSize: canvas.tickSize) }.max() ?? 0
    let room = (canvas.width - 24) / Double(max(1, chart.bins.count))
    let step = max(1, Int(((widest + 6) / room).rounded(.up)))
    let numbers = marks.enumerated().filter { $0.offset % step == 0 }.map { _, mark in
      Shape.text(
        x(mark.value), bottom + canvas.tickSize + 4, mark.text, "tick", size: canvas.tickSize,
        anchor: .middle)
    }
    let label = LineWrapper.type(canvas.width - 24, fontSize: canvas.tickSize)
      .lines(VisibleText.clean(chart.axisLabel), atMost: 1)[0]
    return [Shape.line(left, bottom, canvas.width - 12, bottom, "zero")] + numbers + [
      Shape.text(
        canvas.width / 2, bottom + 2 * canvas.tickSize + 9, label, "tick", size: canvas.tickSize,
        anchor: .middle)
    ]
  }

  /// Labels stand below the middle of their bins, limits below the ends.
  private var axisMarks: [(value: Double, text: String)] {
    let labelled = chart.bins.compactMap { bin in
      bin.label.map { ((bin.lower + bin.upper) / 2, VisibleText.clean($0)) }
    }
    guard labelled.isEmpty else { return labelled }
    let limits = chart.bins.map(\.lower) + (chart.bins.last.map { [$0.upper] } ?? [])
    return limits.map { ($0, chart.style.text($0)) }
  }

  private var meanLine: [Shape] {
    guard let mean = chart.mean else { return [] }
    let words = "mean \(chart.meanStyle.text(mean))"
    let half = TypeWidth.of(words, fontSize: canvas.tickSize) / 2
    let middle = min(max(x(mean), half), canvas.width - half)
    return [
      Shape.line(x(mean), 16, x(mean), bottom, "halo"),
      Shape.line(x(mean), 16, x(mean), bottom, "mean"),
      Shape.text(middle, 12, words, "tick", size: canvas.tickSize, anchor: .middle),
    ]
  }
}
