import Testing

@testable import ReportDocument

@Suite struct BarDrawingTests {
  @Test(arguments: Canvas.all.indices, [1.0, 0.5, 0.26, 0.02])
  func barsAndTheirNumbersFit(index: Int, share: Double) {
    let canvas = Canvas.all[index]
    let chart = BarChart(
      words: SampleCharts.reasons.words,
      rows: [.init("one", .share(share)), .init("two", .share(share / 2))])
    let drawn = Drawn(BarDrawing(chart, on: canvas).shapes)
    for text in drawn.texts { #expect(text.right <= canvas.width + 0.1) }
    #expect(abs((drawn.boxes[0].width / drawn.boxes[1].width) - 2) < 0.1)
  }

  @Test func aHiddenRowSaysWhyAndHasNoBar() {
    let drawn = Drawn(BarDrawing(SampleCharts.reasons, on: .narrow).shapes)
    #expect(drawn.boxes.count == 3)
    #expect(drawn.texts.contains { $0.words == "hidden: fewer than 5 visitors" })
  }
}
