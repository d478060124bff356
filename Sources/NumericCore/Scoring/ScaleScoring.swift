/// Scores of rows over the items that were answered.
public enum ScaleScoring {
  /// The mean of the answered items of each row, `nil` where too few were answered.
  ///
  /// - Parameters:
  ///   - items: at least one item, keyed in one direction, all of the same rows.
  ///   - minimumAnswered: how many items a row must have answered, from 1 to the number of items.
  /// - Throws: `tooFewItems` when there is none; `unequalLengths`; `parameterOutOfRange`.
  ///
  /// The sum is a whole number and the division the only rounding.
  /// Checked against R 4.2.2, `rowMeans`.
  public static func means(of items: [ItemCodes], minimumAnswered: Int) throws(NumericError)
    -> [Double?]
  {
    let totals = try Totals(of: items, minimumAnswered: minimumAnswered)
    return zip(totals.sums, totals.answered).map { sum, answered in
      answered >= minimumAnswered ? Double(sum) / Double(answered) : nil
    }
  }

  /// The sum of the answered items of each row, `nil` where too few were answered.
  ///
  /// Rows with fewer answers have smaller sums: ask for all items, unless that is meant.
  ///
  /// - Throws: as `means(of:minimumAnswered:)`.
  public static func sums(of items: [ItemCodes], minimumAnswered: Int) throws(NumericError)
    -> [Int?]
  {
    let totals = try Totals(of: items, minimumAnswered: minimumAnswered)
    return zip(totals.sums, totals.answered).map { $1 >= minimumAnswered ? $0 : nil }
  }

  /// The mean of the values of each row, `nil` where too few are there.
  ///
  /// - Parameters:
  ///   - columns: at least one column of numbers, all of the same rows; `nil` is missing.
  ///   - minimumAnswered: how many values a row must have, from 1 to the number of columns.
  /// - Throws: `tooFewItems` when there is none; `unequalLengths`; `parameterOutOfRange`;
  ///   `notANumber`; `outOfRange`.
  public static func means(of columns: [[Double?]], minimumAnswered: Int) throws(NumericError)
    -> [Double?]
  {
    let lengths = columns.map(\.count)
    let rowCount = try check(lengths, minimumAnswered)
    var means: [Double?] = []
    means.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      var sum = DoubleDouble(0)
      var answered = 0
      for column in columns {
        guard let value = column[row] else { continue }
        guard value.isFinite else { throw .notANumber }
        sum += DoubleDouble(value)
        answered += 1
      }
      guard answered >= minimumAnswered else {
        means.append(nil)
        continue
      }
      means.append(try (sum / DoubleDouble(Double(answered))).rounded.orOutOfRange())
    }
    return means
  }

  fileprivate static func check(_ lengths: [Int], _ minimumAnswered: Int) throws(NumericError)
    -> Int
  {
    guard let rowCount = lengths.first else { throw .tooFewItems(count: 0, required: 1) }
    for length in lengths where length != rowCount {
      throw .unequalLengths(first: rowCount, second: length)
    }
    guard minimumAnswered >= 1, minimumAnswered <= lengths.count else {
      throw .parameterOutOfRange(name: "minimum answered", value: Double(minimumAnswered))
    }
    return rowCount
  }
}

/// For each row the sum of its answers and their number.
private struct Totals {
  private(set) var sums: [Int]
  private(set) var answered: [Int]

  init(of items: [ItemCodes], minimumAnswered: Int) throws(NumericError) {
    let rowCount = try ScaleScoring.check(items.map(\.rowCount), minimumAnswered)
    sums = [Int](repeating: 0, count: rowCount)
    answered = [Int](repeating: 0, count: rowCount)
    for item in items { add(item) }
  }

  private mutating func add(_ item: ItemCodes) {
    // Every index has an entry, so that the loop has no branch: a missing answer adds 0 and 0.
    var values = [Int](repeating: 0, count: 256)
    var presence = [Int](repeating: 0, count: 256)
    for (index, code) in item.codes.enumerated() {
      values[index] = code
      presence[index] = 1
    }
    for (row, index) in item.indexes.enumerated() {
      sums[row] += values[Int(index)]
      answered[row] += presence[Int(index)]
    }
  }
}
