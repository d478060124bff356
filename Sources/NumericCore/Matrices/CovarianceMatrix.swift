/// The variances of items and the covariances between them, with divisor n − 1.
public struct CovarianceMatrix: Hashable, Sendable {
  /// Number of items, k.
  public let count: Int
  /// The k × k covariances row by row, in squared score units.
  public let entries: [Double]
  /// The rule by which rows with missing answers were used; `nil` for a matrix given as numbers.
  public let policy: MissingDataPolicy?
  /// Number of rows looked at; 0 where it is not known.
  public let rowCount: Int
  /// Number of rows in which every item has a value; 0 where it is not known.
  public let completeCaseCount: Int
  /// The n that intervals use: complete cases for listwise, all rows for pairwise; 0 if not known.
  public let caseCount: Int
  /// The smallest number of rows behind one entry.
  public let smallestPairCount: Int
  /// The largest number of rows behind one entry.
  public let largestPairCount: Int
  /// The entries times n(n − 1) as integers, where all items are codes and n is the same for all.
  let exactEntries: [Int128]?

  init(
    entries: [Double], exactEntries: [Int128]?, count: Int, policy: MissingDataPolicy?,
    counts: CaseCounts
  ) throws(NumericError) {
    for entry in entries where !entry.isFinite { throw .outOfRange }
    self.entries = entries
    self.exactEntries = exactEntries
    self.count = count
    self.policy = policy
    rowCount = counts.rows
    completeCaseCount = counts.complete
    caseCount = policy == .pairwise ? counts.rows : counts.complete
    smallestPairCount = counts.smallestPair
    largestPairCount = counts.largestPair
  }

  /// The covariance of two items; the variance where both are the same.
  public subscript(first: Int, second: Int) -> Double { entries[first * count + second] }

  /// The variances of the items.
  public var diagonal: [Double] { (0..<count).map { self[$0, $0] } }

  /// The rows of the matrix.
  public var rows: [[Double]] {
    (0..<count).map { Array(entries[$0 * count..<($0 + 1) * count]) }
  }

  /// The matrix of the other items.
  ///
  /// The counts stay those of the whole matrix: for listwise, its complete cases.
  public func dropping(_ index: Int) -> CovarianceMatrix {
    keeping((0..<count).filter { $0 != index })
  }

  /// The matrix of the items that vary.
  public func droppingConstantItems() -> CovarianceMatrix {
    keeping((0..<count).filter { self[$0, $0] > 0 })
  }

  /// The matrix of the items at these positions, in their order.
  func selecting(_ positions: [Int]) -> CovarianceMatrix { keeping(positions) }

  private func keeping(_ kept: [Int]) -> CovarianceMatrix {
    CovarianceMatrix(of: self, keeping: kept)
  }

  private init(of whole: CovarianceMatrix, keeping kept: [Int]) {
    let positions = kept.flatMap { row in kept.map { row * whole.count + $0 } }
    entries = positions.map { whole.entries[$0] }
    exactEntries = whole.exactEntries.map { exact in positions.map { exact[$0] } }
    count = kept.count
    policy = whole.policy
    rowCount = whole.rowCount
    completeCaseCount = whole.completeCaseCount
    caseCount = whole.caseCount
    smallestPairCount = whole.smallestPairCount
    largestPairCount = whole.largestPairCount
  }
}

/// The numbers of rows behind a matrix.
struct CaseCounts {
  var rows: Int
  var complete: Int
  var smallestPair: Int
  var largestPair: Int

  mutating func include(pair count: Int) {
    smallestPair = min(smallestPair, count)
    largestPair = max(largestPair, count)
  }
}

extension CovarianceMatrix {
  /// Takes a matrix that was computed elsewhere.
  ///
  /// - Parameters:
  ///   - rows: the rows of a square symmetric matrix.
  ///   - caseCount: the number of persons behind it; 0 where it is not known, and then there is no
  ///     interval.
  /// - Throws: `tooFewItems` when empty; `notSymmetric`; `notANumber` for an infinite entry;
  ///   `parameterOutOfRange` for a negative variance.
  public init(rows: [[Double]], caseCount: Int = 0) throws(NumericError) {
    let count = rows.count
    guard count > 0 else { throw .tooFewItems(count: 0, required: 1) }
    for row in rows {
      guard row.count == count else { throw .notSymmetric }
      for entry in row where !entry.isFinite { throw .notANumber }
    }
    for first in 0..<count {
      guard rows[first][first] >= 0 else {
        throw .parameterOutOfRange(name: "variance", value: rows[first][first])
      }
      for second in 0..<first {
        let size = (rows[first][first] * rows[second][second]).squareRoot()
        // Other software prints symmetric entries that differ in the last digits.
        guard abs(rows[first][second] - rows[second][first]) <= 1e-9 * size else {
          throw .notSymmetric
        }
      }
    }
    try self.init(
      entries: Array(rows.joined()), exactEntries: nil, count: count, policy: nil,
      counts: CaseCounts(
        rows: caseCount, complete: caseCount, smallestPair: caseCount, largestPair: caseCount))
  }
}
