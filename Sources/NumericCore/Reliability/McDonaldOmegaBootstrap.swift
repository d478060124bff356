internal import Dispatch

extension BootstrapDistribution {
  /// Resamples the rows of a scale and fits one factor by maximum likelihood in each resample.
  ///
  /// Each search starts from the solution of the data themselves.
  ///
  /// - Parameters:
  ///   - rows: of at least 3 items, keyed in one direction.
  ///   - options: number of resamples, seed and threads.
  /// - Throws: what `McDonaldOmega` throws for the data themselves; `tooManyItems` above 40 items;
  ///   `tooManyUndefinedResamples` when it is undefined in more than a tenth of the resamples.
  ///
  /// Reference: Padilla & Divers (2013), Educational and Psychological Measurement 73, 956–972,
  /// doi:10.1177/0013164413492765.
  public init(ofOmegaOf rows: ItemRows, options: BootstrapOptions) throws(NumericError) {
    try self.init(ofOneFactorOf: rows, options: options, statistic: OneFactorFit.omega)
  }

  /// The largest number of items whose factor is fitted anew in every resample.
  static let largestFactorItemCount = 40
  /// The largest number of cells of the tables of all pairs of items that are counted anew in every
  /// resample: nine items of five answers have 900.
  static let largestCellCount = 1000

  /// The same for any statistic of the one factor.
  init(
    ofOneFactorOf rows: ItemRows, options: BootstrapOptions,
    statistic: @escaping @Sendable (OneFactorFit, CovarianceMatrix) -> Double
  ) throws(NumericError) {
    guard rows.itemCount <= Self.largestFactorItemCount else {
      throw .tooManyItems(count: rows.itemCount, allowed: Self.largestFactorItemCount)
    }
    let whole = try rows.covariances()
    let start = try OneFactorFit(whole)
    try self.init(of: rows, options: options) { matrix throws(NumericError) in
      statistic(try OneFactorFit(matrix, from: start), matrix)
    }
  }

  /// Resamples the rows of a scale of ordinal items and computes categorical omega in each resample.
  ///
  /// Rows are drawn as weights of the contingency tables. The acceleration comes from leaving out
  /// one of at most 100 groups of rows.
  ///
  /// - Parameters:
  ///   - items: at least 3 items, keyed in one direction, over the same rows; rows with a missing
  ///     answer are left out.
  ///   - groups: for each row a number that rows of one person or mentor share; rows of a group are
  ///     drawn together. `nil` where every row is independent.
  ///   - emptyCells: what is done about combinations that nobody chose.
  ///   - options: number of resamples, seed and threads.
  /// - Throws: what `OrdinalReliability` throws for the data themselves; `tooManyCells` above 1,000 cells
  ///   of the tables of all pairs; `tooManyUndefinedResamples` when it is undefined in more than a tenth of the resamples.
  ///
  /// Reference: Kelley & Pornprasertmanit (2016), Psychological Methods 21, 69–92,
  /// doi:10.1037/a0040086.
  public init(
    ofCategoricalOmegaOf items: [ItemCodes], groups: [Int]? = nil, emptyCells: EmptyCellRule,
    options: BootstrapOptions
  ) throws(NumericError) {
    try self.init(
      ofOrdinalItems: items, groups: groups, options: options
    ) { tally throws(NumericError) in
      try OrdinalReliability(of: tally, emptyCells: emptyCells).categoricalOmega
    }
  }

  /// The same for any coefficient of the counted answers.
  init(
    ofOrdinalItems items: [ItemCodes], groups: [Int]?, options: BootstrapOptions,
    statistic: @escaping @Sendable (PairTally) throws(NumericError) -> Double
  ) throws(NumericError) {
    let rows = ItemCodes.completeCases(items)
    let n = rows.first?.rowCount ?? 0
    let members = try ItemCodes.members(items, of: groups)
    let caseCount = members?.count ?? n
    let tally = try PairTally(of: rows, policy: .listwise)
    guard tally.cellCount <= Self.largestCellCount else {
      throw .tooManyCells(count: tally.cellCount, allowed: Self.largestCellCount)
    }
    let estimate = try statistic(tally)
    let value: @Sendable ([Int]) -> Double = { weights in
      (try? statistic(PairTally(of: rows, weights: weights))) ?? .nan
    }
    let replicates = Self.replicates(options) { index in
      var stream = RandomStream(seed: options.seed, stream: UInt64(index))
      var weights = [Int](repeating: 0, count: n)
      for _ in 0..<caseCount {
        let drawn = stream.below(caseCount)
        if let members {
          for row in members[drawn] { weights[row] += 1 }
        } else {
          weights[drawn] += 1
        }
      }
      return value(weights)
    }
    let partCount = min(caseCount, 100)
    let leaveOneOut = (0..<partCount).map { part in
      var weights = [Int](repeating: 1, count: n)
      for index in stride(from: part, to: caseCount, by: partCount) {
        for row in members?[index] ?? [index] { weights[row] = 0 }
      }
      return value(weights)
    }
    try self.init(
      estimate: estimate, replicates: replicates, leaveOneOut: leaveOneOut, caseCount: caseCount,
      options: options)
  }

  /// A number for each resample, on several threads, in the order of the resamples.
  private static func replicates(
    _ options: BootstrapOptions, _ compute: @Sendable (Int) -> Double
  ) -> [Double] {
    let (count, workers) = (options.resampleCount, options.threadCount)
    guard workers > 1 else { return (0..<count).map(compute) }
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each worker writes its own places only.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in stride(from: worker, to: count, by: workers) {
          buffer[index] = compute(index)
        }
      }
      initialized = count
    }
  }
}

extension PairTally {
  /// The cells of all tables, between answers that occur.
  fileprivate var cellCount: Int {
    let used = items.map { item in item.counts.filter { $0 > 0 }.count }
    return PairTallyKernel.pairs(used.count).reduce(0) { $0 + used[$1.0] * used[$1.1] }
  }

  /// Counts rows without missing answers as often as their weights say.
  init(of items: [ItemCodes], weights: [Int]) {
    let widths = items.map { max($0.codes.count, 1) }
    var singles: [ItemTally] = []
    for item in items {
      var counts = [Int](repeating: 0, count: item.codes.count)
      for (index, weight) in zip(item.indexes, weights) { counts[Int(index)] += weight }
      singles.append(ItemTally(unchecked: item.codes, counts))
    }
    let tables = PairTallyKernel.pairs(items.count).map { first, second in
      let (one, other, width) = (items[first].indexes, items[second].indexes, widths[second])
      var counts = [Int](repeating: 0, count: items[first].codes.count * width)
      for row in weights.indices { counts[Int(one[row]) * width + Int(other[row])] += weights[row] }
      return ContingencyTable(unchecked: items[first].codes, items[second].codes, counts)
    }
    self.init(complete: singles, tables: tables, rowCount: weights.reduce(0, +))
  }
}

extension OneFactorFit {
  /// Omega total in the units of the items.
  static func omega(_ fit: OneFactorFit, _ matrix: CovarianceMatrix) -> Double {
    var (sum, unique) = (0.0, 0.0)
    for item in 0..<matrix.count {
      sum += fit.loadings[item] * matrix[item, item].squareRoot()
      unique += fit.residuals[item] * matrix[item, item]
    }
    return square(sum) / (square(sum) + unique)
  }
}

extension ItemCodes {
  /// The complete rows of each group, rows counted among the complete ones; `nil` without groups.
  ///
  /// - Throws: `unequalLengths`; `tooFewValues` for fewer than 40 groups.
  fileprivate static func members(
    _ items: [ItemCodes], of groups: [Int]?
  ) throws(NumericError) -> [[Int]]? {
    guard let groups else { return nil }
    let count = items.first?.rowCount ?? 0
    guard groups.count == count else {
      throw .unequalLengths(first: count, second: groups.count)
    }
    var members: [Int: [Int]] = [:]
    var place = 0
    for row in 0..<count where items.allSatisfy({ $0[row] != nil }) {
      members[groups[row], default: []].append(place)
      place += 1
    }
    guard members.count >= ItemRows.smallestGroupCount else {
      throw .tooFewValues(count: members.count, required: ItemRows.smallestGroupCount)
    }
    return members.keys.sorted().compactMap { members[$0] }
  }
}
