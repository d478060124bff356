internal import Glibc

/// Points and weights that integrate over the interval from −1 to 1.
///
/// A rule of n points is exact for polynomials up to degree 2n − 1.
/// Reference: Golub & Welsch (1969), Mathematics of Computation 23, 221–230.
struct GaussLegendre: Sendable {
  let points: [Double]
  let weights: [Double]

  /// Finds the roots of the Legendre polynomial by Newton's method.
  init(count: Int) {
    var points: [Double] = []
    var weights: [Double] = []
    for index in 0..<count {
      var x = cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<20 {
        let (value, derivative) = GaussLegendre.polynomial(degree: count, at: x)
        slope = derivative
        let step = value / derivative
        x -= step
        if abs(step) < 1e-16 { break }
      }
      points.append(x)
      weights.append(2 / ((1 - x * x) * slope * slope))
    }
    (self.points, self.weights) = (points, weights)
  }

  private static func polynomial(degree: Int, at x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    for order in 1..<degree {
      let k = Double(order)
      (before, value) = (value, ((2 * k + 1) * x * value - k * before) / (k + 1))
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }
}

/// The points at which the bivariate normal density is integrated over the correlation from 0.
///
/// With r = sin θ the probability is Φ(h) Φ(k) + 1/(2π) ∫ exp(−(h² − 2hk sin θ + k²) / (2 cos² θ)) dθ
/// from 0 to arcsin of the correlation. Near ±1 the integrand changes on the scale of cos θ, so the
/// interval is cut where cos θ halves.
/// Reference: Drezner & Wesolowsky (1990), Journal of Statistical Computation and Simulation 35,
/// 101–107.
struct CorrelationQuadrature {
  private static let small = GaussLegendre(count: 8)
  private static let middle = GaussLegendre(count: 12)
  private static let large = GaussLegendre(count: 20)
  private static let firstCut = asin(0.925)

  /// For each point, sin θ.
  private(set) var sines: [Double] = []
  /// For each point, 1 / (2 cos² θ).
  private(set) var factors: [Double] = []
  /// For each point, its weight divided by 2π.
  private(set) var weights: [Double] = []

  init() {
    sines.reserveCapacity(64)
    factors.reserveCapacity(64)
    weights.reserveCapacity(64)
  }

  /// Sets the points for a correlation between −1 and 1.
  mutating func set(correlation: Double) {
    sines.removeAll(keepingCapacity: true)
    factors.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    let size = abs(correlation)
    let sign = correlation < 0 ? -1.0 : 1.0
    let end = asin(size)
    if size <= 0.925 {
      add(size < 0.3 ? Self.small : size < 0.75 ? Self.middle : Self.large, from: 0, to: end, sign)
      return
    }
    add(Self.large, from: 0, to: Self.firstCut, sign)
    var start = Self.firstCut
    while start < end {
      let next = min(end, (.pi + 2 * start) / 4)
      add(Self.large, from: start, to: next, sign)
      start = next
    }
  }

  /// The integral of the density at two limits over the correlation from 0.
  @inline(__always)
  func integral(_ first: Double, _ second: Double) -> Double {
    let (product, squares) = (2 * first * second, first * first + second * second)
    return integral(product: product, squares: squares)
  }

  /// The same from 2 h k and h² + k².
  @inline(__always)
  func integral(product: Double, squares: Double) -> Double {
    var sum = 0.0
    sines.withUnsafeBufferPointer { sines in
      factors.withUnsafeBufferPointer { factors in
        weights.withUnsafeBufferPointer { weights in
          for point in 0..<sines.count {
            sum += weights[point] * exp((product * sines[point] - squares) * factors[point])
          }
        }
      }
    }
    return sum
  }

  private mutating func add(
    _ rule: GaussLegendre, from start: Double, to end: Double, _ sign: Double
  ) {
    let (half, middle) = ((end - start) / 2, (end + start) / 2)
    for (point, weight) in zip(rule.points, rule.weights) {
      let angle = middle + half * point
      let cosine = cos(angle)
      sines.append(sign * sin(angle))
      factors.append(0.5 / (cosine * cosine))
      weights.append(sign * half * weight / (2 * .pi))
    }
  }
}
