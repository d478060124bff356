/// A number as the unevaluated sum of two doubles, with about 31 decimal digits.
///
/// Sums over data are carried in this form, so that the one rounding that shows is the last.
/// Reference: Dekker (1971), Numerische Mathematik 18, 224–242, doi:10.1007/BF01397083.
struct DoubleDouble {
  var high: Double
  var low: Double

  init(_ value: Double) {
    high = value
    low = 0
  }

  init(integer value: Int128) {
    high = Double(value)
    low = Double(value - Int128(high))
  }

  /// `high` and `low`, where `low` is at most half a unit in the last place of `high`.
  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The sum of two doubles without rounding error.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let total = a + b
    let part = total - a
    return DoubleDouble(high: total, low: (a - (total - part)) + (b - part))
  }

  /// The product of two doubles without rounding error.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let product = a * b
    return DoubleDouble(high: product, low: (-product).addingProduct(a, b))
  }

  /// The nearest double.
  var rounded: Double { high + low }

  var isZero: Bool { high == 0 && low == 0 }

  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = sum(a.high, b.high)
    let low = sum(a.low, b.low)
    let middle = renormalized(high.high, high.low + low.high)
    return renormalized(middle.high, middle.low + low.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let main = product(a.high, b.high)
    return renormalized(main.high, main.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let third = (rest - b * DoubleDouble(second)).high / b.high
    return renormalized(first, second) + DoubleDouble(third)
  }

  static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }

  /// The number times a power of two, which rounds nothing.
  func scaled(by power: Double) -> DoubleDouble {
    DoubleDouble(high: high * power, low: low * power)
  }

  /// The square root of a number that is not negative.
  func squareRoot() -> DoubleDouble {
    guard high > 0 else { return DoubleDouble(0) }
    let root = high.squareRoot()
    let rest = self - DoubleDouble.product(root, root)
    return DoubleDouble.renormalized(root, rest.high / (2 * root))
  }

  /// The sum where |a| ≥ |b|.
  private static func renormalized(_ a: Double, _ b: Double) -> DoubleDouble {
    let total = a + b
    return DoubleDouble(high: total, low: b - (total - a))
  }
}

/// The quotient of two integers with one rounding.
func exactQuotient(_ numerator: Int128, _ denominator: Int128) -> Double {
  // Whole numbers that doubles hold are divided with one rounding by the processor.
  if let a = Int64(exactly: numerator), let b = Int64(exactly: denominator),
    a.magnitude <= 1 << 53, b.magnitude <= 1 << 53
  {
    return Double(a) / Double(b)
  }
  return (DoubleDouble(integer: numerator) / DoubleDouble(integer: denominator)).rounded
}

extension Double {
  /// The number itself, where it is one.
  func orOutOfRange() throws(NumericError) -> Double {
    guard isFinite else { throw .outOfRange }
    return self
  }
}
