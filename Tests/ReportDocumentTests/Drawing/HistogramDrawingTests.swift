import Testing

@testable import ReportDocument

@Suite struct HistogramDrawingTests {
  @Test(arguments: Canvas.all.indices)
  func numbersOfTheAxisDoNotTouch(index: Int) {
    for count in [4, 12, 40, 100] {
      let chart = HistogramChart(
        words: SampleCharts.ages.words,
        bins: (0..<count).map { .init(Double($0), Double($0 + 1), count: $0 % 9) },
        axisLabel: "a label that is much too long for a drawing of any width and so is cut off at "
          + "its end, as every other text is, and then goes on for a while",
        style: .plain(decimals: 1), mean: Double(count))
      let drawing = HistogramDrawing(chart, on: Canvas.all[index])
      let texts = Drawn(drawing.shapes).texts
      for (_, row) in Dictionary(grouping: texts, by: \.y) {
        let sorted = row.sorted { $0.left < $1.left }
        for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(left.right <= right.left) }
      }
      for text in texts {
        #expect(text.left >= -12 && text.right <= Canvas.all[index].width + 12, "\(text.words)")
      }
    }
  }

  @Test func heightsFollowTheCounts() {
    let boxes = Drawn(HistogramDrawing(SampleCharts.ages, on: .wide).shapes).boxes
    #expect(boxes.map(\.height).max() == 160)
    #expect(abs((boxes.first?.height ?? 0) - 160 * 2 / 58) < 0.1)
  }

  @Test func theMeanIsMarkedAndNamed() {
    let drawn = Drawn(HistogramDrawing(SampleCharts.ages, on: .wide).shapes)
    #expect(drawn.texts.contains { $0.words == "mean 3.4" })
    let place = 12 + (3.36 - 1) / 4 * 696
    #expect(drawn.lines.contains { $0.style == "mean" && abs($0.x1 - place) < 0.1 })
  }
}
