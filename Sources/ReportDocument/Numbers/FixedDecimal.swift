/// Digits of a number rounded to a fixed count of decimals.
///
/// The exact binary value is rounded, half to even: 2.675 is stored a little below 2.675 and
/// gives 2.67; 0.125 is stored exactly and gives 0.12.
enum FixedDecimal {
  /// From here on a number is written in its shortest form, such as `1e+21`.
  static let limit = 1e21

  /// Writes the digits with a hyphen-minus where the rounded number is below zero.
  ///
  /// - Parameter decimals: 0 to 15; other counts are brought into that range.
  /// - Parameter shift: powers of ten that the number is multiplied by before it is rounded.
  static func text(_ value: Double, decimals: Int, shift: Int = 0) -> String {
    guard value.isFinite else { return "undefined" }
    guard value.magnitude < limit else { return "\(value)" }
    let decimals = min(max(decimals, 0), 15)
    // Numbers of 64 bits, which most are, are rounded and written much faster.
    if let scaled = roundedScaled64(value.magnitude, power: decimals + shift) {
      return pointed(scaled, decimals: decimals, isNegative: value < 0)
    }
    let scaled = roundedScaled(value.magnitude, power: decimals + shift)
    return pointed(scaled, decimals: decimals, isNegative: value < 0)
  }

  /// Writes the digits to a tenth, and without it where it is zero: `12.5`, `12`.
  static func writeTenths(_ value: Double, to output: inout TextBuffer) {
    guard let tenths = roundedScaled64(value.magnitude, power: 1) else {
      output += text(value, decimals: 1)
      return
    }
    if value < 0 && tenths > 0 { output.append(ascii: UInt8(ascii: "-")) }
    output.append(Int(tenths / 10))
    if tenths % 10 > 0 {
      output.append(ascii: UInt8(ascii: "."))
      output.append(ascii: UInt8(ascii: "0") + UInt8(tenths % 10))
    }
  }

  /// The digits with a point before the last ones.
  private static func pointed<Whole: UnsignedInteger & FixedWidthInteger>(
    _ scaled: Whole, decimals: Int, isNegative: Bool
  ) -> String {
    // The largest number of 128 bits has 39 digits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
      var start = buffer.count
      var rest = scaled
      var count = 0
      repeat {
        if count == decimals && decimals > 0 {
          start -= 1
          buffer[start] = UInt8(ascii: ".")
        }
        start -= 1
        buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        count += 1
      } while rest > 0 || count <= decimals
      if isNegative && scaled > 0 {
        start -= 1
        buffer[start] = UInt8(ascii: "-")
      }
      return String(decoding: buffer[start...], as: UTF8.self)
    }
  }

  /// `magnitude` times 10 to `power`, rounded half to even; nil where doubles can't tell exactly.
  ///
  /// The product p of two doubles and its error fma(a, b, −p) are exact together.
  private static func roundedScaled64(_ magnitude: Double, power: Int) -> UInt64? {
    // 10^17 is a double; below 2^52 the fraction of a product is exact.
    guard (0...17).contains(power), magnitude.isZero || magnitude > 1e-250 else { return nil }
    let ten = powersOfTen[power]
    let product = magnitude * ten
    guard product < 0x1p52 else { return nil }
    let error = (-product).addingProduct(magnitude, ten)
    let whole = product.rounded(.down)
    let excess = product - whole - 0.5
    let roundsUp =
      excess > 0 || (excess == 0 && (error > 0 || (error == 0 && UInt64(whole) % 2 == 1)))
    return UInt64(whole) + (roundsUp ? 1 : 0)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  ]

  /// `magnitude` times 10 to `power`, rounded half to even, without a rounding before that.
  private static func roundedScaled(_ magnitude: Double, power: Int) -> UInt128 {
    guard magnitude > 0 else { return 0 }
    // magnitude = significand * 2^exponent; below 1e21 and with 17 powers of ten 127 bits suffice.
    let exponent = Int(magnitude.exponent) - 52
    let significand = UInt128((magnitude.significand * 0x1p52).rounded())
    let ten = (0..<power).reduce(UInt128(1)) { product, _ in product * 10 }
    let product = significand * ten
    guard exponent < 0 else { return product << exponent }
    guard exponent > -128 else { return 0 }
    let whole = product >> (-exponent)
    let rest = product - (whole << (-exponent))
    let half = UInt128(1) << (-exponent - 1)
    let roundsUp = rest > half || (rest == half && whole % 2 == 1)
    return whole + (roundsUp ? 1 : 0)
  }
}
