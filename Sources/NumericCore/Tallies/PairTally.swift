/// The contingency tables of every pair of items; all that covariances need of the answers.
public struct PairTally: Hashable, Sendable {
  /// The rule by which rows with missing answers were used.
  public let policy: MissingDataPolicy
  /// The number of rows looked at.
  public let rowCount: Int
  /// The number of rows in which every item has an answer.
  public let completeCaseCount: Int
  /// The number of rows in which at least one item has an answer.
  public let answeredRowCount: Int
  /// The tally of each item; for listwise, over the complete cases only.
  public let items: [ItemTally]
  /// The tables of the pairs (0, 1), (0, 2), …, (1, 2), …
  let tables: [ContingencyTable]

  /// Counts the answers of items over the same rows.
  ///
  /// - Parameters:
  ///   - items: at least one item; all with the same number of rows.
  ///   - policy: with `listwise`, rows with a missing answer are left out of every table.
  /// - Throws: `tooFewItems` when there is none; `unequalLengths` when row counts differ.
  public init(of items: [ItemCodes], policy: MissingDataPolicy) throws(NumericError) {
    try self.init(of: items, policy: policy, rows: 0..<(items.first?.rowCount ?? 0))
  }

  /// Counts the answers of items over a range of their rows.
  ///
  /// - Throws: `tooFewItems` when there is none; `unequalLengths` when row counts differ or `rows`
  ///   reaches beyond them.
  public init(of items: [ItemCodes], policy: MissingDataPolicy, rows: Range<Int>)
    throws(NumericError)
  {
    guard let first = items.first else { throw .tooFewItems(count: 0, required: 1) }
    for item in items where item.rowCount != first.rowCount {
      throw .unequalLengths(first: first.rowCount, second: item.rowCount)
    }
    guard rows.lowerBound >= 0, rows.upperBound <= first.rowCount else {
      throw .unequalLengths(first: first.rowCount, second: rows.upperBound)
    }
    var kernel = PairTallyKernel(items: items, policy: policy)
    kernel.count(rows: rows)
    self.policy = policy
    rowCount = rows.count
    completeCaseCount = kernel.completeCaseCount
    answeredRowCount = kernel.answeredRowCount
    self.items = kernel.itemTallies()
    tables = kernel.contingencyTables()
  }

  /// Takes counts of rows without missing answers.
  init(complete items: [ItemTally], tables: [ContingencyTable], rowCount: Int) {
    policy = .listwise
    self.rowCount = rowCount
    completeCaseCount = rowCount
    answeredRowCount = rowCount
    self.items = items
    self.tables = tables
  }

  private init(merging one: PairTally, _ other: PairTally) {
    policy = one.policy
    rowCount = one.rowCount + other.rowCount
    completeCaseCount = one.completeCaseCount + other.completeCaseCount
    answeredRowCount = one.answeredRowCount + other.answeredRowCount
    items = zip(one.items, other.items).map { $0.merged(with: $1) }
    tables = zip(one.tables, other.tables).map { $0.merged(with: $1) }
  }

  /// The number of items, k.
  public var itemCount: Int { items.count }

  /// The table of two different items; its rows are the codes of `first`.
  public func table(_ first: Int, _ second: Int) -> ContingencyTable {
    precondition(first != second, "a pair has two items")
    let (low, high) = (min(first, second), max(first, second))
    let before = low * itemCount - low * (low + 1) / 2
    let table = tables[before + high - low - 1]
    return first < second ? table : table.transposed
  }

  /// The counts of both tallies together.
  ///
  /// - Throws: `differentTallies` when the numbers of items or the missing-data rules differ.
  public func merged(with other: PairTally) throws(NumericError) -> PairTally {
    guard itemCount == other.itemCount, policy == other.policy else { throw .differentTallies }
    return PairTally(merging: self, other)
  }
}
