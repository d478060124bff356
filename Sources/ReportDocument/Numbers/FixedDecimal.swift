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
    let scaled = roundedScaled(value.magnitude, power: decimals + shift)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    // Numbers of 64 bits, which most are, are written much faster.
    if let scaled = UInt64(exactly: scaled) { return sign + pointed(scaled, decimals: decimals) }
    return sign + pointed(scaled, decimals: decimals)
  }

  /// The digits with a point before the last ones.
  private static func pointed<Whole: UnsignedInteger & FixedWidthInteger>(
    _ scaled: Whole, decimals: Int
  ) -> String {
    guard decimals > 0 else { return String(scaled) }
    let unit = (0..<decimals).reduce(Whole(1)) { product, _ in product * 10 }
    let fraction = String(scaled % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return String(scaled / unit) + "." + zeros + fraction
  }

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
