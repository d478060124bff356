/// The ratings that several raters gave to the same units, each from a list of categories.
public struct RatingTable: Hashable, Sendable {
  /// The values that ratings can have, ascending and distinct.
  public let categories: [Double]
  /// Number of units, with and without ratings.
  public let unitCount: Int
  /// For each rater the position of each unit's category, `nil` where the rating is missing.
  public let positions: [[Int?]]

  /// Number of raters, at least 2.
  public var raterCount: Int { positions.count }

  /// Takes one column of ratings for each rater.
  ///
  /// - Parameters:
  ///   - raters: at least two columns over the same units; `nil` where a rating is missing.
  ///   - categories: every value that could have been given; without it those that were. It
  ///     matters to coefficients that count the categories (Gwet, Brennan–Prediger, ordinal).
  /// - Throws: `tooFewRaters`; `unequalLengths`; `notANumber`; `unknownCategory` when a rating is
  ///   not among the categories.
  public init(raters: [[Double?]], categories: [Double]? = nil) throws(NumericError) {
    guard raters.count >= 2 else { throw .tooFewRaters(count: raters.count, required: 2) }
    let units = raters[0].count
    for rater in raters {
      guard rater.count == units else {
        throw .unequalLengths(first: units, second: rater.count)
      }
      for case let rating? in rater where !rating.isFinite { throw .notANumber }
    }
    for category in categories ?? [] where !category.isFinite { throw .notANumber }
    let known = Set(categories ?? raters.joined().compactMap { $0 }).sorted()
    var places: [Double: Int] = [:]
    for (place, category) in known.enumerated() { places[category] = place }
    for case let rating? in raters.joined() where places[rating] == nil {
      throw .unknownCategory(rating)
    }
    self.categories = known
    unitCount = units
    positions = raters.map { $0.map { rating in rating.flatMap { places[$0] } } }
  }

  /// Takes the coded ratings of each rater; the codes of all raters together are the categories.
  ///
  /// - Throws: `tooFewRaters`; `unequalLengths`.
  public init(raters: [ItemCodes]) throws(NumericError) {
    let columns = raters.map { rater in
      rater.indexes.indices.map { row in rater[row].map(Double.init) }
    }
    try self.init(
      raters: columns, categories: Set(raters.flatMap(\.codes)).map(Double.init))
  }

  /// How many raters put each unit into each category; units without a rating are left out.
  var unitCounts: [UnitCounts] {
    (0..<unitCount).compactMap { unit in
      var counts = [Double](repeating: 0, count: categories.count)
      for case let place? in positions.map({ $0[unit] }) { counts[place] += 1 }
      let total = counts.reduce(0, +)
      return total > 0 ? UnitCounts(unit: unit, counts: counts, total: total) : nil
    }
  }
}

/// The ratings of one unit, counted by category.
struct UnitCounts {
  let unit: Int
  let counts: [Double]
  /// Number of ratings, at least 1.
  let total: Double

  /// Whether two raters can be compared on this unit.
  var isPairable: Bool { total >= 2 }
}
