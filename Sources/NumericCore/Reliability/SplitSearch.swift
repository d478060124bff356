/// A walk over the splits of a scale, looking for the halves that agree most and least.
///
/// With a sign for each item, + in the half of the first item and − in the other, the signed sum
/// Σ Σ sign · sign · covariance is the total less four times the covariance of the halves. Items get
/// their sign one after another; each step adds one row of the matrix to running sums that the next
/// items start from, so that a split costs a few additions, and no rounding error is passed on from
/// one split to the next.
struct SplitSearch {
  /// The half of the first item in the split with the largest covariance of halves.
  private(set) var closest: [Bool]
  /// The half of the first item in the split with the smallest covariance of halves.
  private(set) var farthest: [Bool]
  private(set) var splitCount = 0
  private let count: Int
  private let entries: [Double]
  /// For each item the sum of the matrix over this and all later items.
  private let tails: [Double]
  private var smallest = Double.infinity
  private var largest = -Double.infinity

  init(_ matrix: some ItemMatrix) {
    count = matrix.count
    entries = matrix.entries
    closest = [Bool](repeating: false, count: count)
    farthest = closest
    var tails = [Double](repeating: 0, count: count + 1)
    for item in stride(from: count - 1, through: 0, by: -1) {
      var sum = matrix.entry(item, item)
      for later in item + 1..<max(count, item + 1) { sum += 2 * matrix.entry(item, later) }
      tails[item] = tails[item + 1] + sum
    }
    self.tails = tails
  }

  /// Visits every split whose halves differ by at most one item, each once.
  mutating func visitAll() {
    let sizes = Set([count / 2, (count + 1) / 2]).sorted()
    for size in sizes where size >= 1 { visitAll(sizeOfFirstHalf: size) }
  }

  private mutating func visitAll(sizeOfFirstHalf size: Int) {
    let k = count
    var sums = [Double](repeating: 0, count: (k + 1) * k)
    let best = entries.withUnsafeBufferPointer { entries in
      tails.withUnsafeBufferPointer { tails in
        sums.withUnsafeMutableBufferPointer { sums in
          var walk = SplitWalk(count: k, entries: entries, tails: tails, sums: sums)
          walk.place(0, isFirst: true, firstLeft: size - 1, secondLeft: k - size, 0, 0)
          return walk.best
        }
      }
    }
    splitCount += best.count
    note(best.smallest, best.closest)
    note(best.largest, best.farthest)
  }

  /// Visits splits drawn at random.
  mutating func visitSample(_ sampleCount: Int, seed: UInt64) {
    var random = RandomStream(seed: seed)
    var items = Array(0..<count)
    for _ in 0..<sampleCount {
      for place in 0..<count / 2 {
        items.swapAt(place, place + random.below(count - place))
      }
      var isFirst = [Bool](repeating: false, count: count)
      for item in items.prefix(count / 2) { isFirst[item] = true }
      if !isFirst[0] { isFirst = isFirst.map { !$0 } }
      splitCount += 1
      note(signedSum(isFirst), isFirst)
    }
  }

  private func signedSum(_ isFirst: [Bool]) -> Double {
    var sum = 0.0
    for one in 0..<count {
      for other in 0..<count {
        let entry = entries[one * count + other]
        sum += isFirst[one] == isFirst[other] ? entry : -entry
      }
    }
    return sum
  }

  private mutating func note(_ sum: Double, _ mask: UInt32) {
    note(sum, (0..<count).map { mask >> UInt32($0) & 1 == 1 })
  }

  private mutating func note(_ sum: Double, _ isFirst: [Bool]) {
    if sum < smallest {
      smallest = sum
      closest = isFirst
    }
    if sum > largest {
      largest = sum
      farthest = isFirst
    }
  }
}

/// The recursion of `SplitSearch` over one size of the first half.
private struct SplitWalk {
  struct Best {
    var smallest = Double.infinity
    var largest = -Double.infinity
    var closest: UInt32 = 0
    var farthest: UInt32 = 0
    var count = 0
  }

  let count: Int
  let entries: UnsafeBufferPointer<Double>
  let tails: UnsafeBufferPointer<Double>
  /// For each number of placed items and each item: the signed sum of its entries with those placed.
  let sums: UnsafeMutableBufferPointer<Double>
  var best = Best()

  /// Gives an item its half, then all later ones; `left` counts the places still free.
  mutating func place(
    _ item: Int, isFirst: Bool, firstLeft: Int, secondLeft: Int, _ sum: Double, _ mask: UInt32
  ) {
    let sign = isFirst ? 1.0 : -1.0
    let from = item * count
    let to = from + count
    let mask = isFirst ? mask | 1 << UInt32(item) : mask
    let sum = sum + entries[from + item] + 2 * sign * sums[from + item]
    for later in item + 1..<max(count, item + 1) {
      sums[to + later] = sums[from + later] + sign * entries[from + later]
    }
    if firstLeft == 0 || secondLeft == 0 {
      finish(item + 1, isFirst: secondLeft == 0, sum, mask)
      return
    }
    place(
      item + 1, isFirst: true, firstLeft: firstLeft - 1, secondLeft: secondLeft, sum, mask)
    place(
      item + 1, isFirst: false, firstLeft: firstLeft, secondLeft: secondLeft - 1, sum, mask)
  }

  /// Gives all remaining items the same half.
  private mutating func finish(_ item: Int, isFirst: Bool, _ sum: Double, _ mask: UInt32) {
    var cross = 0.0
    for later in item..<max(count, item) { cross += sums[item * count + later] }
    let sum = sum + tails[item] + (isFirst ? 2 * cross : -2 * cross)
    let rest = isFirst ? UInt32(1 << count) &- UInt32(1 << item) : 0
    best.count += 1
    if sum < best.smallest {
      best.smallest = sum
      best.closest = mask | rest
    }
    if sum > best.largest {
      best.largest = sum
      best.farthest = mask | rest
    }
  }
}
