/// How often each pair of codes of two items was answered together.
public struct ContingencyTable: Hashable, Sendable {
  /// The codes of the first item, ascending; one row of counts each.
  public let rowCodes: [Int]
  /// The codes of the second item, ascending; one column of counts each.
  public let columnCodes: [Int]
  /// The counts, row by row.
  public let counts: [Int]

  init(unchecked rowCodes: [Int], _ columnCodes: [Int], _ counts: [Int]) {
    self.rowCodes = rowCodes
    self.columnCodes = columnCodes
    self.counts = counts
  }

  /// Takes counts that were made elsewhere.
  ///
  /// - Throws: `unequalLengths` when there is not one count for each pair of codes;
  ///   `codesNotAscending`; `tooManyCodes`; `codeOutOfRange`; `countsOutOfRange` when negative.
  public init(rowCodes: [Int], columnCodes: [Int], counts: [Int]) throws(NumericError) {
    try ItemCodes.check(rowCodes)
    try ItemCodes.check(columnCodes)
    let cells = rowCodes.count * columnCodes.count
    guard counts.count == cells else {
      throw .unequalLengths(first: counts.count, second: cells)
    }
    for count in counts where count < 0 { throw .countsOutOfRange(part: count, whole: count) }
    self.init(unchecked: rowCodes, columnCodes, counts)
  }

  /// The number of rows in which both items have an answer.
  public var totalCount: Int { counts.reduce(0, +) }

  /// The count at a position of the first and of the second item's codes.
  public subscript(row: Int, column: Int) -> Int { counts[row * columnCodes.count + column] }

  /// The tally of the first item over the rows in which both have an answer.
  public var rowTally: ItemTally {
    let width = columnCodes.count
    return ItemTally(
      unchecked: rowCodes,
      rowCodes.indices.map { counts[$0 * width..<($0 + 1) * width].reduce(0, +) })
  }

  /// The tally of the second item over the rows in which both have an answer.
  public var columnTally: ItemTally { transposed.rowTally }

  /// The table with its items exchanged.
  public var transposed: ContingencyTable {
    let cells = columnCodes.indices.flatMap { column in
      rowCodes.indices.map { self[$0, column] }
    }
    return ContingencyTable(unchecked: columnCodes, rowCodes, cells)
  }

  /// The counts of both tables together, over the codes of both.
  public func merged(with other: ContingencyTable) -> ContingencyTable {
    if rowCodes == other.rowCodes && columnCodes == other.columnCodes {
      return ContingencyTable(
        unchecked: rowCodes, columnCodes, zip(counts, other.counts).map { $0 + $1 })
    }
    let rows = Set(rowCodes).union(other.rowCodes).sorted()
    let columns = Set(columnCodes).union(other.columnCodes).sorted()
    let cells = rows.flatMap { row in
      columns.map { count(of: row, and: $0) + other.count(of: row, and: $0) }
    }
    return ContingencyTable(unchecked: rows, columns, cells)
  }

  /// The number of rows with these two answers; 0 for a code that an item does not have.
  public func count(of rowCode: Int, and columnCode: Int) -> Int {
    guard let row = rowCodes.firstIndex(of: rowCode),
      let column = columnCodes.firstIndex(of: columnCode)
    else { return 0 }
    return self[row, column]
  }

  /// The sum over rows of the product of both answers.
  var exactSumOfProducts: Int128 {
    var sum: Int128 = 0
    for (row, rowCode) in rowCodes.enumerated() {
      for (column, columnCode) in columnCodes.enumerated() {
        sum += Int128(rowCode) * Int128(columnCode) * Int128(self[row, column])
      }
    }
    return sum
  }

  /// n · sum of products − product of sums; n(n − 1) times the covariance.
  var exactCovarianceNumerator: Int128 {
    Int128(totalCount) * exactSumOfProducts - rowTally.exactSum * columnTally.exactSum
  }
}
