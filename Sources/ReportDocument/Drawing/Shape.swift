/// The shapes charts are drawn with; lengths in units of the canvas, from its top left corner.
enum Shape: Sendable, Hashable {
  /// A straight line.
  case line(Line)
  /// A rectangle.
  case box(Box)
  /// Words on a line.
  case text(Text)
  /// The mark of a series: a circle for the first, a diamond for the second.
  case mark(Int, Double, Double)
  /// Shapes that tell a text when pointed at.
  case titled(String, [Shape])

  /// A straight line; the style sheet knows its style.
  struct Line: Sendable, Hashable {
    var x1, y1, x2, y2: Double
    var style: String
  }

  /// A rectangle, filled with a colour of its own or as the style sheet says.
  struct Box: Sendable, Hashable {
    var x, y, width, height: Double
    var look: Look
  }

  /// How a rectangle is filled.
  enum Look: Sendable, Hashable {
    case fill(Colour)
    case style(String)
  }

  /// Words on a line.
  struct Text: Sendable, Hashable {
    var words: String
    /// The edge, or the middle, that `anchor` names.
    var x: Double
    /// The baseline.
    var y: Double
    var style: String
    var size: Double
    var anchor: Anchor
    var fill: Colour?
  }

  /// Which part of a text stands at its place.
  enum Anchor: String, Sendable, Hashable {
    case start, middle
  }
}

extension Shape {
  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> Shape {
    .line(Line(x1: x1, y1: y1, x2: x2, y2: y2, style: style))
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour
  ) -> Shape {
    .box(Box(x: x, y: y, width: width, height: height, look: .fill(fill)))
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, style: String
  ) -> Shape {
    .box(Box(x: x, y: y, width: width, height: height, look: .style(style)))
  }

  /// Text whose left edge or middle is at `x`, on the baseline `y`.
  static func text(
    _ x: Double, _ y: Double, _ words: String, _ style: String, size: Double,
    anchor: Anchor = .start, fill: Colour? = nil
  ) -> Shape {
    .text(Text(words: words, x: x, y: y, style: style, size: size, anchor: anchor, fill: fill))
  }
}
