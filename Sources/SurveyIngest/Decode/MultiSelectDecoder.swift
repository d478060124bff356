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
    var ticks = [UInt64](repeating: 0, count: file.rowCount)
    var isUnreadable = [Bool](repeating: false, count: file.rowCount)
    switch columns.layout {
    case .split(let places): readSplit(places, &ticks)
    case .joined(let place): readJoined(file.table.columns[place], &ticks, &isUnreadable)
    }
    reportExclusive(ticks)
    let unseen = unseenRows()
    let states = rows.map { row -> MultiSelectColumn.State in
      if asked?[row] == false || unseen?[row] == true { return .notShown }
      if ticks[row] != 0 { return .answered }
      return isUnreadable[row] ? .unreadable : .nothingTicked
    }
    return MultiSelectColumn(
      states: states,
      ticks: zip(rows, states).map { row, state in state == .answered ? ticks[row] : 0 })
  }

  private var ownColumns: [RawColumn] {
    switch columns.layout {
    case .split(let places): places.compactMap { $0.map { file.table.columns[$0] } }
    case .joined(let place): [file.table.columns[place]]
    }
  }

  /// True for rows with empty cells only, where the tool marks "shown, not ticked"; nil where it
  /// does not mark it in this question.
  private func unseenRows() -> [Bool]? {
    guard let token = file.export.seenUnansweredToken else { return nil }
    var marks: Set<String> = [token]
    if case .split = columns.layout { marks.insert("0") }
    guard ownColumns.contains(where: { $0.texts?.contains(where: marks.contains) ?? false }) else {
      return nil
    }
    return (0..<file.rowCount).map { row in
      ownColumns.allSatisfy { $0.cellState(row) == .empty }
    }
  }

  private var blankTexts: Set<String> {
    Set((ResponseScale.defaultMissingTokens + [""]).map(AnswerText.normalized))
  }

  /// One column an option: any text but a blank or "not ticked" is a tick.
  private func readSplit(_ places: [Int?], _ ticks: inout [UInt64]) {
    let unticked = blankTexts.union(["0", "no", "false", "unchecked", "not selected", "n"])
    reportColumns(places)
    for (option, place) in places.enumerated() {
      guard let column = place.map({ file.table.columns[$0] }) else { continue }
      let bit = UInt64(1) << UInt64(option)
      var known: [String: Bool] = [:]
      for row in 0..<column.rowCount {
        guard let text = column.text(row) else { continue }
        let isTick = known[text] ?? !unticked.contains(AnswerText.normalized(text))
        known[text] = isTick
        if isTick { ticks[row] |= bit }
      }
    }
  }

  private func reportColumns(_ places: [Int?]) {
    let absent = zip(question.options, places).filter { $0.1 == nil }.map { "`\($0.0.code)`" }
    if !absent.isEmpty {
      file.findings.add(
        Finding(
          .missingColumn, at: SourceLocation(file: file.path, line: 1), subject: question.id,
          "question `\(question.id)` has no column for the option \(absent.joined(separator: ", ")); correct its label or code in the codebook"
        ))
    }
    for place in columns.unmatchedColumns {
      file.findings.add(
        Finding(
          .unusedColumn, at: SourceLocation(file: file.path, line: 1, column: place + 1),
          subject: question.id,
          "column `\(file.table.columns[place].name)` looks like an option of `\(question.id)` that the codebook lacks; it is not read"
        ))
    }
  }

  private func readJoined(
    _ column: RawColumn, _ ticks: inout [UInt64], _ isUnreadable: inout [Bool]
  ) {
    let blanks = blankTexts
    var known: [String: JoinedAnswers] = [:]
    var unmatched: [Int] = []
    for row in 0..<column.rowCount {
      guard let text = column.text(row), !blanks.contains(AnswerText.normalized(text)) else {
        continue
      }
      let answer = known[text] ?? JoinedAnswers.split(text, options: question.options)
      known[text] = answer
      for option in answer.options { ticks[row] |= UInt64(1) << UInt64(option) }
      if !answer.unknown.isEmpty {
        unmatched.append(row)
        isUnreadable[row] = answer.options.isEmpty
      }
    }
    guard !unmatched.isEmpty else { return }
    file.report(
      .unmatchedAnswer, rows: unmatched, total: unmatched.count, column: column.index,
      subject: question.id,
      "question `\(question.id)` has \(counted(unmatched.count, "answer", "answers")) with a part that no option matches; add the wording to the aliases of an option or correct the rows"
    )
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
      .exclusiveOption, rows: rows, total: rows.count, subject: question.id,
      "question `\(question.id)` has an exclusive option ticked together with others \(times(rows.count)); the answers are counted as they stand"
    )
  }
}
