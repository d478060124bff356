extension MarkupWriter {
  /// Writes a shape as SVG.
  mutating func shape(_ shape: Shape) {
    switch shape {
    case .line(let line):
      void(
        .line,
        [
          .init("x1", line.x1), .init("y1", line.y1), .init("x2", line.x2), .init("y2", line.y2),
          .style(line.style),
        ])
    case .box(let box): self.box(box)
    case .text(let text): self.label(text)
    case .mark(let series, let x, let y): mark(series, x, y)
    case .titled(let title, let shapes):
      start(.g)
      element(.title, language(of: title), title)
      for shape in shapes { self.shape(shape) }
      end(.g)
    }
  }

  private mutating func box(_ box: Shape.Box) {
    let look: Attribute =
      switch box.look {
      case .fill(let colour): .init("fill", colour)
      case .style(let name): .style(name)
      }
    void(
      .rect,
      [
        .init("x", box.x), .init("y", box.y), .init("width", box.width),
        .init("height", box.height), look,
      ])
  }

  private mutating func label(_ text: Shape.Text) {
    var attributes: [Attribute] = [
      .init("x", text.x), .init("y", text.y), .style(text.style), .init("font-size", text.size),
    ]
    if text.anchor != .start { attributes.append(.init("text-anchor", text.anchor.rawValue)) }
    if let fill = text.fill { attributes.append(.init("fill", fill)) }
    element(.text, attributes + language(of: text.words), text.words)
  }

  private mutating func mark(_ series: Int, _ x: Double, _ y: Double) {
    guard series > 0 else {
      void(.circle, [.init("cx", x), .init("cy", y), .init("r", 6.0), .style("first")])
      return
    }
    let place = [x, y - 7].map { FixedDecimal.text($0, decimals: 1) }.joined(separator: " ")
    void(.path, [.init("d", "M\(place)l7 7l-7 7l-7 -7z"), .style("second")])
  }
}
