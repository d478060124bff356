import SurveyModel

/// Turns the columns of one multi-select question into ticked options.
struct MultiSelectDecoder {
  let question: MultiSelectQuestion
  let file: SourceFile
  let columns: MultiSelectColumns

  /// One state and one set of ticks for each of `rows`.
  ///
  /// - Parameter asked: for every row of the file whether its wave is asked; nil: all are.
  func decode(rows: [Int], asked: [Bool]?) -> MultiSelectColumn {
    var result = read()
    var ticks = result.ticks
    for row in absentRows() {
      result.isUnreadable[row] = true
    }
    for row in ticks.indices where result.isUnreadable[row] { ticks[row] = 0 }
    reportExclusive(ticks)
    let unseen = result.isUnseen
    let states = rows.map { row -> MultiSelectColumn.State in
      if asked?[row] == false || unseen?[row] == true { return .notShown }
      if result.isUnreadable[row] { return .unreadable }
      return ticks[row] != 0 ? .answered : .nothingTicked
    }
    return MultiSelectColumn(
      states: states,
      ticks: zip(rows, states).map { row, state in state == .answered ? ticks[row] : 0 })
  }

  private func read() -> MultiSelectRows {
    switch columns.layout {
    case .split(let places):
      OptionColumnReport(question: question, file: file, columns: columns).report(places)
      return SplitReader(question: question, file: file, places: places).read()
    case .joined(let place):
      return JoinedColumnReader(
        question: question, file: file, column: file.table.columns[place]
      ).read()
    }
  }

  private var ownColumns: [RawColumn] {
    switch columns.layout {
    case .split(let places): places.compactMap { $0.map { file.table.columns[$0] } }
    case .joined(let place): [file.table.columns[place]]
    }
  }

  private var joinedColumn: Int? {
    if case .joined(let place) = columns.layout { place } else { nil }
  }

  /// Rows that ended before one of the question's columns: what they would have ticked is unknown.
  private func absentRows() -> [Int] {
    guard !file.table.raggedRows.isEmpty else { return [] }
    return file.table.raggedRows.map(\.row).filter { row in
      ownColumns.contains { $0.cellState(row) == .absent }
    }
  }

  private func reportExclusive(_ ticks: [UInt64]) {
    var exclusive: UInt64 = 0
    for (index, option) in question.options.enumerated() where option.isExclusive {
      exclusive |= UInt64(1) << UInt64(index)
    }
    let rows = ticks.indices.filter {
      ticks[$0] & exclusive != 0 && ticks[$0].nonzeroBitCount > 1
    }
    guard !rows.isEmpty else { return }
    file.report(
      .exclusiveOption, rows: rows, total: rows.count, column: joinedColumn, subject: question.id,
      "question `\(question.id)` has an exclusive option ticked together with others \(times(rows.count)); the answers are counted as they stand"
    )
  }
}
