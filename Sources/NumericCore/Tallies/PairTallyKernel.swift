internal import CNumerics

/// Counts codes of items and of pairs of items, block by block.
///
/// A block of each item is copied with `missing` moved to the position after the last code. Small
/// tables are then counted 64 rows at a time, from one bit for each row and code; large ones row by
/// row without a branch. The counts of missing answers are dropped at the end.
struct PairTallyKernel {
  private let items: [ItemCodes]
  private let policy: MissingDataPolicy
  private let pairs: [(Int, Int)]
  /// Codes of each item, and one for missing.
  private let widths: [Int]
  private var itemCounts: [[Int]]
  private var pairCounts: [[Int]]
  private(set) var completeCaseCount = 0
  private(set) var answeredRowCount = 0

  /// Rows in a block, a multiple of 64; ten items of this length fit the first-level cache.
  private static let blockSize = 2048
  private static let words = blockSize / 64
  /// The largest number of cells of a table that bits count faster than rows.
  private static let largestBitTable = 64

  init(items: [ItemCodes], policy: MissingDataPolicy) {
    self.items = items
    self.policy = policy
    let widths = items.map { $0.codes.count + 1 }
    self.widths = widths
    pairs = PairTallyKernel.pairs(items.count)
    itemCounts = widths.map { [Int](repeating: 0, count: $0) }
    pairCounts = pairs.map { first, second in
      [Int](repeating: 0, count: widths[first] * widths[second])
    }
  }

  /// Every pair of positions below `count`, the first one ascending.
  static func pairs(_ count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in (first + 1..<max(count, first + 1)).map { (first, $0) } }
  }

  mutating func count(rows: Range<Int>) {
    var block = [UInt8](repeating: 0, count: items.count * PairTallyKernel.blockSize)
    var bits = items.map { [UInt64](repeating: 0, count: $0.codes.count * PairTallyKernel.words) }
    var start = rows.lowerBound
    while start < rows.upperBound {
      let end = min(start + PairTallyKernel.blockSize, rows.upperBound)
      copy(start..<end, into: &block)
      setBits(&bits, block)
      countItems(bits)
      for (pair, (first, second)) in pairs.enumerated() {
        if (widths[first] - 1) * (widths[second] - 1) <= PairTallyKernel.largestBitTable {
          countBits(pair, bits[first], bits[second])
        } else {
          countRows(pair, block)
        }
      }
      start = end
    }
  }

  /// Copies a block; rows that the policy leaves out, and those after the last, become missing.
  private mutating func copy(_ rows: Range<Int>, into block: inout [UInt8]) {
    let left = leftOut(rows)
    for (position, item) in items.enumerated() {
      let offset = position * PairTallyKernel.blockSize
      let missing = UInt8(widths[position] - 1)
      item.indexes.withUnsafeBufferPointer { indexes in
        block.withUnsafeMutableBufferPointer { block in
          left.withUnsafeBufferPointer { left in
            for row in 0..<rows.count {
              block[offset + row] = min(indexes[rows.lowerBound + row] | left[row], missing)
            }
            for row in rows.count..<PairTallyKernel.blockSize { block[offset + row] = missing }
          }
        }
      }
    }
  }

  /// 255 for each row that the policy leaves out, else 0; counts complete and answered rows.
  private mutating func leftOut(_ rows: Range<Int>) -> [UInt8] {
    var highest = [UInt8](repeating: 0, count: rows.count)
    var lowest = [UInt8](repeating: 255, count: rows.count)
    highest.withUnsafeMutableBufferPointer { highest in
      lowest.withUnsafeMutableBufferPointer { lowest in
        for item in items {
          item.indexes.withUnsafeBufferPointer { indexes in
            for row in 0..<rows.count {
              let index = indexes[rows.lowerBound + row]
              highest[row] = max(highest[row], index)
              lowest[row] = min(lowest[row], index)
            }
          }
        }
      }
    }
    completeCaseCount += highest.reduce(0) { $0 + ($1 == ItemCodes.missing ? 0 : 1) }
    answeredRowCount += lowest.reduce(0) { $0 + ($1 == ItemCodes.missing ? 0 : 1) }
    let listwise = policy == .listwise
    return highest.map { listwise && $0 == ItemCodes.missing ? 255 : 0 }
  }

  private func setBits(_ bits: inout [[UInt64]], _ block: [UInt8]) {
    block.withUnsafeBufferPointer { block in
      for position in items.indices {
        let codes = block.baseAddress?.advanced(by: position * PairTallyKernel.blockSize)
        cnum_bit_planes(
          codes, PairTallyKernel.words, Int32(widths[position] - 1), &bits[position])
      }
    }
  }

  private mutating func countItems(_ bits: [[UInt64]]) {
    let everyRow = [UInt64](repeating: .max, count: PairTallyKernel.words)
    for position in items.indices {
      itemCounts[position].withUnsafeMutableBufferPointer { counts in
        counts.withMemoryRebound(to: Int64.self) { counts in
          cnum_common_bits(
            bits[position], Int32(widths[position] - 1), everyRow, 1, PairTallyKernel.words,
            counts.baseAddress, 1)
        }
      }
    }
  }

  private mutating func countBits(_ pair: Int, _ one: [UInt64], _ other: [UInt64]) {
    let (first, second) = pairs[pair]
    pairCounts[pair].withUnsafeMutableBufferPointer { counts in
      counts.withMemoryRebound(to: Int64.self) { counts in
        cnum_common_bits(
          one, Int32(widths[first] - 1), other, Int32(widths[second] - 1), PairTallyKernel.words,
          counts.baseAddress, widths[second])
      }
    }
  }

  private mutating func countRows(_ pair: Int, _ block: [UInt8]) {
    let (first, second) = pairs[pair]
    let one = first * PairTallyKernel.blockSize
    let other = second * PairTallyKernel.blockSize
    let width = widths[second]
    block.withUnsafeBufferPointer { block in
      pairCounts[pair].withUnsafeMutableBufferPointer { counts in
        for row in 0..<PairTallyKernel.blockSize {
          counts[Int(block[one + row]) * width + Int(block[other + row])] += 1
        }
      }
    }
  }

  func itemTallies() -> [ItemTally] {
    zip(items, itemCounts).map { ItemTally(unchecked: $0.codes, Array($1.dropLast())) }
  }

  func contingencyTables() -> [ContingencyTable] {
    zip(pairs, pairCounts).map { pair, counts in
      let (first, second) = pair
      let cells = (0..<widths[first] - 1).flatMap { row in
        counts[row * widths[second]..<(row + 1) * widths[second] - 1]
      }
      return ContingencyTable(unchecked: items[first].codes, items[second].codes, Array(cells))
    }
  }
}
