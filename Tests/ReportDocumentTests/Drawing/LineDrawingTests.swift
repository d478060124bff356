import Testing

@testable import ReportDocument

@Suite struct LineDrawingTests {
  @Test(arguments: Canvas.all.indices) func timesDoNotTouchAndTheLastIsThere(index: Int) throws {
    for count in [1, 3, 12, 60] {
      let drawn = Drawn(LineDrawing(chart(count), on: Canvas.all[index]).shapes)
      let times = drawn.texts.filter { $0.anchor == .middle }.sorted { $0.left < $1.left }
      for (left, right) in zip(times, times.dropFirst()) { #expect(left.right <= right.left) }
      #expect(times.last?.words == "2025-01-\(count)")
      #expect(times.allSatisfy { $0.left >= 0 && $0.right <= Canvas.all[index].width + 1e-9 })
    }
  }

  /// The axis goes from 0 to 10 over 140 units below the 12 at the top.
  @Test func aPointStandsWhereItsValueIs() {
    let shapes = LineDrawing(chart(3), on: .wide).shapes
    let places = shapes.compactMap {
      if case .mark(let series, _, let y) = $0 { (series, y) } else { nil }
    }
    #expect(places.map(\.0) == [0, 0, 1])
    for (place, value) in zip(places, [1.0, 2, 3]) {
      #expect(abs(place.1 - (152 - value * 14)) < 1e-9)
    }
  }

  @Test func pointsAreJoinedAndHeldAgainstLimits() {
    let lines = Drawn(LineDrawing(chart(3), on: .wide).shapes).lines
    #expect(lines.count { $0.style == "interval first" } == 2)
    #expect(lines.count { $0.style == "mean" } == 2)
    #expect(lines.count { $0.style == "zero" } == 1)
    #expect(lines.count { $0.style == "gap" } == 1)
  }

  @Test func theTextHasARowForEachTime() {
    let text = TerminalRenderer(width: 80, usesStyles: false).render(
      Document(title: "", blocks: [.chart(.line(chart(3)))]))
    #expect(text.contains("2025-01-3") && text.contains("◆"))
    #expect(text.contains("limits 0 to 8, centre 4"))
  }

  private func chart(_ count: Int) -> LineChart {
    LineChart(
      words: ChartWords(
        title: "Visitors", description: "More each month.",
        table: Table(caption: "Visitors", columns: [.init("Month", .text)], rows: [])),
      axis: .init(lower: 0, upper: 10, ticks: [0, 5, 10]),
      points: (1...count).map {
        .init("2025-01-\($0)", Double($0), $0 == 1 ? 0...2 : nil, standsOut: $0 == count)
      }, limits: .init(lower: 0, centre: 4, upper: 8))
  }
}
