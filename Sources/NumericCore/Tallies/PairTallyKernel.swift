/// Counts codes of items and of pairs of items, block by block.
///
/// A block of each item is copied with `missing` moved to the position after the last code, so that
/// the inner loop has no branch; the counts of that position are dropped at the end.
struct PairTallyKernel {
  private let items: [ItemCodes]
  private let policy: MissingDataPolicy
  private let widths: [Int]
  private var itemCounts: [[Int]]
  private var pairCounts: [[Int]]
  private(set) var completeCaseCount = 0
  private(set) var answeredRowCount = 0

  private static let blockSize = 4096

  init(items: [ItemCodes], policy: MissingDataPolicy) {
    self.items = items
    self.policy = policy
    let widths = items.map { $0.codes.count + 1 }
    self.widths = widths
    itemCounts = widths.map { [Int](repeating: 0, count: $0) }
    pairCounts = PairTallyKernel.pairs(items.count).map { first, second in
      [Int](repeating: 0, count: widths[first] * widths[second])
    }
  }

  /// Every pair of positions below `count`, the first one ascending.
  static func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in (first + 1..<max(count, first + 1)).map { (first, $0) } }
  }

  mutating func count(rows: Range<Int>) {
    var block = [UInt8](repeating: 0, count: items.count * PairTallyKernel.blockSize)
    var start = rows.lowerBound
    while start < rows.upperBound {
      let end = min(start + PairTallyKernel.blockSize, rows.upperBound)
      let length = copy(start..<end, into: &block)
      countItems(block, length)
      countPairs(block, length)
      start = end
    }
  }

  /// Copies the rows that the policy keeps and returns how many there are.
  private mutating func copy(_ rows: Range<Int>, into block: inout [UInt8]) -> Int {
    let kept = keptRows(rows)
    for (position, item) in items.enumerated() {
      let offset = position * PairTallyKernel.blockSize
      let missing = UInt8(widths[position] - 1)
      item.indexes.withUnsafeBufferPointer { indexes in
        block.withUnsafeMutableBufferPointer { block in
          if let kept {
            for (target, row) in kept.enumerated() { block[offset + target] = indexes[row] }
          } else {
            for (target, row) in rows.enumerated() {
              block[offset + target] = min(indexes[row], missing)
            }
          }
        }
      }
    }
    return kept?.count ?? rows.count
  }

  /// The complete rows where only they are to be counted, `nil` where all are.
  private mutating func keptRows(_ rows: Range<Int>) -> [Int]? {
    var highest = [UInt8](repeating: 0, count: rows.count)
    var lowest = [UInt8](repeating: 255, count: rows.count)
    for item in items {
      item.indexes.withUnsafeBufferPointer { indexes in
        for (target, row) in rows.enumerated() {
          highest[target] = max(highest[target], indexes[row])
          lowest[target] = min(lowest[target], indexes[row])
        }
      }
    }
    let complete = highest.reduce(0) { $0 + ($1 == ItemCodes.missing ? 0 : 1) }
    completeCaseCount += complete
    answeredRowCount += lowest.reduce(0) { $0 + ($1 == ItemCodes.missing ? 0 : 1) }
    guard policy == .listwise, complete < rows.count else { return nil }
    return rows.filter { highest[$0 - rows.lowerBound] != ItemCodes.missing }
  }

  private mutating func countItems(_ block: [UInt8], _ length: Int) {
    block.withUnsafeBufferPointer { block in
      for position in items.indices {
        let offset = position * PairTallyKernel.blockSize
        itemCounts[position].withUnsafeMutableBufferPointer { counts in
          for row in offset..<offset + length { counts[Int(block[row])] += 1 }
        }
      }
    }
  }

  private mutating func countPairs(_ block: [UInt8], _ length: Int) {
    block.withUnsafeBufferPointer { block in
      for (pair, (first, second)) in PairTallyKernel.pairs(items.count).enumerated() {
        let one = first * PairTallyKernel.blockSize
        let other = second * PairTallyKernel.blockSize
        let width = widths[second]
        pairCounts[pair].withUnsafeMutableBufferPointer { counts in
          for row in 0..<length {
            counts[Int(block[one + row]) * width + Int(block[other + row])] += 1
          }
        }
      }
    }
  }

  func itemTallies() -> [ItemTally] {
    zip(items, itemCounts).map { ItemTally(unchecked: $0.codes, Array($1.dropLast())) }
  }

  func contingencyTables() -> [ContingencyTable] {
    zip(PairTallyKernel.pairs(items.count), pairCounts).map { pair, counts in
      let (first, second) = pair
      let cells = (0..<widths[first] - 1).flatMap { row in
        counts[row * widths[second]..<(row + 1) * widths[second] - 1]
      }
      return ContingencyTable(unchecked: items[first].codes, items[second].codes, Array(cells))
    }
  }
}
