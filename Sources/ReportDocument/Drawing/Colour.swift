/// An opaque sRGB colour.
struct Colour: Sendable, Hashable {
  /// Channels from 0 to 255.
  let red, green, blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Makes a colour of six hexadecimal digits, as in `0x8C510A`.
  init(_ hex: UInt32) {
    self.init(Double(hex >> 16 & 255), Double(hex >> 8 & 255), Double(hex & 255))
  }

  /// Writes the colour as `#8c510a`.
  func writeHex(to output: inout TextBuffer) {
    output.append(ascii: UInt8(ascii: "#"))
    for channel in [red, green, blue] {
      let value = UInt8(channel.rounded())
      output.append(ascii: Self.digit(value >> 4))
      output.append(ascii: Self.digit(value & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The colour between this one and another; 0 is this one, 1 the other.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    Colour(
      (red + (other.red - red) * share).rounded(),
      (green + (other.green - green) * share).rounded(),
      (blue + (other.blue - blue) * share).rounded())
  }

  /// Relative luminance by WCAG 2: 0 for black, 1 for white.
  var luminance: Double {
    func linear(_ channel: Double) -> Double {
      let share = channel / 255
      return share <= 0.04045 ? share / 12.92 : power24((share + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast by WCAG 2: 1 for equal colours, 21 for black on white.
  func contrast(with other: Colour) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The colour for a label on this one: white or ink; black where neither reaches 4.5.
  var labelColour: Colour {
    [Colour(0xFFFFFF), Palette.ink].first { contrast(with: $0) >= 4.5 } ?? Colour(0)
  }

  /// `base` to the power of 2.4, by Newton's iteration for the fifth root.
  private func power24(_ base: Double) -> Double {
    guard base > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      let next = root - (root * fourth - base) / (5 * fourth)
      if next == root { break }
      root = next
    }
    return base * base * root * root
  }
}
