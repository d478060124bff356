import Testing

@testable import ReportDocument

@Suite struct DivergingBarDrawingTests {
  static let charts = [
    SampleCharts.fivePoints, SampleCharts.elevenPoints, SampleCharts.fourPoints,
  ]

  @Test(arguments: charts, Canvas.all.indices)
  func everyNumberOnABarIsReadableAndInsideIt(chart: DivergingBarChart, canvas: Int) throws {
    let drawn = Drawn(DivergingBarDrawing(chart, on: Canvas.all[canvas]).shapes)
    for text in drawn.texts where text.style == "inside" {
      let box = try #require(
        drawn.boxes.first { box in
          (box.x...(box.x + box.width)).contains(text.x)
            && (box.y...(box.y + box.height)).contains(text.y)
        })
      let (ground, ink) = try (#require(box.fill), #require(text.fill))
      #expect(ground.contrast(with: ink) >= 4.5)
      #expect(text.width <= box.width)
    }
  }

  @Test(arguments: charts, Canvas.all.indices)
  func nothingLeavesTheCanvas(chart: DivergingBarChart, canvas: Int) {
    let canvas = Canvas.all[canvas]
    let drawing = DivergingBarDrawing(chart, on: canvas)
    let drawn = Drawn(drawing.shapes)
    for text in drawn.texts {
      #expect(text.left >= -0.1 && text.right <= canvas.width + 0.1, "\(text.words)")
      #expect(text.y <= drawing.height)
    }
    for box in drawn.boxes { #expect(box.x >= 0 && box.x + box.width <= canvas.width + 0.1) }
  }

  @Test(arguments: charts, Canvas.all.indices)
  func barsLieSideBySideAndMeetAtTheZeroLine(chart: DivergingBarChart, canvas: Int) throws {
    let drawn = Drawn(DivergingBarDrawing(chart, on: Canvas.all[canvas]).shapes)
    let zero = try #require(drawn.lines.first { $0.style == "zero" }).x1
    for (_, row) in Dictionary(grouping: drawn.boxes, by: \.y) {
      let bars = row.sorted { $0.x < $1.x }
      for (left, right) in zip(bars, bars.dropFirst()) {
        #expect(left.x + left.width <= right.x + 0.11)
      }
      #expect(bars.contains { abs($0.x - zero) < 0.11 || abs($0.x + $0.width - zero) < 0.11 })
    }
  }

  @Test func aHiddenRowSaysWhyAndHasNoBar() {
    let chart = DivergingBarChart(
      words: SampleCharts.fivePoints.words, options: SampleCharts.agreement,
      rows: [.init("a", .hidden(reason: "hidden: fewer than 5"))])
    let drawn = Drawn(DivergingBarDrawing(chart, on: .wide).shapes)
    #expect(drawn.boxes.isEmpty)
    #expect(drawn.texts.contains { $0.words == "hidden: fewer than 5" && $0.style == "reason" })
  }

  @Test func numbersStandInBarsFromSevenPercentUp() {
    let chart = DivergingBarChart(
      words: SampleCharts.fourPoints.words, options: SampleCharts.four,
      rows: [.init("a", .shares(.init(ordered: [0.069, 0.07, 0.5, 0.361], of: SampleCharts.four)))])
    let numbers = Drawn(DivergingBarDrawing(chart, on: .wide).shapes).texts
      .filter { $0.style == "inside" }.map(\.words)
    #expect(Set(numbers) == ["7", "50", "36"])
  }

  @Test func neutralAndOtherOptionsHaveColumnsAtTheRightEdge() throws {
    let drawn = Drawn(DivergingBarDrawing(SampleCharts.fivePoints, on: .wide).shapes)
    let ends = drawn.boxes.filter { $0.fill != Palette.neutral }.map { $0.x + $0.width }
    let neutral = drawn.boxes.filter { $0.fill == Palette.neutral }
    #expect(neutral.count == 4 && Set(neutral.map(\.x)).count == 1)
    let column = try #require(neutral.first)
    #expect(column.x > ends.max() ?? 0)
    let apart = drawn.texts.filter { $0.style == "value" }
    // They have a sign, because they are shares of something else than the bars.
    #expect(apart.map(\.words) == ["0\u{A0}%", "3\u{A0}%", "11\u{A0}%"])
    #expect(apart.allSatisfy { $0.left > column.x + column.width })
  }

  @Test func longLabelsTakeTwoLinesWideAndThreeNarrow() {
    for (canvas, most) in [(Canvas.wide, 2), (.narrow, 3)] {
      let drawn = Drawn(DivergingBarDrawing(SampleCharts.fivePoints, on: canvas).shapes)
      let labels = drawn.texts.filter { $0.style == "label" }.map(\.words)
      let cut = labels.firstIndex { $0.hasSuffix("…") } ?? 0
      #expect(cut >= most - 1)
      #expect(drawn.titles.contains { $0.hasPrefix("My visitor and I") && $0.hasSuffix("lists.") })
    }
  }

  @Test(arguments: 2...11)
  func anyNumberOfOptionsIsDrawn(count: Int) {
    let side = count / 2
    let options = DivergingBarChart.Options(
      negative: (0..<side).map { "n\($0)" }, neutral: count % 2 == 1 ? "m" : nil,
      positive: (0..<side).map { "p\($0)" })
    let shares = [Double](repeating: 1 / Double(count), count: count)
    let chart = DivergingBarChart(
      words: SampleCharts.fourPoints.words, options: options,
      rows: [.init("a", .shares(.init(ordered: shares, of: options)))])
    let boxes = Drawn(DivergingBarDrawing(chart, on: .wide).shapes).boxes
    #expect(boxes.count == count && Set(boxes.map(\.fill)).count == count)
  }
}
