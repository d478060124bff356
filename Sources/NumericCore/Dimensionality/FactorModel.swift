/// Which items measure which factor, in a confirmatory model of correlated factors.
public struct FactorModel: Hashable, Sendable {
  /// The number of items.
  public let itemCount: Int
  /// For each factor the positions of its items; the first is the marker, whose loading is 1 in the
  /// unstandardized solution.
  public let factors: [[Int]]

  /// The number of factors.
  public var factorCount: Int { factors.count }

  /// Takes the items of each factor.
  ///
  /// - Throws: `tooFewItems` when there are fewer than 3 items, a factor has fewer than 2, or an item
  ///   measures no factor; `parameterOutOfRange` when an item is named that does not exist, or twice
  ///   for one factor.
  public init(itemCount: Int, factors: [[Int]]) throws(NumericError) {
    guard itemCount >= 3 else { throw .tooFewItems(count: itemCount, required: 3) }
    guard !factors.isEmpty else {
      throw .parameterOutOfRange(name: "number of factors", value: 0)
    }
    for items in factors {
      for item in items where item < 0 || item >= itemCount {
        throw .parameterOutOfRange(name: "item", value: Double(item))
      }
      guard Set(items).count == items.count else {
        throw .parameterOutOfRange(name: "item", value: Double(items[0]))
      }
      guard items.count >= 2 else { throw .tooFewItems(count: items.count, required: 2) }
    }
    let used = Set(factors.joined())
    guard used.count == itemCount else {
      throw .tooFewItems(count: used.count, required: itemCount)
    }
    self.itemCount = itemCount
    self.factors = factors
  }

  /// One factor that every item measures.
  ///
  /// - Throws: `tooFewItems` when there are fewer than 3 items.
  public static func oneFactor(itemCount: Int) throws(NumericError) -> FactorModel {
    try FactorModel(itemCount: itemCount, factors: [Array(0..<max(itemCount, 0))])
  }

  /// The numbers that are estimated: loadings, factor variances and covariances (less one for each
  /// marker) and the items' own variances.
  public var parameterCount: Int {
    let loadings = factors.reduce(0) { $0 + $1.count }
    return loadings + factorCount * (factorCount - 1) / 2 + itemCount
  }

  /// Variances and covariances of items, less the numbers that are estimated.
  public var degreesOfFreedom: Int { itemCount * (itemCount + 1) / 2 - parameterCount }
}
