import ReportDocument

extension Table {
  /// The table without columns that hold nothing but reasons for emptiness, such as intervals that
  /// no row has; the reason belongs in the note.
  func withoutEmptyColumns() -> Table {
    let dropped = Set(columns.indices.dropFirst().filter(isEmpty))
    guard !dropped.isEmpty else { return self }
    var table = self
    table.columns = columns.indices.filter { !dropped.contains($0) }.map { columns[$0] }
    table.groups = groups.map { group in
      RowGroup(heading: group.heading, rows: group.rows.map { $0.without(dropped) })
    }
    return table
  }

  private func isEmpty(_ column: Int) -> Bool {
    let cells = rows.compactMap { $0.cell(in: column) }
    let isReasonOnly = cells.allSatisfy { cell in
      switch cell {
      case .empty, .spanning: true
      default: false
      }
    }
    return isReasonOnly && cells.contains { if case .empty = $0 { true } else { false } }
  }
}

extension Table.Row {
  /// The cell that covers a column; nil where the row ends before it.
  fileprivate func cell(in column: Int) -> Cell? {
    var place = 1
    for cell in cells {
      if (place..<place + cell.columnCount).contains(column) { return cell }
      place += cell.columnCount
    }
    return nil
  }

  fileprivate func without(_ dropped: Set<Int>) -> Table.Row {
    var place = 1
    var kept: [Cell] = []
    for cell in cells {
      let covered = place..<place + cell.columnCount
      place = covered.upperBound
      let lost = covered.count { dropped.contains($0) }
      if case .spanning(let words, let columns) = cell {
        kept.append(.spanning(words, columns: max(1, columns - lost)))
      } else if lost == 0 {
        kept.append(cell)
      }
    }
    return Table.Row(header, kept)
  }
}
