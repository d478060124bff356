extension CovarianceMatrix {
  /// Computes the covariances of number columns, in two passes with doubled precision.
  ///
  ///     covariance = sum of (x − mean of x) (y − mean of y) / (n − 1)
  ///
  /// - Parameters:
  ///   - columns: one for each item, all of the same rows; `nil` is a missing value.
  ///   - policy: with `listwise`, rows with a missing value are left out everywhere; with
  ///     `pairwise`, means and n are those of the rows that both columns of a pair have.
  /// - Throws: `tooFewItems` when there is no column; `unequalLengths`; `notANumber`;
  ///   `tooFewValues` when a column, or for listwise the table, has fewer than 2 rows;
  ///   `noCommonValues` when two columns have fewer than 2 rows in common; `outOfRange`.
  public init(columns: [[Double?]], policy: MissingDataPolicy) throws(NumericError) {
    guard let first = columns.first else { throw .tooFewItems(count: 0, required: 1) }
    for column in columns {
      guard column.count == first.count else {
        throw .unequalLengths(first: first.count, second: column.count)
      }
      for case let value? in column where !value.isFinite { throw .notANumber }
    }
    let complete = first.indices.filter { row in columns.allSatisfy { $0[row] != nil } }
    if policy == .listwise && complete.count < 2 {
      throw .tooFewValues(count: complete.count, required: 2)
    }
    let used = policy == .listwise ? columns.map { column in complete.map { column[$0] } } : columns
    let k = columns.count
    var entries = [Double](repeating: 0, count: k * k)
    var counts = CaseCounts(
      rows: first.count, complete: complete.count, smallestPair: .max, largestPair: 0)
    for one in 0..<k {
      for other in one..<k {
        let products = CentredProducts(used[one], used[other])
        guard products.count >= 2 else {
          if one == other { throw .tooFewValues(count: products.count, required: 2) }
          throw .noCommonValues(first: one, second: other)
        }
        counts.include(pair: products.count)
        let entry = (products.cross / DoubleDouble(Double(products.count - 1))).rounded
        entries[one * k + other] = entry
        entries[other * k + one] = entry
      }
    }
    try self.init(
      entries: entries, exactEntries: nil, count: k, policy: policy, counts: counts)
  }
}
