extension BootstrapDistribution {
  /// Resamples the rows of a scale and computes Cronbach's alpha in each resample.
  ///
  /// - Parameters:
  ///   - rows: of at least 2 items, keyed in one direction.
  ///   - options: number of resamples, seed and threads.
  /// - Throws: `tooFewItems` when k < 2; `noTotalVariance` when alpha is undefined; `tooManyUndefinedResamples`
  ///   when it is undefined in more than a tenth of the resamples.
  ///
  /// Reference: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 6.
  /// Checked against R 4.2.2, `boot` 1.3-28.1, within the error of simulation.
  public init(ofAlphaOf rows: ItemRows, options: BootstrapOptions) throws(NumericError) {
    let k = rows.itemCount
    guard k >= 2 else { throw .tooFewItems(count: k, required: 2) }
    let fields = rows.policy == .listwise ? rows.alphaFields() : rows.pairwiseFields()
    let isComplete = rows.policy == .listwise
    let statistic: @Sendable ([Double]) -> Double = { sums in
      isComplete ? alphaOfComplete(sums, itemCount: k) : alphaOfPairs(sums, itemCount: k)
    }
    guard statistic(fields.totals).isFinite else { throw .noTotalVariance }
    try self.init(fields, caseCount: rows.caseCount, options, statistic)
  }

  /// Resamples the rows of a scale and computes a statistic of the covariances in each resample.
  ///
  /// - Parameters:
  ///   - rows: of the items, keyed in one direction.
  ///   - options: number of resamples, seed and threads.
  ///   - statistic: computed on several threads at once; where it throws, the resample counts as
  ///     undefined.
  /// - Throws: what the statistic throws for the data themselves; `tooManyUndefinedResamples` when it is undefined
  ///   in more than a tenth of the resamples.
  public init(
    of rows: ItemRows, options: BootstrapOptions,
    statistic: @escaping @Sendable (CovarianceMatrix) throws(NumericError) -> Double
  ) throws(NumericError) {
    let policy = rows.policy
    let fields = policy == .listwise ? rows.completeFields() : rows.pairwiseFields()
    let k = rows.itemCount
    _ = try statistic(CovarianceMatrix(sums: fields.totals, itemCount: k, policy: policy))
    try self.init(fields, caseCount: rows.caseCount, options) { sums in
      let matrix = try? CovarianceMatrix(sums: sums, itemCount: k, policy: policy)
      return matrix.flatMap { try? statistic($0) } ?? .nan
    }
  }

  private init(
    _ fields: RowFields, caseCount: Int, _ options: BootstrapOptions,
    _ statistic: @escaping @Sendable ([Double]) -> Double
  ) throws(NumericError) {
    try self.init(
      estimate: statistic(fields.totals),
      replicates: Resampler(fields).replicates(options, statistic),
      leaveOneOut: Resampler.leaveOneOut(fields, statistic), caseCount: caseCount,
      options: options)
  }
}

extension ItemRows {
  /// The covariances of the rows themselves.
  ///
  /// - Throws: `tooFewValues` or `noCommonValues` when an item or a pair has fewer than 2 rows.
  func covariances() throws(NumericError) -> CovarianceMatrix {
    let fields = policy == .listwise ? completeFields() : pairwiseFields()
    return try CovarianceMatrix(sums: fields.totals, itemCount: itemCount, policy: policy)
  }
}

/// Alpha from `ItemRows.alphaFields`; NaN where it is undefined.
private func alphaOfComplete(_ sums: [Double], itemCount k: Int) -> Double {
  let n = sums[0]
  var squares = 0.0
  var total = 0.0
  for item in 1...k {
    squares += sums[item] * sums[item]
    total += sums[item]
  }
  let itemVariances = n * sums[k + 1] - squares
  let totalVariance = n * sums[k + 2] - total * total
  return alpha(itemVariances, totalVariance, itemCount: k)
}

/// Alpha from `ItemRows.pairwiseFields`; NaN where it is undefined.
private func alphaOfPairs(_ sums: [Double], itemCount k: Int) -> Double {
  var trace = 0.0
  var total = 0.0
  var field = 0
  for first in 0..<k {
    for second in first..<k {
      let n = sums[field]
      guard n >= 2 else { return .nan }
      let covariance =
        (sums[field + 3] - sums[field + 1] * sums[field + 2] / n) / (n - 1)
      if first == second {
        trace += covariance
        total += covariance
      } else {
        total += 2 * covariance
      }
      field += 4
    }
  }
  return alpha(trace, total, itemCount: k)
}

private func alpha(_ trace: Double, _ total: Double, itemCount: Int) -> Double {
  // Rounding leaves about 1e-16 of the trace where the exact total is zero.
  guard total > 1e-12 * trace else { return .nan }
  let k = Double(itemCount)
  return k / (k - 1) * (1 - trace / total)
}

extension CovarianceMatrix {
  /// The covariances from the fields of a resample.
  ///
  /// - Throws: `tooFewValues` or `noCommonValues` when an item or a pair has fewer than 2 rows.
  fileprivate init(sums: [Double], itemCount k: Int, policy: MissingDataPolicy)
    throws(NumericError)
  {
    var entries = [Double](repeating: 0, count: k * k)
    let complete = policy == .listwise
    var counts = CaseCounts(
      rows: 0, complete: complete ? Int(sums[0]) : 0, smallestPair: .max, largestPair: 0)
    var field = complete ? 1 + k : 0
    for first in 0..<k {
      for second in first..<k {
        let n = complete ? sums[0] : sums[field]
        guard n >= 2 else {
          if first == second { throw .tooFewValues(count: Int(n), required: 2) }
          throw .noCommonValues(first: first, second: second)
        }
        let one = complete ? sums[1 + first] : sums[field + 1]
        let other = complete ? sums[1 + second] : sums[field + 2]
        let product = complete ? sums[field] : sums[field + 3]
        // The difference of products has no rounding error where sums are whole numbers.
        let entry = (n * product - one * other) / (n * (n - 1))
        entries[first * k + second] = entry
        entries[second * k + first] = entry
        counts.include(pair: Int(n))
        counts.rows = max(counts.rows, Int(n))
        field += complete ? 1 : 4
      }
    }
    for item in 0..<k where entries[item * k + item] < 0 { entries[item * k + item] = 0 }
    try self.init(
      entries: entries, exactEntries: nil, count: k, policy: policy, counts: counts)
  }
}
