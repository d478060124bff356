import NumericCore

/// A number of a new report less the same number of an old one, with its interval.
package struct NumberDifference: Hashable, Sendable {
  /// New − old, in the number's own unit.
  package let value: Double
  /// Lower limit of the difference.
  package let lower: Double
  /// Upper limit of the difference.
  package let upper: Double
  /// Level of the interval, 0–1.
  package let level: Double
  /// How the interval was made.
  package let method: Method
  /// Answers that are behind both numbers, at least.
  package let sharedCount: Int
  /// Correlation of the two numbers that follows from the shared answers, 0–1.
  package let correlation: Double

  /// How the interval of a difference is made.
  package enum Method: String, Hashable, Sendable {
    /// From the two standard errors.
    case standardErrors = "standard_errors"
    /// From the limits of the two intervals.
    case intervalLimits = "interval_limits"
  }

  /// True where the interval leaves zero out: the change is more than noise, as this level calls it.
  package var isBeyondNoise: Bool { lower > 0 || upper < 0 }
}

extension NumberDifference {
  /// Two numbers, the answers behind each, and how many of these are behind both.
  struct Sides {
    let old: ShownNumber
    let new: ShownNumber
    let oldN: Int
    let newN: Int
    let sharedCount: Int

    /// The correlation of two means over samples that share answers.
    ///
    ///     ρ = n12 / √(n1 n2)
    var correlation: Double {
      guard oldN > 0, newN > 0 else { return 0 }
      return min(1, Double(sharedCount) / (Double(oldN) * Double(newN)).squareRoot())
    }
  }

  /// The difference of two numbers; nil where an interval is missing, the levels differ, or nothing
  /// varies.
  ///
  /// Means of independent rows, from their standard errors:
  ///
  ///     (new − old) ± t √(se1² + se2² − 2 ρ se1 se2)
  ///
  /// with Student's t for the smaller n − 1. Where the old answers are a part of the new ones and both
  /// have the standard deviation s, the root is s √(1/n1 − 1/n2).
  ///
  /// Everything else (shares, coefficients, means of dependent rows), from the limits l and u of the
  /// two intervals, so that an interval that is not symmetric, such as Wilson's or Feldt's, stays so:
  ///
  ///     lower = d − √((x2 − l2)² + (u1 − x1)² − 2 ρ (x2 − l2)(u1 − x1))
  ///     upper = d + √((u2 − x2)² + (x1 − l1)² − 2 ρ (u2 − x2)(x1 − l1))
  ///
  /// The same formula with ρ = 0 is Newcombe's score interval of a difference of two shares. Where rows
  /// share persons, ρ counts rows, and is approximate.
  ///
  /// References: Zou (2007), Psychological Methods 12, 399–413, doi:10.1037/1082-989X.12.4.399; Newcombe
  /// (1998), Statistics in Medicine 17, 873–890, method 10.
  init?(_ sides: Sides) {
    guard let old = sides.old.interval, let new = sides.new.interval, old.level == new.level else {
      return nil
    }
    let difference = sides.new.value - sides.old.value
    let below: Double
    let above: Double
    if let oldError = sides.old.standardError, let newError = sides.new.standardError,
      old.method == .studentT, new.method == .studentT,
      let t = Self.multiplier(of: sides, level: old.level)
    {
      method = .standardErrors
      below = t * Self.distance(newError, oldError, sides.correlation)
      above = below
    } else {
      method = .intervalLimits
      let (first, second) = (sides.old.value, sides.new.value)
      below = Self.distance(second - new.lower, old.upper - first, sides.correlation)
      above = Self.distance(new.upper - second, first - old.lower, sides.correlation)
    }
    guard below > 0 || above > 0 else { return nil }
    value = difference
    lower = difference - below
    upper = difference + above
    level = old.level
    sharedCount = sides.sharedCount
    correlation = sides.correlation
  }

  private static func multiplier(of sides: Sides, level: Double) -> Double? {
    let freedom = Double(min(sides.oldN, sides.newN) - 1)
    return try? StudentT(degreesOfFreedom: freedom).quantileOfComplement((1 - level) / 2)
  }

  /// √(a² + b² − 2 ρ a b); an estimate outside its own interval has no distance to that limit.
  private static func distance(_ a: Double, _ b: Double, _ correlation: Double) -> Double {
    let (a, b) = (max(0, a), max(0, b))
    return max(0, a * a + b * b - 2 * correlation * a * b).squareRoot()
  }
}
