/// How often each code of one item was answered.
public struct ItemTally: Hashable, Sendable {
  /// The codes, ascending and distinct.
  public let codes: [Int]
  /// For each code the number of rows with that answer.
  public let counts: [Int]

  /// Counts the answers of one item.
  public init(of item: ItemCodes) {
    var counts = [Int](repeating: 0, count: 256)
    item.indexes.withUnsafeBufferPointer { indexes in
      counts.withUnsafeMutableBufferPointer { counts in
        for index in indexes { counts[Int(index)] += 1 }
      }
    }
    codes = item.codes
    self.counts = Array(counts.prefix(item.codes.count))
  }

  /// Takes counts that were made elsewhere.
  ///
  /// - Throws: `unequalLengths`; `codesNotAscending`; `tooManyCodes`; `codeOutOfRange`;
  ///   `countsOutOfRange` when a count is negative.
  public init(codes: [Int], counts: [Int]) throws(NumericError) {
    guard codes.count == counts.count else {
      throw .unequalLengths(first: codes.count, second: counts.count)
    }
    try ItemCodes.check(codes)
    for count in counts where count < 0 { throw .countsOutOfRange(part: count, whole: count) }
    self.codes = codes
    self.counts = counts
  }

  init(unchecked codes: [Int], _ counts: [Int]) {
    self.codes = codes
    self.counts = counts
  }

  /// The number of rows with an answer.
  public var validCount: Int { counts.reduce(0, +) }

  /// The number of rows with this answer; 0 for a code that the item does not have.
  public func count(of code: Int) -> Int {
    codes.firstIndex(of: code).map { counts[$0] } ?? 0
  }

  /// The counts of both tallies together, over the codes of both.
  public func merged(with other: ItemTally) -> ItemTally {
    if codes == other.codes {
      return ItemTally(unchecked: codes, zip(counts, other.counts).map { $0 + $1 })
    }
    let all = Set(codes).union(other.codes).sorted()
    return ItemTally(unchecked: all, all.map { count(of: $0) + other.count(of: $0) })
  }

  /// The item keyed the other way: each code becomes lowest limit + highest limit − code.
  ///
  /// - Parameter limits: the lowest and highest code that the item offers, not those observed.
  public func reversed(within limits: ClosedRange<Int>) -> ItemTally {
    ItemTally(unchecked: reversedCodes(codes, within: limits), counts.reversed())
  }
}

extension ItemTally {
  /// The sum of all answers.
  public var sum: Int { Int(exactSum) }

  var exactSum: Int128 {
    zip(codes, counts).reduce(0) { $0 + Int128($1.0) * Int128($1.1) }
  }

  var exactSumOfSquares: Int128 {
    zip(codes, counts).reduce(0) { $0 + Int128($1.0) * Int128($1.0) * Int128($1.1) }
  }

  /// n · sum of squares − square of the sum; n(n − 1) times the variance.
  var exactVarianceNumerator: Int128 {
    Int128(validCount) * exactSumOfSquares - exactSum * exactSum
  }
}
