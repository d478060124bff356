extension CovarianceMatrix {
  /// Computes the covariances of coded items from their counts, in whole numbers.
  ///
  ///     covariance = (n · Sxy − Sx · Sy) / (n (n − 1))
  ///
  /// `Sx` and `Sy` are the sums of two items, `Sxy` the sum of their products, n the rows used. The
  /// division is the only rounding. A variance uses all rows of its item that the policy keeps.
  ///
  /// - Throws: `tooFewValues` when an item, or for listwise the table, has fewer than 2 rows;
  ///   `noCommonValues` when two items have fewer than 2 rows in common.
  public init(of tally: PairTally) throws(NumericError) {
    if tally.policy == .listwise && tally.completeCaseCount < 2 {
      throw .tooFewValues(count: tally.completeCaseCount, required: 2)
    }
    let k = tally.itemCount
    var entries = [Double](repeating: 0, count: k * k)
    var exact = [Int128](repeating: 0, count: k * k)
    var counts = CaseCounts(
      rows: tally.rowCount, complete: tally.completeCaseCount, smallestPair: .max, largestPair: 0)
    for first in 0..<k {
      let item = tally.items[first]
      guard item.validCount >= 2 else {
        throw .tooFewValues(count: item.validCount, required: 2)
      }
      counts.include(pair: item.validCount)
      exact[first * k + first] = item.exactVarianceNumerator
      entries[first * k + first] = perPair(item.exactVarianceNumerator, item.validCount)
      for second in first + 1..<max(k, first + 1) {
        let table = tally.table(first, second)
        let n = table.totalCount
        guard n >= 2 else { throw .noCommonValues(first: first, second: second) }
        counts.include(pair: n)
        let numerator = table.exactCovarianceNumerator
        for cell in [first * k + second, second * k + first] {
          exact[cell] = numerator
          entries[cell] = perPair(numerator, n)
        }
      }
    }
    let hasOneDenominator = counts.smallestPair == counts.largestPair
    try self.init(
      entries: entries, exactEntries: hasOneDenominator ? exact : nil, count: k,
      policy: tally.policy, counts: counts)
  }
}

/// A covariance from n(n − 1) times itself.
private func perPair(_ numerator: Int128, _ n: Int) -> Double {
  exactQuotient(numerator, Int128(n) * Int128(n - 1))
}
