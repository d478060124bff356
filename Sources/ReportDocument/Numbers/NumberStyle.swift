/// How a number is written for a reader; the one place where numbers are rounded.
///
/// Written for English: a point before decimals, a comma between thousands of a count, no zero
/// before the point of a coefficient. Minus is U+2212 (−) in all texts for readers, a negative
/// zero is never written, and a space before `%` does not break.
package enum NumberStyle: Sendable, Hashable {
  /// Without the zero before the point: `.78`, `−.05`, `1.02`.
  case coefficient(decimals: Int = 2)
  /// A mean: `3.7`.
  case mean(decimals: Int = 1)
  /// A mean or a difference with its sign: `+0.3`, `−0.3`, `0.0`.
  case signed(decimals: Int = 1)
  /// A share between 0 and 1 as percent: `58 %`.
  case percent(decimals: Int = 0)
  /// A share difference between −1 and 1 in percentage points with its sign: `+12`.
  case points
  /// A whole number: `1,234`.
  case count
  /// A probability: `.004`, `< .001`, `> .999`.
  case pValue
  /// Any other number.
  case plain(decimals: Int)
}

extension NumberStyle {
  /// Writes one number. A value that is not finite is written as "undefined".
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "undefined" }
    let digits = textWithoutUnit(value)
    if case .percent = self { return digits + "\u{A0}%" }
    return digits
  }

  /// Writes two limits: ".67 to .86", "12 to 20 %".
  package func text(lower: Double, upper: Double) -> String {
    if case .percent = self, lower.isFinite { return "\(textWithoutUnit(lower)) to \(text(upper))" }
    return "\(text(lower)) to \(text(upper))"
  }

  /// Writes a number with its interval: "0.5 (95 % interval 0.2 to 0.9)".
  ///
  /// - Parameter level: coverage of the interval as a share, such as 0.95.
  package func text(_ value: Double, lower: Double, upper: Double, level: Double) -> String {
    let coverage = NumberStyle.level(level)
    return "\(text(value)) (\(coverage) interval \(text(lower: lower, upper: upper)))"
  }

  /// Writes the level of an interval with as many decimals as it has, as no level stands for another:
  /// "95 %", "97.5 %", "99.9 %".
  package static func level(_ level: Double) -> String {
    let exact = (0...4).first { decimals in
      let scale = (0..<decimals).reduce(100.0) { scale, _ in scale * 10 }
      return abs(level * scale - (level * scale).rounded()) < 1e-7
    }
    return NumberStyle.percent(decimals: exact ?? 4).text(level)
  }

  /// The number without the unit behind it.
  func textWithoutUnit(_ value: Double) -> String {
    switch self {
    case .coefficient(let decimals):
      Self.withoutLeadingZero(Self.fixed(value, decimals))
    case .mean(let decimals), .plain(let decimals):
      Self.fixed(value, decimals)
    case .signed(let decimals):
      Self.withPlus(Self.fixed(value, decimals))
    case .percent(let decimals):
      Self.fixed(value, decimals, shift: 2)
    case .points:
      Self.withPlus(Self.fixed(value, 0, shift: 2))
    case .count:
      Self.grouped(Self.fixed(value, 0))
    case .pValue:
      Self.probability(value)
    }
  }

  private static func fixed(_ value: Double, _ decimals: Int, shift: Int = 0) -> String {
    let digits = FixedDecimal.text(value, decimals: decimals, shift: shift)
    return digits.utf8.first == UInt8(ascii: "-") ? "\u{2212}" + digits.dropFirst() : digits
  }

  private static func withoutLeadingZero(_ digits: String) -> String {
    if digits.hasPrefix("0.") { return String(digits.dropFirst()) }
    if digits.hasPrefix("\u{2212}0.") { return "\u{2212}" + digits.dropFirst(2) }
    return digits
  }

  private static func withPlus(_ digits: String) -> String {
    let isPositive = !digits.hasPrefix("\u{2212}") && digits.contains { ("1"..."9").contains($0) }
    return isPositive ? "+" + digits : digits
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    guard digits.allSatisfy({ $0.isNumber || $0 == "\u{2212}" }) else { return digits }
    var result = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0 && place % 3 == 0 && digit.isNumber { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }

  private static func probability(_ value: Double) -> String {
    if value < 0.001 { return "< .001" }
    if value > 0.999 { return "> .999" }
    return withoutLeadingZero(fixed(value, 3))
  }
}
