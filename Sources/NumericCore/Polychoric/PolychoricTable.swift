/// A contingency table without empty rows and columns, with the thresholds of its margins.
struct PolychoricTable {
  /// The counts that the correlation is estimated from.
  let counts: [Double]
  /// The counts as they are, without any addition to empty cells.
  let observed: [Double]
  /// For each code of the first item its row, `nil` where nobody chose it.
  let rowOfCode: [Int?]
  /// For each code of the second item its column, `nil` where nobody chose it.
  let columnOfCode: [Int?]
  let rows: ItemThresholds
  let columns: ItemThresholds
  /// Cells that nobody chose, between answers that both occur.
  let emptyCellCount: Int
  let totalCount: Int

  /// The largest number of different answers of an item: from there on they are as good as numbers,
  /// most cells are empty, and the time of a table grows with its cells.
  static let largestCategoryCount = 12

  /// - Parameter known: the thresholds of both items, where other tables have given them already.
  /// - Throws: `tooFewValues` without any person; `constantValues` where an item has one answer;
  ///   `tooManyCategories` where it has more than 12.
  init(
    of table: ContingencyTable, emptyCells: EmptyCellRule,
    known: (rows: ItemThresholds, columns: ItemThresholds)? = nil
  ) throws(NumericError) {
    let (rowSums, columnSums) = PolychoricTable.margins(
      table.counts, rows: table.rowCodes.count, columns: table.columnCodes.count)
    totalCount = rowSums.reduce(0, +)
    guard totalCount > 0 else { throw .tooFewValues(count: 0, required: 2) }
    let keptRows = rowSums.indices.filter { rowSums[$0] > 0 }
    let keptColumns = columnSums.indices.filter { columnSums[$0] > 0 }
    guard keptRows.count > 1 else { throw .constantValues(item: 0) }
    guard keptColumns.count > 1 else { throw .constantValues(item: 1) }
    for (item, kept) in [keptRows, keptColumns].enumerated()
    where kept.count > Self.largestCategoryCount {
      throw .tooManyCategories(item: item, count: kept.count, allowed: Self.largestCategoryCount)
    }
    var counts: [Double] = []
    counts.reserveCapacity(keptRows.count * keptColumns.count)
    for row in keptRows { for column in keptColumns { counts.append(Double(table[row, column])) } }
    observed = counts
    rowOfCode = rowSums.indices.map { keptRows.firstIndex(of: $0) }
    columnOfCode = columnSums.indices.map { keptColumns.firstIndex(of: $0) }
    let empty = counts.indices.filter { counts[$0] == 0 }
    emptyCellCount = empty.count
    PolychoricTable.fill(&counts, empty, emptyCells)
    self.counts = counts
    // Only the last rule changes the margins.
    if let known, emptyCells != .halfAdded {
      (rows, columns) = known
    } else {
      let (first, second) = PolychoricTable.margins(
        counts, rows: keptRows.count, columns: keptColumns.count)
      rows = try ItemThresholds(counts: first)
      columns = try ItemThresholds(counts: second)
    }
  }

  /// Treats empty cells as the rule says.
  private static func fill(_ counts: inout [Double], _ empty: [Int], _ rule: EmptyCellRule) {
    switch rule {
    case .kept: break
    case .halfInBinary:
      guard counts.count == 4, empty.count == 1 else { return }
      // The empty cell and the one diagonal to it gain what the two others lose.
      let diagonal = [0, 3].contains(empty[0])
      for cell in 0..<4 { counts[cell] += (cell % 3 == 0) == diagonal ? 0.5 : -0.5 }
    case .halfAdded: for cell in empty { counts[cell] = 0.5 }
    }
  }

  /// The sums over columns and over rows.
  private static func margins<Count: Numeric>(
    _ counts: [Count], rows: Int, columns: Int
  ) -> (rows: [Count], columns: [Count]) {
    var first = [Count](repeating: 0, count: rows)
    var second = [Count](repeating: 0, count: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let count = counts[row * columns + column]
        first[row] += count
        second[column] += count
      }
    }
    return (first, second)
  }
}
