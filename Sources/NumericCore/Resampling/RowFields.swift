/// What each row adds to the sums from which a statistic is computed.
///
/// A resample is a choice of rows, and its sums are those of the rows chosen; the data themselves are
/// never copied.
struct RowFields {
  let rowCount: Int
  let fieldCount: Int
  /// Row by row.
  private(set) var values: [Double]

  init(rowCount: Int, fieldCount: Int) {
    self.rowCount = rowCount
    self.fieldCount = fieldCount
    values = [Double](repeating: 0, count: rowCount * fieldCount)
  }

  subscript(row: Int, field: Int) -> Double {
    get { values[row * fieldCount + field] }
    set { values[row * fieldCount + field] = newValue }
  }

  /// The sums over all rows.
  var totals: [Double] {
    var sums = [Double](repeating: 0, count: fieldCount)
    for row in 0..<rowCount {
      for field in 0..<fieldCount { sums[field] += self[row, field] }
    }
    return sums
  }

  /// One row for each group, with the sums of the group's rows.
  func grouped(_ groups: [Int], groupCount: Int) -> RowFields {
    var result = RowFields(rowCount: groupCount, fieldCount: fieldCount)
    for row in 0..<rowCount {
      for field in 0..<fieldCount { result[groups[row], field] += self[row, field] }
    }
    return result
  }

  /// The largest value of each field.
  var maxima: [Double] {
    var maxima = [Double](repeating: 0, count: fieldCount)
    for row in 0..<rowCount {
      for field in 0..<fieldCount { maxima[field] = max(maxima[field], self[row, field]) }
    }
    return maxima
  }

  /// Whether all sums of resamples, and products of two of them, are whole numbers without rounding.
  func areExactIntegers(maxima: [Double]) -> Bool {
    let size = (maxima.max() ?? 0) * Double(rowCount) * Double(rowCount)
    return size < 0x1p53 && values.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
  }
}
