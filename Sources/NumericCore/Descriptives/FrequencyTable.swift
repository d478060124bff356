/// The distinct values of a column, ascending, with how often each occurs.
///
/// Every description is computed from it, so that row order can't show in a number.
struct FrequencyTable {
  let values: [Double]
  let counts: [Int]
  /// Number of values, n, at least 1.
  let count: Int

  init(of column: [Double]) throws(NumericError) {
    guard !column.isEmpty else { throw .tooFewValues(count: 0, required: 1) }
    for value in column where !value.isFinite { throw .notANumber }
    var values: [Double] = []
    var counts: [Int] = []
    for value in column.sorted() {
      if value == values.last {
        counts[counts.count - 1] += 1
      } else {
        values.append(value)
        counts.append(1)
      }
    }
    self.values = values
    self.counts = counts
    count = column.count
  }

  init(of tally: ItemTally) throws(NumericError) {
    guard tally.validCount > 0 else { throw .tooFewValues(count: 0, required: 1) }
    let present = tally.counts.indices.filter { tally.counts[$0] > 0 }
    values = present.map { Double(tally.codes[$0]) }
    counts = present.map { tally.counts[$0] }
    count = tally.validCount
  }

  private init(values: [Double], counts: [Int], count: Int) {
    self.values = values
    self.counts = counts
    self.count = count
  }

  var minimum: Double { values[0] }
  var maximum: Double { values[values.count - 1] }

  /// The middle value, or the mean of the two in the middle.
  var median: Double {
    let (low, high) = (value(at: (count - 1) / 2), value(at: count / 2))
    return low == high ? low : low / 2 + high / 2
  }

  /// All values that occur most often, ascending.
  var modes: [Double] {
    let highest = counts.reduce(0, max)
    return values.indices.filter { counts[$0] == highest }.map { values[$0] }
  }

  /// The value at a position, from 0, of the sorted column.
  func value(at position: Int) -> Double {
    var before = 0
    for (value, count) in zip(values, counts) {
      before += count
      if position < before { return value }
    }
    return maximum
  }

  /// The distances of all values from a centre.
  func distances(from centre: Double) -> FrequencyTable {
    let pairs = zip(values.map { abs($0 - centre) }, counts).sorted { $0.0 < $1.0 }
    return FrequencyTable(values: pairs.map(\.0), counts: pairs.map(\.1), count: count)
  }

  /// The column without its lowest and highest values, so many at each end.
  func trimmed(_ cut: Int) -> FrequencyTable {
    var before = 0
    var kept: [(Double, Int)] = []
    for (value, number) in zip(values, counts) {
      let first = max(before, cut)
      let last = min(before + number, count - cut)
      if first < last { kept.append((value, last - first)) }
      before += number
    }
    return FrequencyTable(values: kept.map(\.0), counts: kept.map(\.1), count: count - 2 * cut)
  }
}
