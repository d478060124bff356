/// The measures of a drawing; every chart is drawn once for wide and once for narrow screens.
struct Canvas {
  /// Class of the drawing, by which the style sheet shows one of the two.
  let name: String
  /// Width of the drawing.
  let width: Double
  /// Whether a row's label stands above its bar instead of left of it.
  let labelsAbove: Bool
  /// Lines that a label may take.
  let labelLineLimit: Int
  /// Size of row labels.
  let labelSize: Double
  /// Size of numbers within bars.
  let valueSize: Double
  /// Size of axis numbers and column headings.
  let tickSize: Double

  /// For a column of text.
  static let wide = Canvas(
    name: "wide", width: 720, labelsAbove: false, labelLineLimit: 2, labelSize: 13.5,
    valueSize: 12.5, tickSize: 12)
  /// For a telephone.
  static let narrow = Canvas(
    name: "narrow", width: 340, labelsAbove: true, labelLineLimit: 3, labelSize: 13.5,
    valueSize: 11.5, tickSize: 11)

  /// Distance between the lines of a label.
  var lineHeight: Double { labelSize + 2 }
}

/// The shapes charts are drawn with.
enum Shape {
  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> Markup {
    .tag(
      .line,
      [.init("x1", x1), .init("y1", y1), .init("x2", x2), .init("y2", y2), .init("class", style)])
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour
  ) -> Markup {
    .tag(.rect, frame(x, y, width, height, .init("fill", fill.hex)))
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, style: String
  ) -> Markup {
    .tag(.rect, frame(x, y, width, height, .init("class", style)))
  }

  /// Text whose left edge, middle or right edge is at `x`, on the baseline `y`.
  static func text(
    _ x: Double, _ y: Double, _ words: String, _ style: String, size: Double,
    anchor: String = "start", fill: Colour? = nil
  ) -> Markup {
    var attributes: [Markup.Attribute] = [
      .init("x", x), .init("y", y), .init("class", style), .init("font-size", size),
    ]
    if anchor != "start" { attributes.append(.init("text-anchor", anchor)) }
    if let fill { attributes.append(.init("fill", fill.hex)) }
    return .tag(.text, attributes, words)
  }

  /// The mark of a series: a circle for the first, a diamond for the second.
  static func mark(_ series: Int, _ x: Double, _ y: Double) -> Markup {
    if series == 0 {
      return .tag(
        .circle, [.init("cx", x), .init("cy", y), .init("r", 6.0), .init("class", "first")])
    }
    let place = [x, y - 7].map { FixedDecimal.text($0, decimals: 1) }.joined(separator: " ")
    return .tag(.path, [.init("d", "M\(place)l7 7l-7 7l-7 -7z"), .init("class", "second")])
  }

  private static func frame(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ look: Markup.Attribute
  ) -> [Markup.Attribute] {
    [.init("x", x), .init("y", y), .init("width", width), .init("height", height), look]
  }
}
