/// A colour of a chart with the colour of the labels on it.
struct Swatch: Sendable, Hashable {
  /// The ground.
  let colour: Colour
  /// What is readable on it.
  let label: Colour

  init(_ colour: Colour) {
    self.colour = colour
    label = colour.labelColour
  }

  /// The middle option.
  static let neutral = Swatch(Palette.neutral)
  /// All negative options taken together.
  static let negativeTogether = Swatch(Palette.negativeTogether)
  /// All positive options taken together.
  static let positiveTogether = Swatch(Palette.positiveTogether)
}
