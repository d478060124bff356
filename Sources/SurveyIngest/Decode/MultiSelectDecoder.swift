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
    case .split(let places): readSplit(places, &ticks, &isUnreadable)
    case .joined(let place): readJoined(file.table.columns[place], &ticks, &isUnreadable)
    }
    for row in absentRows() {
      isUnreadable[row] = true
      ticks[row] = 0
    }
    reportExclusive(ticks)
    let unseen = unseenRows()
    let states = rows.map { row -> MultiSelectColumn.State in
      if asked?[row] == false || unseen?[row] == true { return .notShown }
      if isUnreadable[row] { return .unreadable }
      return ticks[row] != 0 ? .answered : .nothingTicked
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
  private func readSplit(
    _ places: [Int?], _ ticks: inout [UInt64], _ isUnreadable: inout [Bool]
  ) {
    let unticked = blankTexts.union(["0", "no", "false", "unchecked", "not selected", "n"])
    OptionColumnReport(question: question, file: file, columns: columns).report(places)
    for (option, place) in places.enumerated() {
      guard let column = place.map({ file.table.columns[$0] }) else { continue }
      let bit = UInt64(1) << UInt64(option)
      var damaged: [Int] = []
      var known: [String: (isTick: Bool, isDamaged: Bool)] = [:]
      for row in 0..<column.rowCount {
        guard let text = column.text(row) else { continue }
        let cell =
          known[text] ?? (
            !unticked.contains(AnswerText.normalized(text)), SpreadsheetDamage.isErrorValue(text)
          )
        known[text] = cell
        if cell.isDamaged { damaged.append(row) } else if cell.isTick { ticks[row] |= bit }
      }
      for row in damaged { isUnreadable[row] = true }
      file.reportDamage(damaged, in: column, subject: question.id, "question `\(question.id)`")
    }
  }

  private func readJoined(
    _ column: RawColumn, _ ticks: inout [UInt64], _ isUnreadable: inout [Bool]
  ) {
    let blanks = blankTexts
    let texts = column.distinctTexts.filter { !blanks.contains(AnswerText.normalized($0)) }
    let arePlaces = JoinedAnswers.arePlaces(texts, options: question.options)
    var answers: [String: JoinedAnswers] = [:]
    var damaged: Set<String> = []
    for text in texts {
      answers[text] = split(text, readsPlaces: arePlaces)
      if answers[text]?.options.isEmpty == true, SpreadsheetDamage(text.trimmed) != nil {
        damaged.insert(text)
      }
    }
    var report = UnknownParts(question: question, file: file, column: column)
    var damagedRows: [Int] = []
    for row in 0..<column.rowCount {
      guard let text = column.text(row), let answer = answers[text] else { continue }
      for option in answer.options { ticks[row] |= UInt64(1) << UInt64(option) }
      guard !answer.unknown.isEmpty else { continue }
      isUnreadable[row] = answer.options.isEmpty
      if damaged.contains(text) { damagedRows.append(row) } else { report.add(answer, row: row) }
    }
    report.report(numbersAreOpen: !arePlaces)
    file.reportDamage(
      damagedRows, in: column, subject: question.id, "question `\(question.id)`")
  }

  /// Takes a cell apart at commas; at semicolons, as form tools write them, where only these leave
  /// no part unknown.
  private func split(_ text: String, readsPlaces: Bool) -> JoinedAnswers {
    let answer = JoinedAnswers.split(
      text, options: question.options, readsPlaces: readsPlaces)
    guard !answer.unknown.isEmpty, text.utf8.contains(UInt8(ascii: ";")) else { return answer }
    let other = JoinedAnswers.split(
      text, options: question.options, separator: ";", readsPlaces: readsPlaces)
    return other.unknown.isEmpty ? other : answer
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
