/// Sums of powers of the deviations from the mean, in doubled precision.
///
/// The powers are in units of a power of two near the largest deviation, so that neither tiny nor
/// huge values leave the range of doubles.
struct Moments {
  let count: Int
  let exactSum: DoubleDouble
  let exactMean: DoubleDouble
  private let unit: Double
  private let squares: DoubleDouble
  private let cubes: DoubleDouble
  private let fourths: DoubleDouble

  init(of table: FrequencyTable) {
    count = table.count
    let base = table.values[0]
    var fromBase = DoubleDouble(0)
    var sum = DoubleDouble(0)
    for (value, count) in zip(table.values, table.counts) {
      fromBase += DoubleDouble.sum(value, -base) * DoubleDouble(Double(count))
      sum += DoubleDouble.product(value, Double(count))
    }
    let shift = fromBase / DoubleDouble(Double(table.count))
    let widest = max(table.maximum - base, .leastNormalMagnitude)
    unit = Double(sign: .plus, exponent: widest.isFinite ? widest.exponent : 0, significand: 1)
    var (squares, cubes, fourths) = (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
    for (value, count) in zip(table.values, table.counts) {
      let deviation = (DoubleDouble.sum(value, -base) - shift).scaled(by: 1 / unit)
      let square = deviation * deviation
      let times = DoubleDouble(Double(count))
      squares += square * times
      cubes += square * deviation * times
      fourths += square * square * times
    }
    exactSum = sum
    exactMean = DoubleDouble(base) + shift
    self.squares = squares
    self.cubes = cubes
    self.fourths = fourths
  }

  var mean: Double { exactMean.rounded }
  var sum: Double { exactSum.rounded }

  /// With divisor n − 1; `nil` for one value.
  var variance: Double? { count > 1 ? scaledVariance.rounded * unit * unit : nil }

  /// The root of the variance; `nil` for one value.
  var standardDeviation: Double? {
    count > 1 ? scaledVariance.squareRoot().rounded * unit : nil
  }

  private var scaledVariance: DoubleDouble { squares / DoubleDouble(Double(count - 1)) }

  /// g1 = m3 / m2^1.5 with divisor n; `nil` where nothing varies.
  var skewness: Double? {
    guard squares.high > 0 else { return nil }
    let n = DoubleDouble(Double(count))
    let spread = (squares / n).squareRoot()
    return (cubes / n / spread / spread / spread).rounded
  }

  /// g2 = m4 / m2² − 3 with divisor n; `nil` where nothing varies.
  var excessKurtosis: Double? {
    guard squares.high > 0 else { return nil }
    return (DoubleDouble(Double(count)) * fourths / squares / squares - DoubleDouble(3)).rounded
  }
}
