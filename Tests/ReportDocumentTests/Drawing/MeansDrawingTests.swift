import Testing

@testable import ReportDocument

@Suite struct MeansDrawingTests {
  @Test(arguments: Canvas.all.indices)
  func nothingLeavesTheCanvas(index: Int) {
    let canvas = Canvas.all[index]
    for chart in [SampleCharts.dumbbell, SampleCharts.singleSeries] {
      let drawing = MeansDrawing(chart, on: canvas)
      let drawn = Drawn(drawing.shapes)
      for text in drawn.texts {
        #expect(text.left >= -0.1 && text.right <= canvas.width + 0.1, "\(text.words)")
        #expect(text.y <= drawing.height)
      }
      for line in drawn.lines { #expect(line.x1 >= 0 && line.x2 <= canvas.width) }
    }
  }

  @Test func intervalsOfOneRowNeverHideEachOther() {
    let lines = Drawn(MeansDrawing(SampleCharts.dumbbell, on: .wide).shapes).lines
    let first = Set(lines.filter { $0.style == "interval first" }.map(\.y1))
    let second = Set(lines.filter { $0.style == "interval second" }.map(\.y1))
    #expect(first.count == 3 && second.count == 2 && first.isDisjoint(with: second))
  }

  @Test func valuesBeyondTheAxisAreDrawnAtItsEnd() {
    let chart = MeansChart(
      words: SampleCharts.dumbbell.words, series: ["a"],
      axis: .init(lower: 1, upper: 5, ticks: [1, 5]), rows: [.init("r", [.init(3, 0...9)])])
    let lines = Drawn(MeansDrawing(chart, on: .wide).shapes).lines
    let ticks = lines.filter { $0.style == "grid" }.map(\.x1)
    let interval = lines.first { $0.style == "interval first" }
    #expect(interval?.x1 == ticks.min() && interval?.x2 == ticks.max())
  }

  @Test func aMissingMarkIsExplainedBesideTheOther() {
    let drawn = Drawn(MeansDrawing(SampleCharts.dumbbell, on: .wide).shapes)
    let reason = drawn.texts.first { $0.words == "visitors hidden: fewer than 5" }
    let interval = drawn.lines.first { $0.style == "interval first" && $0.x1 > 500 }
    #expect(reason != nil && interval != nil)
    #expect((reason?.right ?? .infinity) < (interval?.x1 ?? 0))
  }
}
