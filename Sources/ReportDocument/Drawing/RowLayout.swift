/// Where the rows of a chart stand, and their labels.
struct RowLayout {
  /// One row.
  struct Row {
    /// The label as given.
    let label: String
    /// The label's lines as drawn.
    let lines: [String]
    /// Baseline of the first line.
    let firstBaseline: Double
    /// Middle of the row's bar.
    let middle: Double
  }

  /// The rows, top to bottom.
  private(set) var rows: [Row] = []
  /// Where the last row ends.
  private(set) var bottom: Double
  /// Left edge of the bars.
  let plotLeft: Double
  private let canvas: Canvas
  private let top: Double
  private let barHeight: Double

  /// Places the rows.
  ///
  /// - Parameter barHeight: height of the bar or lane of a row.
  /// - Parameter labelLimit: the most room that labels may take left of the bars.
  init(_ labels: [String], on canvas: Canvas, top: Double, barHeight: Double, labelLimit: Double) {
    self.canvas = canvas
    self.top = top
    self.barHeight = barHeight
    let natural = labels.map { TypeWidth.of($0, fontSize: canvas.labelSize) }.max() ?? 0
    let room = canvas.labelsAbove ? canvas.width : min(max(natural, 120), labelLimit)
    plotLeft = canvas.labelsAbove ? 0 : room + 16
    let wrapper = LineWrapper.type(room, fontSize: canvas.labelSize)
    let texts = labels.map { VisibleText.clean($0) }
    let wrapped = texts.map { wrapper.lines($0, atMost: canvas.labelLineLimit) }
    let mostLines = Double(wrapped.map(\.count).max() ?? 1)
    bottom = top
    for (label, lines) in zip(texts, wrapped) {
      let textHeight = Double(lines.count) * canvas.lineHeight
      if canvas.labelsAbove {
        let middle = bottom + textHeight + 5 + barHeight / 2
        rows.append(
          Row(label: label, lines: lines, firstBaseline: bottom + 12, middle: middle))
        bottom = middle + barHeight / 2 + 13
      } else {
        let height = max(barHeight + 12, mostLines * canvas.lineHeight + 10)
        let middle = bottom + height / 2
        let baseline = middle - textHeight / 2 + canvas.labelSize * 0.85
        rows.append(Row(label: label, lines: lines, firstBaseline: baseline, middle: middle))
        bottom += height
      }
    }
  }

  /// Draws a vertical line through all rows; where labels stand above the bars, it leaves them out.
  func vertical(_ x: Double, _ style: String) -> [Shape] {
    guard canvas.labelsAbove else { return [.line(x, top, x, bottom, style)] }
    let reach = barHeight / 2 + 4
    return rows.map { .line(x, $0.middle - reach, x, $0.middle + reach, style) }
  }

  /// Draws a row's label; a label that was cut tells its full text when pointed at.
  func label(_ row: Row) -> [Shape] {
    let isCut = row.lines.last?.hasSuffix("…") == true && !row.label.hasSuffix("…")
    let lines = row.lines.enumerated().map { index, line in
      Shape.text(
        0, row.firstBaseline + Double(index) * canvas.lineHeight, line, "label",
        size: canvas.labelSize)
    }
    return isCut ? [.titled(row.label, lines)] : lines
  }

  /// Draws the reason why a row has no bar.
  func reason(_ words: String, in row: Row, from left: Double, to right: Double) -> [Shape] {
    let wrapper = LineWrapper.type(right - left, fontSize: canvas.valueSize)
    let lines = wrapper.lines(VisibleText.clean(words), atMost: 2)
    let top = row.middle - Double(lines.count - 1) * 7
    return lines.enumerated().map { index, line in
      .text(left, top + Double(index) * 14 + 4, line, "reason", size: canvas.valueSize)
    }
  }
}
