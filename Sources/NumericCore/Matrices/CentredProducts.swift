/// Sums of squares and products of two columns about their means, over the rows that both have.
struct CentredProducts {
  let count: Int
  /// Sum of squared deviations of the first column.
  let first: DoubleDouble
  /// Sum of squared deviations of the second column.
  let second: DoubleDouble
  /// Sum of the products of both deviations.
  let cross: DoubleDouble

  init(_ x: [Double?], _ y: [Double?]) {
    var xs: [Double] = []
    var ys: [Double] = []
    for (x, y) in zip(x, y) {
      guard let x, let y else { continue }
      xs.append(x)
      ys.append(y)
    }
    self.init(complete: xs, ys)
  }

  init(complete xs: [Double], _ ys: [Double]) {
    count = xs.count
    let x = Deviations(of: xs)
    let y = Deviations(of: ys)
    var first = DoubleDouble(0)
    var second = DoubleDouble(0)
    var cross = DoubleDouble(0)
    for row in 0..<xs.count {
      let dx = x[row]
      let dy = y[row]
      first += dx * dx
      second += dy * dy
      cross += dx * dy
    }
    self.first = first
    self.second = second
    self.cross = cross
  }
}

/// The deviations of values from their mean.
///
/// Values are first taken from the first one, exactly; a constant column then has deviations of
/// exactly zero, and a large common part costs no digits.
struct Deviations {
  private let values: [Double]
  private let base: Double
  private let meanFromBase: DoubleDouble

  init(of values: [Double]) {
    self.values = values
    base = values.first ?? 0
    var sum = DoubleDouble(0)
    for value in values { sum += DoubleDouble.sum(value, -base) }
    meanFromBase = sum / DoubleDouble(Double(max(values.count, 1)))
  }

  var mean: DoubleDouble { DoubleDouble(base) + meanFromBase }

  subscript(row: Int) -> DoubleDouble { DoubleDouble.sum(values[row], -base) - meanFromBase }
}
