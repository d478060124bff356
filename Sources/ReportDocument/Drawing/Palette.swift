/// The colours of ordered options: brown for negative ones, teal for positive ones, which the
/// common deficiencies of colour vision leave apart.
enum Palette {
  /// Text on light ground.
  static let ink = Colour(0x1A1D21)
  /// The middle option.
  static let neutral = Colour(0xD3D6DA)
  private static let negativeEnd = Colour(0x8C510A)
  private static let negativeNear = Colour(0xDFB56A)
  private static let positiveEnd = Colour(0x01665E)
  private static let positiveNear = Colour(0x67BDB3)

  /// Colours of the negative options, the most negative first.
  static func negative(_ count: Int) -> [Colour] {
    steps(count, from: negativeEnd, to: negativeNear)
  }

  /// Colours of the positive options, the most positive last.
  static func positive(_ count: Int) -> [Colour] {
    steps(count, from: positiveEnd, to: positiveNear).reversed()
  }

  /// All negative options taken together.
  static let negativeTogether = negativeEnd.mixed(with: negativeNear, 0.5)
  /// All positive options taken together.
  static let positiveTogether = positiveEnd.mixed(with: positiveNear, 0.5)

  /// Two steps are the two named colours, more lie between them, a single one halfway.
  private static func steps(_ count: Int, from end: Colour, to near: Colour) -> [Colour] {
    guard count > 1 else { return count == 1 ? [end.mixed(with: near, 0.5)] : [] }
    return (0..<count).map { end.mixed(with: near, Double($0) / Double(count - 1)) }
  }
}
