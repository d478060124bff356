extension HTMLComposer {
  /// Writes a chart: its title, legend, the drawing for wide and for narrow screens, and its table
  /// folded.
  mutating func write(_ chart: Chart, number: Int) {
    page.start(.figure)
    page.elementOfWords(.figcaption, [], chart.words.title)
    writeLegend(of: chart)
    for canvas in [Canvas.wide, .narrow] { draw(chart, on: canvas, number: number) }
    if !chart.words.order.isEmpty { page.elementOfWords(.p, [.style("note")], chart.words.order) }
    page.start(.details, [.style("numbers")])
    page.element(.summary, FixedWords.numbers)
    write(chart.words.table)
    page.end(.details)
    page.end(.figure)
  }

  private mutating func draw(_ chart: Chart, on canvas: Canvas, number: Int) {
    let (height, shapes) = chart.drawn(on: canvas)
    // Anchors hold no underscore, so these ids are free.
    let (title, description) = (
      "_chart\(number)-\(canvas.name)-t", "_chart\(number)-\(canvas.name)-d"
    )
    let size = [canvas.width, height.rounded(.up)].map { FixedDecimal.text($0, decimals: 0) }
    page.start(
      .svg,
      [
        .style("chart " + canvas.name), .init("viewBox", "0 0 " + size.joined(separator: " ")),
        .init("role", "img"), .init("aria-labelledby", title + " " + description),
      ])
    page.element(
      .title, [.init("id", title)] + page.language(of: chart.words.title), chart.words.title)
    page.element(.desc, [.init("id", description)], chart.words.description)
    for shape in shapes { page.shape(shape) }
    page.end(.svg)
  }

  private mutating func writeLegend(of chart: Chart) {
    switch chart {
    case .divergingBars(let chart): writeLegend(of: chart)
    case .means(let chart):
      guard chart.series.count > 1 else { return }
      writeLegend(chart.shownSeries.map { (.mark($0, 8, 8), chart.series[$0]) })
    case .line(let chart):
      guard chart.points.contains(where: \.standsOut) else { return }
      writeLegend([(.mark(1, 8, 8), FixedWords.standsOut)])
    case .histogram, .bars: break
    }
  }

  private mutating func writeLegend(of chart: DivergingBarChart) {
    let options = chart.options
    let hasShares = chart.rows.contains { row in
      if case .shares = row.content { true } else { false }
    }
    let hasBands = chart.rows.contains { row in
      if case .banded = row.content { true } else { false }
    }
    var entries: [(Colour, String)] = []
    if hasShares {
      entries += zip(Palette.negative(options.negative.count), options.negative)
      entries += zip(Palette.positive(options.positive.count), options.positive)
    }
    if hasShares || hasBands, let neutral = options.neutral {
      entries.append((Palette.neutral, neutral))
    }
    if hasBands {
      entries.append((Palette.negativeTogether, options.negativeTogether))
      entries.append((Palette.positiveTogether, options.positiveTogether))
    }
    writeLegend(entries.map { colour, name in (.box(1, 1, 14, 14, fill: colour), name) })
  }

  private mutating func writeLegend(_ entries: [(mark: Shape, name: String)]) {
    guard !entries.isEmpty else { return }
    page.start(.ul, [.style("legend")])
    for entry in entries {
      page.start(.li)
      page.start(
        .svg,
        [
          .init("viewBox", "0 0 16 16"), .init("width", 16.0), .init("height", 16.0),
          .init("aria-hidden", "true"),
        ])
      page.shape(entry.mark)
      page.end(.svg)
      page.words(entry.name)
      page.end(.li)
    }
    page.end(.ul)
  }
}

extension Chart {
  /// The chart's shapes on one canvas, and the height they need.
  func drawn(on canvas: Canvas) -> (height: Double, shapes: [Shape]) {
    switch self {
    case .divergingBars(let chart):
      let drawing = DivergingBarDrawing(chart, on: canvas)
      return (drawing.height, drawing.shapes)
    case .means(let chart):
      let drawing = MeansDrawing(chart, on: canvas)
      return (drawing.height, drawing.shapes)
    case .histogram(let chart):
      let drawing = HistogramDrawing(chart, on: canvas)
      return (drawing.height, drawing.shapes)
    case .bars(let chart):
      let drawing = BarDrawing(chart, on: canvas)
      return (drawing.height, drawing.shapes)
    case .line(let chart):
      let drawing = LineDrawing(chart, on: canvas)
      return (drawing.height, drawing.shapes)
    }
  }
}
