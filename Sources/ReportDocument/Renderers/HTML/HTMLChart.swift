extension HTMLComposer {
  /// A chart: its title, legend, the drawing for wide and for narrow screens, and its table folded.
  func figure(for chart: Chart, number: Int) -> Markup {
    let words = chart.words
    let order = words.order.isEmpty ? [] : [Markup.tag(.p, [.init("class", "note")], words.order)]
    let drawings = [Canvas.wide, .narrow].map { drawing(of: chart, on: $0, number: number) }
    return .tag(
      .figure, [],
      [.tag(.figcaption, [], words.title), legend(of: chart)] + drawings + order + [
        .tag(
          .details, [.init("class", "numbers")],
          [.tag(.summary, [], FixedWords.numbers), table(words.table)])
      ])
  }

  private func drawing(of chart: Chart, on canvas: Canvas, number: Int) -> Markup {
    let (height, shapes) = chart.drawn(on: canvas)
    // Anchors hold no underscore, so these ids are free.
    let (title, description) = (
      "_chart\(number)-\(canvas.name)-t", "_chart\(number)-\(canvas.name)-d"
    )
    let size = [canvas.width, height.rounded(.up)].map { FixedDecimal.text($0, decimals: 0) }
    return .tag(
      .svg,
      [
        .init("class", "chart " + canvas.name),
        .init("viewBox", "0 0 " + size.joined(separator: " ")),
        .init("role", "img"), .init("aria-labelledby", title + " " + description),
      ],
      [
        .tag(.title, [.init("id", title)], chart.words.title),
        .tag(.desc, [.init("id", description)], chart.words.description),
      ] + shapes)
  }

  private func legend(of chart: Chart) -> Markup {
    switch chart {
    case .divergingBars(let chart): return legend(of: chart)
    case .means(let chart):
      guard chart.series.count > 1 else { return .none }
      return list(
        chart.series.enumerated().map { index, name in (Shape.mark(index, 8, 8), name) })
    case .histogram, .bars: return .none
    }
  }

  private func legend(of chart: DivergingBarChart) -> Markup {
    let options = chart.options
    var entries = Array(zip(Palette.negative(options.negative.count), options.negative))
    entries += zip(Palette.positive(options.positive.count), options.positive)
    if let neutral = options.neutral { entries.append((Palette.neutral, neutral)) }
    let hasBands = chart.rows.contains { row in
      if case .banded = row.content { true } else { false }
    }
    if hasBands {
      entries.append((Palette.negativeTogether, options.negativeTogether))
      entries.append((Palette.positiveTogether, options.positiveTogether))
    }
    return list(entries.map { colour, name in (Shape.box(1, 1, 14, 14, fill: colour), name) })
  }

  private func list(_ entries: [(mark: Markup, name: String)]) -> Markup {
    .tag(
      .ul, [.init("class", "legend")],
      entries.map { entry in
        let mark = Markup.tag(
          .svg,
          [
            .init("viewBox", "0 0 16 16"), .init("width", 16.0), .init("height", 16.0),
            .init("aria-hidden", "true"),
          ], [entry.mark])
        return .tag(.li, [], [mark, .text(entry.name)])
      })
  }
}

extension Chart {
  /// The chart's shapes on one canvas, and the height they need.
  func drawn(on canvas: Canvas) -> (height: Double, shapes: [Markup]) {
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
    }
  }
}
