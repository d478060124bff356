@testable import ReportDocument

/// The shapes of a drawing as values that a test can measure.
struct Drawn {
  struct Text {
    var words: String
    var x: Double
    var y: Double
    var size: Double
    var anchor: String
    var style: String
    var fill: String?

    var left: Double {
      switch anchor {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    }
    var right: Double { left + width }
    var width: Double { TypeWidth.of(words, fontSize: size) }
  }

  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var fill: String?
  }

  struct Line {
    var x1: Double
    var y1: Double
    var x2: Double
    var y2: Double
    var style: String
  }

  private(set) var texts: [Text] = []
  private(set) var boxes: [Box] = []
  private(set) var lines: [Line] = []
  private(set) var titles: [String] = []

  init(_ shapes: [Markup]) {
    for shape in shapes { add(shape) }
  }

  private mutating func add(_ shape: Markup) {
    guard case .element(let name, let list, let children) = shape else {
      if case .group(let shapes) = shape { for shape in shapes { add(shape) } }
      return
    }
    let values = Dictionary(list.map { ("\($0.name)", $0.value) }) { $1 }
    func number(_ name: String) -> Double { values[name].flatMap(Double.init) ?? 0 }
    switch name {
    case .rect:
      boxes.append(
        Box(
          x: number("x"), y: number("y"), width: number("width"), height: number("height"),
          fill: values["fill"]))
    case .line:
      lines.append(
        Line(
          x1: number("x1"), y1: number("y1"), x2: number("x2"), y2: number("y2"),
          style: values["class"] ?? ""))
    case .text:
      texts.append(
        Text(
          words: Self.words(children), x: number("x"), y: number("y"), size: number("font-size"),
          anchor: values["text-anchor"] ?? "start", style: values["class"] ?? "",
          fill: values["fill"]))
    case .title: titles.append(Self.words(children))
    default: for child in children { add(child) }
    }
  }

  private static func words(_ children: [Markup]) -> String {
    children.map { if case .text(let words) = $0 { words } else { "" } }.joined()
  }
}

extension Canvas {
  /// Both canvases.
  static let all = [Canvas.wide, .narrow]
}
