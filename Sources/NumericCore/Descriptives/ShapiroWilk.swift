internal import Glibc

/// Whether a column could come from a normal distribution.
public struct ShapiroWilk: Hashable, Sendable {
  /// The statistic W, from 0 to 1; 1 is exactly normal.
  public let statistic: Double
  /// Probability of a W this small or smaller in a normal distribution.
  public let pValue: Double
  /// Number of values, n.
  public let count: Int
}

extension ShapiroWilk {
  /// Computes the test by Royston's approximation.
  ///
  ///     W = (Σ a[i] x[i])² / Σ (x[i] − mean)²
  ///
  /// `x` are the sorted values and `a` approximates the best weights of normal order statistics.
  ///
  /// - Parameter values: 3 to 5000 values without missing ones.
  /// - Throws: `tooFewValues`; `tooManyValues`; `notANumber`; `constantValues`; `outOfRange`.
  ///
  /// Reference: Royston (1995), Applied Statistics 44, 547–551, doi:10.2307/2986146 (AS R94).
  /// Checked against R 4.2.2, `shapiro.test`.
  public init(of values: [Double]) throws(NumericError) {
    let n = values.count
    guard n >= 3 else { throw .tooFewValues(count: n, required: 3) }
    guard n <= 5000 else { throw .tooManyValues(count: n, allowed: 5000) }
    for value in values where !value.isFinite { throw .notANumber }
    let sorted = values.sorted()
    let range = try (sorted[n - 1] - sorted[0]).orOutOfRange()
    guard range > 0 else { throw .constantValues(item: nil) }
    let weights = try ShapiroWilk.weights(count: n)
    let complement = ShapiroWilk.complement(sorted.map { ($0 - sorted[0]) / range }, weights)
    statistic = 1 - complement
    pValue = try ShapiroWilk.pValue(complement: complement, count: n)
    count = n
  }

  /// The weights of the upper half of the sorted values, the largest value's first.
  private static func weights(count n: Int) throws(NumericError) -> [Double] {
    guard n > 3 else { return [Double(0.5).squareRoot()] }
    var scores: [Double] = []
    for i in 1...n / 2 {
      let share = (Double(i) - 0.375) / (Double(n) + 0.25)
      scores.append(try Normal.standard.quantileOfComplement(share))
    }
    let sumOfSquares = 2 * scores.reduce(0) { $0 + $1 * $1 }
    let size = sumOfSquares.squareRoot()
    let u = 1 / Double(n).squareRoot()
    let first =
      scores[0] / size
      + polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u)
    guard n > 5 else {
      let rest = (sumOfSquares - 2 * scores[0] * scores[0]) / (1 - 2 * first * first)
      return [first] + scores.dropFirst().map { $0 / rest.squareRoot() }
    }
    let second =
      scores[1] / size
      + polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u)
    let rest =
      (sumOfSquares - 2 * scores[0] * scores[0] - 2 * scores[1] * scores[1])
      / (1 - 2 * first * first - 2 * second * second)
    return [first, second] + scores.dropFirst(2).map { $0 / rest.squareRoot() }
  }

  /// 1 − W, without the cancellation of computing W first.
  private static func complement(_ x: [Double], _ weights: [Double]) -> Double {
    let n = x.count
    let mean = x.reduce(0, +) / Double(n)
    var (squaresOfWeights, squares, products) = (0.0, 0.0, 0.0)
    for i in 0..<n {
      let mirror = n - 1 - i
      let weight = i == mirror ? 0 : (i < mirror ? -weights[i] : weights[mirror])
      squaresOfWeights += weight * weight
      squares += (x[i] - mean) * (x[i] - mean)
      products += weight * (x[i] - mean)
    }
    let size = (squaresOfWeights * squares).squareRoot()
    return (size - products) * (size + products) / (squaresOfWeights * squares)
  }

  private static func pValue(complement: Double, count: Int) throws(NumericError) -> Double {
    let n = Double(count)
    if count == 3 {
      let smallest = asin(Double(0.75).squareRoot())
      return max(0, 6 / Double.pi * (asin((1 - complement).squareRoot()) - smallest))
    }
    // Values on a straight line leave W exactly 1, up to rounding.
    guard complement > 0 else { return 1 }
    let logarithm = log(complement)
    if count <= 11 {
      let gamma = -2.273 + 0.459 * n
      guard logarithm < gamma else { return 1e-99 }
      return try Normal(
        mean: polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n),
        standardDeviation: exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n))
      ).complement(-log(gamma - logarithm))
    }
    let x = log(n)
    return try Normal(
      mean: polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], x),
      standardDeviation: exp(polynomial([-0.4803, -0.082676, 0.0030302], x))
    ).complement(logarithm)
  }

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }
}
