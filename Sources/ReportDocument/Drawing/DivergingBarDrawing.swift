/// Draws a `DivergingBarChart` on one canvas.
struct DivergingBarDrawing {
  private let chart: DivergingBarChart
  private let canvas: Canvas
  private let layout: RowLayout
  private let headings: [[String]]
  private let columnWidth: Double
  private let headHeight: Double
  private let zero: Double
  private let unit: Double
  private let extent: (negative: Double, positive: Double)
  private let barHeight = 22.0
  private let columnGap = 6.0
  private let negativeSwatches: [Swatch]
  private let positiveSwatches: [Swatch]

  init(_ chart: DivergingBarChart, on canvas: Canvas) {
    self.chart = chart
    self.canvas = canvas
    let names = (chart.options.neutral.map { [$0] } ?? []) + chart.options.apart
    let widest = Self.widestWord(names, canvas)
    let limit = canvas.labelsAbove ? 60.0 : 72
    let width = min(max(widest + 2, canvas.labelsAbove ? 34 : 46), limit)
    columnWidth = width
    // From the zero line outward.
    negativeSwatches = Palette.negative(chart.options.negative.count).reversed().map(Swatch.init)
    positiveSwatches = Palette.positive(chart.options.positive.count).map(Swatch.init)
    headings = names.map {
      LineWrapper.type(width, fontSize: canvas.tickSize).lines(VisibleText.clean($0), atMost: 6)
    }
    headHeight = Double(max(1, headings.map(\.count).max() ?? 1)) * (canvas.tickSize + 2) + 8
    layout = RowLayout(
      chart.rows.map(\.fullLabel), on: canvas, top: headHeight, barHeight: barHeight,
      labelLimit: names.count > 2 ? 250 : 320)
    extent = Self.extent(of: chart)
    // Room on both sides for the numbers of the axis, which are centred on their lines.
    let columns = Double(names.count) * (width + columnGap)
    let margin = TypeWidth.of("100 %", fontSize: canvas.tickSize) / 2
    let left = layout.plotLeft + (canvas.labelsAbove ? margin : 8)
    let right = canvas.width - columns - margin
    unit = (right - left) / (extent.negative + extent.positive)
    zero = left + extent.negative * unit
  }

  /// Height of the drawing.
  var height: Double { layout.bottom + 2 }

  /// The shapes.
  var shapes: [Shape] {
    // The zero line lies above the bars and below the reasons of hidden rows.
    let rows = Array(zip(chart.rows, layout.rows))
    var shapes = grid + columnHeadings
    for (row, place) in rows { add(row, at: place, to: &shapes) }
    shapes += layout.vertical(zero, "zero")
    return shapes + rows.flatMap { reason($0, at: $1) }
  }

  /// The furthest bars, rounded up to a quarter.
  private static func extent(of chart: DivergingBarChart) -> (negative: Double, positive: Double) {
    var sums: (negative: Double, positive: Double) = (0.25, 0.25)
    for row in chart.rows {
      guard let (negative, positive) = row.content.sums else { continue }
      sums = (max(sums.negative, negative), max(sums.positive, positive))
    }
    func roundedUp(_ share: Double) -> Double { ((share - 1e-9) * 4).rounded(.up) / 4 }
    return (roundedUp(sums.negative), roundedUp(sums.positive))
  }

  private static func widestWord(_ names: [String], _ canvas: Canvas) -> Double {
    names.flatMap { $0.split(separator: " ") }
      .map { TypeWidth.of(String($0), fontSize: canvas.tickSize) }.max() ?? 0
  }

  private var grid: [Shape] {
    let step = unit * 0.25 >= 46 ? 1 : 2
    let quarters = Int(-extent.negative * 4)...Int(extent.positive * 4)
    return quarters.filter { $0 % step == 0 }.flatMap { quarter -> [Shape] in
      let x = zero + Double(quarter) * unit / 4
      let number = NumberStyle.percent().text(Double(abs(quarter)) / 4)
      let text = Shape.text(
        x, headHeight - 8, number, "tick", size: canvas.tickSize, anchor: .middle)
      return quarter == 0 ? [text] : layout.vertical(x, "grid") + [text]
    }
  }

  private func columnLeft(_ index: Int) -> Double {
    canvas.width - Double(headings.count - index) * (columnWidth + columnGap) + columnGap
  }

  private var columnHeadings: [Shape] {
    headings.enumerated().flatMap { index, lines in
      lines.enumerated().map { number, line in
        let fromBottom = Double(lines.count - 1 - number) * (canvas.tickSize + 2)
        return Shape.text(
          columnLeft(index) + columnWidth / 2, headHeight - 8 - fromBottom, line, "tick",
          size: canvas.tickSize, anchor: .middle)
      }
    }
  }

  private func add(
    _ row: DivergingBarChart.Row, at place: RowLayout.Row, to shapes: inout [Shape]
  ) {
    shapes += layout.label(place)
    switch row.content {
    case .hidden: break
    case .banded(let negative, let neutral, let positive):
      addBars([negative], [.negativeTogether], side: -1, at: place, to: &shapes)
      addBars([positive], [.positiveTogether], side: 1, at: place, to: &shapes)
      addColumns(chart.options.neutral == nil ? [] : [neutral], at: place, to: &shapes)
    case .shares(let shares):
      addBars(
        Self.exact(shares.negative.reversed()), negativeSwatches, side: -1, at: place, to: &shapes)
      addBars(Self.exact(shares.positive), positiveSwatches, side: 1, at: place, to: &shapes)
      let middle = chart.options.neutral == nil ? [] : [shares.neutral]
      addColumns(
        (middle + shares.apart).map { $0.map { DivergingBarChart.Band($0) } }, at: place,
        to: &shapes)
    }
  }

  private func reason(_ row: DivergingBarChart.Row, at place: RowLayout.Row) -> [Shape] {
    guard case .hidden(let words) = row.content else { return [] }
    let left = canvas.labelsAbove ? 0 : canvas.width - zero > 160 ? zero + 8 : layout.plotLeft + 8
    return layout.reason(words, in: place, from: left, to: canvas.width)
  }

  /// Adds bars from the zero line outward: to the right for side 1, to the left for side −1.
  private func addBars(
    _ bands: [DivergingBarChart.Band], _ swatches: [Swatch], side: Double,
    at place: RowLayout.Row, to shapes: inout [Shape]
  ) {
    var start = zero
    for (band, swatch) in zip(bands, swatches) {
      let length = band.share * unit
      defer { start += side * length }
      guard band.share > 0 else { continue }
      let left = side > 0 ? start : start - length
      shapes.append(
        .box(left, place.middle - barHeight / 2, length, barHeight, fill: swatch.colour))
      guard band.share >= 0.07 else { continue }
      let number = band.text
      let room = TypeWidth.of(number, fontSize: canvas.valueSize) + 1
      if length >= room { shapes.append(value(number, left + length / 2, place, swatch.label)) }
    }
  }

  private static func exact(_ shares: some Sequence<Double>) -> [DivergingBarChart.Band] {
    shares.map { DivergingBarChart.Band($0) }
  }

  private func value(
    _ number: String, _ x: Double, _ place: RowLayout.Row, _ colour: Colour?
  ) -> Shape {
    .text(
      x, place.middle + canvas.valueSize * 0.35, number, colour == nil ? "value" : "inside",
      size: canvas.valueSize,
      anchor: .middle, fill: colour)
  }

  /// Adds the numbers at the right edge; the neutral one stands on its colour.
  private func addColumns(
    _ bands: [DivergingBarChart.Band?], at place: RowLayout.Row, to shapes: inout [Shape]
  ) {
    for (index, band) in bands.enumerated() {
      guard let band else { continue }
      let left = columnLeft(index)
      let swatch: Swatch? = index == 0 && chart.options.neutral != nil ? .neutral : nil
      if let swatch {
        shapes.append(
          .box(left, place.middle - barHeight / 2, columnWidth, barHeight, fill: swatch.colour))
      }
      // The shares apart are not of the answers, as the bars are; their sign sets them off.
      let isApart =
        index >= bands.count - chart.options.apart.count && bands.count == headings.count
      let text = isApart ? NumberStyle.percent().text(band.share) : band.text
      shapes.append(value(text, left + columnWidth / 2, place, swatch?.label))
    }
  }
}

extension DivergingBarChart.Content {
  /// Shares left and right of the line, or nil in a hidden row.
  var sums: (negative: Double, positive: Double)? {
    switch self {
    case .shares(let shares): (shares.negative.reduce(0, +), shares.positive.reduce(0, +))
    case .banded(let negative, _, let positive): (negative.share, positive.share)
    case .hidden: nil
    }
  }
}
