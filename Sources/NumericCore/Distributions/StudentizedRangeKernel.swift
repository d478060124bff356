internal import CNumerics
internal import Glibc

/// Probabilities of the studentized range by the trapezoidal rule, which converges exponentially
/// for both integrals.
///
///     P(q) = ∫ f(s) W(q s) ds,  W(w) = r ∫ φ(z) (Φ(z) − Φ(z − w))^(r − 1) dz
///
/// `f` is the density of the root of chi-squared / degrees of freedom; it is integrated over log s.
struct StudentizedRangeKernel {
  let groupCount: Double
  let degreesOfFreedom: Double

  func value(_ function: cnum_function, _ x: Double) -> Double {
    switch function {
    case CNUM_CUMULATIVE: probability(x, isComplement: false)
    case CNUM_COMPLEMENT: probability(x, isComplement: true)
    case CNUM_QUANTILE: quantile(x, isComplement: false)
    default: quantile(x, isComplement: true)
    }
  }

  private func probability(_ q: Double, isComplement: Bool) -> Double {
    guard q > 0 else { return isComplement ? 1 : 0 }
    // Near 1 the other side is the exact one.
    let direct = integral(q, isComplement: isComplement)
    return direct < 0.9 ? direct : 1 - integral(q, isComplement: !isComplement)
  }

  private func integral(_ q: Double, isComplement: Bool) -> Double {
    let v = degreesOfFreedom
    let step = min(0.1, 0.5 / (2 * v).squareRoot())
    func term(_ index: Int) -> Double {
      let x = Double(index) * step
      let density = exp(v * (x - expm1(2 * x) / 2))
      return density > 0 ? density * range(q * exp(x), isComplement: isComplement) : 0
    }
    let peak = summit(from: 0, term)
    var sum = term(peak)
    for direction in [-1, 1] {
      var index = peak + direction
      var next = term(index)
      while next > 1e-18 * sum {
        sum += next
        index += direction
        next = term(index)
      }
    }
    return sum * step * exp(logOfScale)
  }

  /// The place of the largest term, by walking upwards in ever smaller strides.
  private func summit(from start: Int, _ term: (Int) -> Double) -> Int {
    var (place, height) = (start, term(start))
    var stride = 64
    while stride > 0 {
      for direction in [-stride, stride] {
        var next = term(place + direction)
        // Terms on the way can be too small for a double; those below them are then larger.
        while next > height || (height == 0 && direction < 0 && place > -100_000) {
          (place, height) = (place + direction, next)
          next = term(place + direction)
        }
      }
      stride /= 4
    }
    return place
  }

  /// The logarithm of 2 (v / 2)^(v / 2) e^(−v / 2) / Γ(v / 2).
  private var logOfScale: Double {
    let a = degreesOfFreedom / 2
    guard a > 15 else { return log(2) + a * log(a) - a - lgamma(a) }
    let square = 1 / (a * a)
    let rest = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / a
    return log(2) + (log(a) - log(2 * .pi)) / 2 - rest
  }

  /// The probability that the range of r standard normal numbers is at most, or above, w.
  private func range(_ w: Double, isComplement: Bool) -> Double {
    let step = 0.125
    let width = w / 2 + 9
    // Beyond this the probability of a larger range is below the smallest double.
    guard w < 80 else { return isComplement ? 0 : 1 }
    let last = Int((width / step).rounded(.up))
    var sum = 0.0
    for index in -last...last {
      let z = w / 2 + Double(index) * step
      let below = normal(z)
      let apart = z > w ? normal(w - z) - normal(-z) : below - normal(z - w)
      let power =
        isComplement
        ? pow(below, groupCount - 1) * -expm1((groupCount - 1) * log1p(-normal(z - w) / below))
        : pow(apart, groupCount - 1)
      sum += exp(-z * z / 2) * power
    }
    return groupCount * sum * step / (2 * Double.pi).squareRoot()
  }

  private func normal(_ z: Double) -> Double { erfc(-z / Double(2).squareRoot()) / 2 }

  private func quantile(_ p: Double, isComplement: Bool) -> Double {
    guard p > 0 else { return isComplement ? .infinity : 0 }
    guard p < 1 else { return isComplement ? 0 : .infinity }
    let target = log(p)
    // Rises with q for the cumulative probability, falls for its complement.
    let sign = isComplement ? -1.0 : 1.0
    func excess(_ logarithm: Double) -> Double {
      let probability = probability(exp(logarithm), isComplement: isComplement)
      return sign * (max(log(probability), -1e4) - target)
    }
    var (low, high) = (0.0, 1.0)
    while excess(low) > 0, low > -700 { (low, high) = (low - 1, low) }
    while excess(high) < 0, high < 700 { (low, high) = (high, high + 1) }
    return exp(root(between: low, and: high, of: excess))
  }

  /// Where a rising function passes zero: false position, with halving where that is slow.
  private func root(between low: Double, and high: Double, of function: (Double) -> Double)
    -> Double
  {
    var (low, high) = (low, high)
    var (atLow, atHigh) = (function(low), function(high))
    for round in 0..<200 {
      guard high - low > 1e-14 * max(1, abs(high)), atLow < 0, atHigh > 0 else { break }
      var middle = low + (high - low) * atLow / (atLow - atHigh)
      if round % 3 == 2 || !(middle > low && middle < high) { middle = low + (high - low) / 2 }
      let atMiddle = function(middle)
      if atMiddle < 0 {
        (low, atLow) = (middle, atMiddle)
      } else {
        (high, atHigh) = (middle, atMiddle)
      }
    }
    return -atLow < atHigh ? low : high
  }
}
