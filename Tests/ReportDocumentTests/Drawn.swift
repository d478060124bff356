@testable import ReportDocument

/// The shapes of a drawing by their kind.
struct Drawn {
  private(set) var texts: [Shape.Text] = []
  private(set) var boxes: [Shape.Box] = []
  private(set) var lines: [Shape.Line] = []
  private(set) var titles: [String] = []

  init(_ shapes: [Shape]) {
    for shape in shapes { add(shape) }
  }

  private mutating func add(_ shape: Shape) {
    switch shape {
    case .text(let text): texts.append(text)
    case .box(let box): boxes.append(box)
    case .line(let line): lines.append(line)
    case .titled(let title, let shapes):
      titles.append(title)
      for shape in shapes { add(shape) }
    case .mark: break
    }
  }
}

extension Shape.Text {
  var left: Double { anchor == .middle ? x - width / 2 : x }
  var right: Double { left + width }
  var width: Double { TypeWidth.of(words, fontSize: size) }
}

extension Shape.Box {
  var fill: Colour? {
    if case .fill(let colour) = look { colour } else { nil }
  }
}

extension Colour {
  /// The colour as it is written.
  var hex: String {
    var buffer = TextBuffer()
    writeHex(to: &buffer)
    return buffer.text
  }
}

extension Canvas {
  /// Both canvases.
  static let all = [Canvas.wide, .narrow]
}
