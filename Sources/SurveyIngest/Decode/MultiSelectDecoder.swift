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
    case .split(let parts): readSplit(parts, &ticks)
    case .joined(let column): readJoined(column, &ticks, &isUnreadable)
    }
    reportExclusive(ticks)
    let states = rows.map { row -> MultiSelectColumn.State in
      if asked?[row] == false { return .notShown }
      if ticks[row] != 0 { return .answered }
      return isUnreadable[row] ? .unreadable : .nothingTicked
    }
    return MultiSelectColumn(
      states: states,
      ticks: zip(rows, states).map { row, state in state == .answered ? ticks[row] : 0 })
  }

  private var blankTexts: Set<String> {
    Set((ResponseScale.defaultMissingTokens + [""]).map(AnswerText.normalized))
  }

  /// One column an option: any text but a blank or "not ticked" is a tick.
  private func readSplit(_ parts: [(option: Int, column: RawColumn)], _ ticks: inout [UInt64]) {
    let unticked = blankTexts.union(["0", "no", "false", "unchecked", "not selected", "n"])
    for (option, column) in parts {
      let bit = UInt64(1) << UInt64(option)
      for row in 0..<column.rowCount {
        guard let text = column.text(row), !unticked.contains(AnswerText.normalized(text)) else {
          continue
        }
        ticks[row] |= bit
      }
    }
  }

  private func readJoined(
    _ column: RawColumn, _ ticks: inout [UInt64], _ isUnreadable: inout [Bool]
  ) {
    let blanks = blankTexts
    var known: [String: JoinedAnswers.Answer] = [:]
    var unmatched: [Int] = []
    for row in 0..<column.rowCount {
      guard let text = column.text(row), !blanks.contains(AnswerText.normalized(text)) else {
        continue
      }
      let answer = known[text] ?? JoinedAnswers.split(text, options: question.options)
      known[text] = answer
      ticks[row] = answer.ticks
      if !answer.isComplete {
        unmatched.append(row)
        isUnreadable[row] = answer.ticks == 0
      }
    }
    guard !unmatched.isEmpty else { return }
    file.report(
      .unmatchedAnswer, rows: unmatched, total: unmatched.count, column: column.index,
      subject: question.id,
      "question `\(question.id)` has \(unmatched.count) answers with a part that no option matches; add the wording to the aliases of an option or correct the rows"
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
      "question `\(question.id)` has an exclusive option ticked together with others \(rows.count) times; the answers are counted as they stand"
    )
  }
}
