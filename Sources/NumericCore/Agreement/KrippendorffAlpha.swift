/// How far apart two values are in Krippendorff's alpha.
public enum MeasurementLevel: String, Hashable, Sendable, CaseIterable {
  /// Values are the same or not.
  case nominal
  /// By how many values lie between them in the order of all ratings.
  case ordinal
  /// By the square of their difference.
  case interval
  /// By the square of their difference in parts of their sum; values must not be negative.
  case ratio
}

/// How far ratings of the same units agree beyond chance, with any number of raters and missing
/// ratings.
public struct KrippendorffAlpha: Hashable, Sendable {
  /// Alpha: at most 1; 0 where units explain nothing; negative where raters contradict each other.
  public let alpha: Double
  /// The distance between values that it uses.
  public let measurementLevel: MeasurementLevel
  /// Average distance within units.
  public let observedDisagreement: Double
  /// Average distance between all ratings, positive.
  public let expectedDisagreement: Double
  /// Number of units with at least two ratings.
  public let pairableUnitCount: Int
  /// Number of ratings of those units.
  public let pairableRatingCount: Int
  /// Number of raters.
  public let raterCount: Int
}

extension KrippendorffAlpha {
  /// Computes alpha from the ratings; missing ratings are left out one by one, and units that are
  /// then rated once with them.
  ///
  ///     alpha = 1 − (n − 1) Σ o[ck] d[ck] / Σ n[c] n[k] d[ck]
  ///     o[ck] = Σ over units of (pairs of ratings c and k) / (r − 1), r ratings of the unit
  ///     d[ck] = 1 for c ≠ k                                          nominal
  ///             (Σ n[g] for g from c to k − (n[c] + n[k]) / 2)²      ordinal
  ///             (c − k)²                                             interval
  ///             ((c − k) / (c + k))²                                 ratio
  ///
  /// `n[c]` is how often value c was given and n the number of all ratings in such pairs.
  ///
  /// - Throws: `tooFewUnits` without a unit with two ratings; `constantValues` when all those
  ///   ratings are the same; `parameterOutOfRange` for a ratio of negative values; `outOfRange`.
  ///
  /// Reference: Krippendorff (2019), Content Analysis, 4th ed., chapter 12.
  /// Checked against krippendorff 0.9.0 (Python), `alpha`.
  public init(of ratings: RatingTable, level: MeasurementLevel) throws(NumericError) {
    let units = ratings.unitCounts.filter(\.isPairable)
    guard !units.isEmpty else { throw .tooFewUnits(count: 0, required: 1) }
    let values = ratings.categories
    if level == .ratio, let lowest = values.first, lowest < 0 {
      throw .parameterOutOfRange(name: "value on a ratio scale", value: lowest)
    }
    let totals = values.indices.map { k in units.reduce(0) { $0 + $1.counts[k] } }
    let distances = Distances(level, values, totals)
    var observed = 0.0
    for unit in units {
      observed += distances.sum(unit.counts, unit.counts) / (unit.total - 1)
    }
    let n = totals.reduce(0, +)
    let expected = try (distances.sum(totals, totals) / (n * (n - 1))).orOutOfRange()
    guard expected > 0 else { throw .constantValues(item: nil) }
    alpha = try (1 - observed / n / expected).orOutOfRange()
    measurementLevel = level
    observedDisagreement = observed / n
    expectedDisagreement = expected
    pairableUnitCount = units.count
    pairableRatingCount = Int(n)
    raterCount = ratings.raterCount
  }
}

/// The squared distances between values.
private struct Distances {
  let level: MeasurementLevel
  let values: [Double]
  /// For each value the number of smaller ratings plus half of its own.
  let ranks: [Double]

  init(_ level: MeasurementLevel, _ values: [Double], _ totals: [Double]) {
    self.level = level
    self.values = values
    var before = 0.0
    ranks = totals.map { total in
      defer { before += total }
      return before + total / 2
    }
  }

  /// Σ a[c] b[k] d[ck] over all ordered pairs of different values.
  func sum(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for c in values.indices where a[c] > 0 {
      for k in values.indices where k != c && b[k] > 0 { sum += a[c] * b[k] * distance(c, k) }
    }
    return sum
  }

  private func distance(_ c: Int, _ k: Int) -> Double {
    let root =
      switch level {
      case .nominal: 1.0
      case .ordinal: ranks[c] - ranks[k]
      case .interval: values[c] - values[k]
      case .ratio: (values[c] - values[k]) / (values[c] + values[k])
      }
    return root * root
  }
}
