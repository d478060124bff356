import SurveyModel

/// Reads the column of a question whose cells hold all ticked options, and reports what can't be read.
struct JoinedColumnReader {
  let question: MultiSelectQuestion
  let file: SourceFile
  let column: RawColumn

  func read() -> MultiSelectRows {
    let blanks = blankTexts
    let texts = column.distinctTexts.filter { !blanks.contains(AnswerText.normalized($0)) }
    let arePlaces = JoinedAnswers.arePlaces(texts, options: question.options)
    var result = MultiSelectRows(count: file.rowCount)
    fill(&result, with: takeApart(texts, readsPlaces: arePlaces))
    if let token = file.export.seenUnansweredToken, column.texts?.contains(token) ?? false {
      result.isUnseen = (0..<file.rowCount).map { column.cellState($0) == .empty }
    }
    return result
  }

  /// A missing token that is an option's label, code or alias is that option.
  private var blankTexts: Set<String> {
    BlankTexts.all.subtracting(
      question.options.flatMap { [$0.label, $0.code] + $0.aliases }.map(AnswerText.normalized))
  }

  /// The options of each text. What the clear cells show is used for the others: whether blanks stand
  /// between codes, and which sign stands between options.
  private func takeApart(_ texts: [String], readsPlaces: Bool) -> [String: JoinedAnswers] {
    func reader(_ separators: [Character]) -> JoinedReader {
      JoinedReader(options: question.options, separators: separators, readsPlaces: readsPlaces)
    }
    var separators = JoinedAnswers.separators
    if texts.contains(where: reader(separators).isJoinedByBlanks) { separators.append(" ") }
    let first = reader(separators)
    var answers: [String: JoinedAnswers] = [:]
    for text in texts { answers[text] = first.read(text) }
    let unclear = texts.filter { answers[$0]?.isAmbiguous ?? false }
    guard !unclear.isEmpty else { return answers }
    let used = Set(
      texts.filter { !(answers[$0]?.isAmbiguous ?? false) }.compactMap(first.separator))
    if used.count == 1 {
      let second = reader(Array(used))
      for text in unclear { answers[text] = second.read(text) }
    }
    return answers
  }

  private func fill(_ result: inout MultiSelectRows, with answers: [String: JoinedAnswers]) {
    var report = UnknownParts(question: question, file: file, column: column)
    var damaged: [Int] = []
    var ambiguous: [Int] = []
    for row in 0..<column.rowCount {
      guard let text = column.text(row), let answer = answers[text] else { continue }
      for option in answer.options { result.ticks[row] |= UInt64(1) << UInt64(option) }
      if answer.isAmbiguous {
        result.isUnreadable[row] = true
        ambiguous.append(row)
      }
      guard !answer.unknown.isEmpty else { continue }
      result.isUnreadable[row] = answer.options.isEmpty
      if answer.options.isEmpty, SpreadsheetDamage(text.trimmed) != nil {
        damaged.append(row)
      } else {
        report.add(answer, row: row)
      }
    }
    report.report()
    file.reportDamage(damaged, in: column, subject: question.id, "question `\(question.id)`")
    reportAmbiguous(ambiguous)
  }

  private func reportAmbiguous(_ rows: [Int]) {
    let cells = counted(rows.count, "cell", "cells")
    file.report(
      .ambiguousCell, rows: rows, total: rows.count, column: column.index, subject: question.id,
      "question `\(question.id)` has \(cells) that can be read as different options; these responses are left out of the question, so export one column for each option, or change a label"
    )
  }
}
