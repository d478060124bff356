/// The correlations between items.
public struct CorrelationMatrix: Hashable, Sendable {
  /// Number of items, k.
  public let count: Int
  /// The k × k correlations row by row, without unit, from −1 to 1.
  public let entries: [Double]
  /// Number of rows in which every item has a value; 0 where it is not known.
  public let completeCaseCount: Int
  /// The n that intervals use: complete cases for listwise, all rows for pairwise; 0 if not known.
  public let caseCount: Int

  /// The smallest number of rows behind one correlation; 0 where it is not known.
  public let smallestPairCount: Int
  /// The largest number of rows behind one correlation; 0 where it is not known.
  public let largestPairCount: Int

  /// The correlation of two items.
  public subscript(first: Int, second: Int) -> Double { entries[first * count + second] }

  /// The rows of the matrix.
  public var rows: [[Double]] {
    (0..<count).map { Array(entries[$0 * count..<($0 + 1) * count]) }
  }

  /// The correlations of each pair of different items: (0, 1), (0, 2), …, (1, 2), …
  public var pairs: [Double] {
    PairTallyKernel.pairs(count).map { first, second in self[first, second] }
  }

  /// The matrix of the other items.
  public func dropping(_ index: Int) -> CorrelationMatrix {
    let kept = (0..<count).filter { $0 != index }
    return CorrelationMatrix(
      count: kept.count, entries: kept.flatMap { row in kept.map { self[row, $0] } },
      completeCaseCount: completeCaseCount, caseCount: caseCount,
      smallestPairCount: smallestPairCount, largestPairCount: largestPairCount)
  }
}

extension CovarianceMatrix {
  /// The covariances divided by both standard deviations.
  ///
  /// For pairwise counts a standard deviation is that of all the item's rows, as in psych.
  ///
  /// - Throws: `constantValues` with the position of an item without variance; `contradictoryPair`
  ///   when pairwise counts give a correlation beyond ±1.
  public func correlations() throws(NumericError) -> CorrelationMatrix {
    try requireVariances()
    let deviations = diagonal.map { $0.squareRoot() }
    var scaled = entries
    for first in 0..<count {
      for second in 0..<count {
        let correlation =
          first == second ? 1 : self[first, second] / deviations[first] / deviations[second]
        guard abs(correlation) <= 1 + 1e-9 else {
          throw .contradictoryPair(first: first, second: second, correlation: correlation)
        }
        scaled[first * count + second] = correlation
      }
    }
    return CorrelationMatrix(
      count: count, entries: scaled, completeCaseCount: completeCaseCount, caseCount: caseCount,
      smallestPairCount: smallestPairCount, largestPairCount: largestPairCount)
  }
}
