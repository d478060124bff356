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

  /// - Throws: `tooFewValues` without any person; `constantValues` where an item has one answer.
  init(of table: ContingencyTable, emptyCells: EmptyCellRule) throws(NumericError) {
    totalCount = table.totalCount
    guard totalCount > 0 else { throw .tooFewValues(count: 0, required: 2) }
    let keptRows = table.rowTally.counts.indices.filter { table.rowTally.counts[$0] > 0 }
    let keptColumns = table.columnTally.counts.indices.filter { table.columnTally.counts[$0] > 0 }
    guard keptRows.count > 1 else { throw .constantValues(item: 0) }
    guard keptColumns.count > 1 else { throw .constantValues(item: 1) }
    var counts = keptRows.flatMap { row in keptColumns.map { Double(table[row, $0]) } }
    observed = counts
    rowOfCode = table.rowCodes.indices.map { keptRows.firstIndex(of: $0) }
    columnOfCode = table.columnCodes.indices.map { keptColumns.firstIndex(of: $0) }
    let empty = counts.indices.filter { counts[$0] == 0 }
    emptyCellCount = empty.count
    switch emptyCells {
    case .kept: break
    case .halfInBinary:
      if counts.count == 4, empty.count == 1 {
        // The empty cell and the one diagonal to it gain what the two others lose.
        let diagonal = [0, 3].contains(empty[0])
        for cell in 0..<4 { counts[cell] += (cell % 3 == 0) == diagonal ? 0.5 : -0.5 }
      }
    case .halfAdded: for cell in empty { counts[cell] = 0.5 }
    }
    self.counts = counts
    let width = keptColumns.count
    rows = try ItemThresholds(
      counts: keptRows.indices.map { row in
        counts[row * width..<(row + 1) * width].reduce(0, +)
      })
    columns = try ItemThresholds(
      counts: keptColumns.indices.map { column in
        keptRows.indices.reduce(0) { $0 + counts[$1 * width + column] }
      })
  }
}
