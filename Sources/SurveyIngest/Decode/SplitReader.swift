import SurveyModel

/// Reads the columns of a question with one column an option, and reports what can't be read.
struct SplitReader {
  let question: MultiSelectQuestion
  let file: SourceFile
  /// For each option the place of its column, nil where the export lacks it.
  let places: [Int?]

  private struct OptionColumn {
    let option: Int
    let column: RawColumn
  }

  func read() -> MultiSelectRows {
    let columns = places.enumerated().compactMap { option, place in
      place.map { OptionColumn(option: option, column: file.table.columns[$0]) }
    }
    let seenToken = file.export.seenUnansweredToken
    let texts = columns.map {
      SplitCells.Column(
        option: question.options[$0.option], place: $0.option + 1, texts: $0.column.distinctTexts)
    }
    let blanks = texts.map { SplitCells.blankTexts(of: $0, seenToken: seenToken) }
    let cells = SplitCells(
      texts, isSparse: isSparse(columns.map(\.column), blanks), seenToken: seenToken)
    var result = MultiSelectRows(count: file.rowCount)
    var isBlank = [Bool](repeating: true, count: file.rowCount)
    for (place, column) in columns.enumerated() {
      read(column, cells.meanings(inColumn: place), &result, &isBlank, cells.codesOneAndTwo)
    }
    if cells.tellsNotTicked { result.isUnseen = isBlank }
    return result
  }

  /// Whether some response leaves one of the columns blank and fills another one.
  private func isSparse(_ columns: [RawColumn], _ blanks: [Set<String>]) -> Bool {
    (0..<file.rowCount).contains { row in
      let filled = columns.indices.count { place in
        let column = columns[place]
        guard column.cellState(row) == .text else { return false }
        return blanks[place].isEmpty
          || column.text(row).map { !blanks[place].contains($0) } ?? false
      }
      return filled > 0 && filled < columns.count
    }
  }

  private func read(
    _ place: OptionColumn, _ meanings: [String: SplitCells.Meaning],
    _ result: inout MultiSelectRows,
    _ isBlank: inout [Bool], _ codesOneAndTwo: Bool
  ) {
    let column = place.column
    var rows: (damaged: [Int], unreadable: [Int]) = ([], [])
    for row in 0..<column.rowCount {
      guard let text = column.text(row) else {
        if column.cellState(row) != .empty { isBlank[row] = false }
        continue
      }
      let meaning = meanings[text] ?? .unreadable
      if meaning != .blank { isBlank[row] = false }
      switch meaning {
      case .ticked: result.ticks[row] |= UInt64(1) << UInt64(place.option)
      case .damaged: rows.damaged.append(row)
      case .unreadable: rows.unreadable.append(row)
      case .notTicked, .blank: break
      }
    }
    for row in rows.damaged + rows.unreadable { result.isUnreadable[row] = true }
    file.reportDamage(
      rows.damaged, in: column, subject: question.id, "question `\(question.id)`")
    report(rows.unreadable, of: place, meanings, codesOneAndTwo)
  }

  private func report(
    _ rows: [Int], of place: OptionColumn, _ meanings: [String: SplitCells.Meaning],
    _ codesOneAndTwo: Bool
  ) {
    guard !rows.isEmpty else { return }
    let option = question.options[place.option].code
    let cells = counted(rows.count, "cell", "cells")
    let message =
      codesOneAndTwo
      ? "question `\(question.id)` has \(cells) in the column of option `\(option)` that can't be read, because 1 and 2 stand in the question and nothing tells which of them means ticked; these responses are left out of the question, so write 1 for ticked and 0 for not ticked"
      : "question `\(question.id)` has \(cells) in the column of option `\(option)` that \(rows.count == 1 ? "says" : "say") neither ticked nor not ticked\(examples(meanings)); these responses are left out of the question, so write 1 for ticked and 0 for not ticked in a copy"
    file.report(
      .unmatchedAnswer, rows: rows, total: rows.count, column: place.column.index,
      subject: question.id, message)
  }

  /// The unreadable texts that are no person's: another option's, and short numbers.
  private func examples(_ meanings: [String: SplitCells.Meaning]) -> String {
    let known = Set(
      question.options.flatMap { [$0.label, $0.code] + $0.aliases }.map(SplitCells.comparable))
    let shown = meanings.filter { text, meaning in
      let text = SplitCells.comparable(text)
      return meaning == .unreadable
        && (known.contains(text) || Int(text).map { abs($0) < 1000 } ?? false)
    }.keys.sorted().prefix(3)
    return shown.isEmpty ? "" : ", such as " + shown.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

/// What is known of each row of a file about one multi-select question.
struct MultiSelectRows {
  /// The ticked options as bits, lowest bit the first option.
  var ticks: [UInt64]
  /// Whether something stands there that can't be read.
  var isUnreadable: [Bool]
  /// Whether the question was not shown; nil where the export does not tell.
  var isUnseen: [Bool]?

  /// Rows without any known answer.
  init(count: Int) {
    ticks = .init(repeating: 0, count: count)
    isUnreadable = .init(repeating: false, count: count)
  }
}
