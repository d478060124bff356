import SurveyModel

/// Reads the answers of one export: what the cells say, then where respondents broke off, then who
/// was not to be asked.
struct AnswerReader {
  /// Answers of every row of the file by item, and of the rows that count by question.
  struct Answers {
    let items: [String: [UInt8]]
    let multiSelects: [String: MultiSelectColumn]
  }

  let file: SourceFile
  let isAsked: AskedRows
  /// The rows that count.
  let rows: [Int]
  /// Whether each row of the file was finished; nil where that is not known.
  let finished: [Bool?]

  func read() -> Answers {
    var items = decodeItems()
    let questions = decodeQuestions()
    let breakOffs = breakOffs(items, questions)
    for item in file.form.items {
      guard let column = file.columns.items[item.id], var cells = items.removeValue(forKey: item.id)
      else { continue }
      breakOffs.apply(to: &cells, in: column)
      isAsked.apply(to: &cells, of: item, column: column)
      items[item.id] = cells
    }
    for item in file.form.items where items[item.id] == nil {
      items[item.id] = [UInt8](
        repeating: MissingReason.notAdministered.cell, count: file.rowCount)
    }
    return Answers(items: items, multiSelects: columns(of: questions, breakOffs))
  }

  /// A tool that marks "shown, not answered" leaves the cell empty only where it showed nothing.
  private var emptyMeans: MissingReason {
    guard let token = file.export.seenUnansweredToken else { return .skipped }
    let marks = file.columns.items.values.contains { $0.texts?.contains(token) ?? false }
    return marks ? .notAdministered : .skipped
  }

  private func decodeItems() -> [String: [UInt8]] {
    let emptyMeans = emptyMeans
    var decoded: [String: [UInt8]] = [:]
    for item in file.form.items {
      decoded[item.id] = file.columns.items[item.id].map {
        AnswerDecoder(item: item, file: file, emptyMeans: emptyMeans).cells(of: $0)
      }
    }
    return decoded
  }

  private func decodeQuestions() -> [String: MultiSelectColumn] {
    var decoded: [String: MultiSelectColumn] = [:]
    for question in file.form.multiSelects {
      decoded[question.id] = file.columns.multiSelects[question.id].map {
        MultiSelectDecoder(question: question, file: file, columns: $0).decode(
          rows: rows, asked: isAsked.rows(askedIn: question.askedIn))
      }
    }
    return decoded
  }

  private func breakOffs(
    _ items: [String: [UInt8]], _ questions: [String: MultiSelectColumn]
  ) -> BreakOffs {
    var breakOffs = BreakOffs(
      finished: finished, rows: rows, marksSeen: emptyMeans == .notAdministered)
    guard !breakOffs.isEmpty else { return breakOffs }
    reportOrder(breakOffs.unfinishedCount)
    for (id, column) in file.columns.items {
      if let cells = items[id] { breakOffs.see(cells, in: column) }
    }
    for (id, columns) in file.columns.multiSelects {
      if let cells = cells(of: columns, questions[id]) { breakOffs.see(cells) }
      for place in columns.textColumns { breakOffs.see(texts: file.table.columns[place]) }
    }
    for column in file.columns.texts.values { breakOffs.see(texts: column) }
    return breakOffs
  }

  /// Says where the codebook lists the items in another order than the file: one of the two may not be
  /// the order in which they were asked.
  private func reportOrder(_ unfinishedCount: Int) {
    let places = file.form.items.compactMap { file.columns.items[$0.id]?.index }
    guard unfinishedCount > 0, zip(places, places.dropFirst()).contains(where: { $0 > $1 }) else {
      return
    }
    let responses =
      unfinishedCount == 1 ? "1 response was" : "\(unfinishedCount) responses were"
    file.findings.add(
      Finding(
        .columnOrder, at: SourceLocation(file: file.path, line: 1), count: unfinishedCount,
        "\(responses) not finished, and the columns stand in another order than the items of the codebook; what comes after the last answer is taken from the columns, so order them as the questions were asked"
      ))
  }

  private func cells(
    of columns: MultiSelectColumns, _ decoded: MultiSelectColumn?
  ) -> QuestionCells? {
    decoded.flatMap { QuestionCells(columns, $0.states, in: file) }
  }

  private func columns(
    of questions: [String: MultiSelectColumn], _ breakOffs: BreakOffs
  ) -> [String: MultiSelectColumn] {
    var columns: [String: MultiSelectColumn] = [:]
    for question in file.form.multiSelects {
      guard let places = file.columns.multiSelects[question.id],
        let decoded = questions[question.id]
      else {
        columns[question.id] = MultiSelectColumn(
          states: rows.map { _ in .notShown }, ticks: rows.map { _ in 0 })
        continue
      }
      let states = cells(of: places, decoded).map {
        breakOffs.states(of: $0, asked: isAsked.rows(askedIn: question.askedIn))
      }
      columns[question.id] = MultiSelectColumn(
        states: states ?? decoded.states, ticks: decoded.ticks)
    }
    return columns
  }
}
