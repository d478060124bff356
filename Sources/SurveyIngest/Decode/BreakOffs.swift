import SurveyModel

/// How far each response that was not finished got, in the order of the export's columns.
///
/// A respondent got as far as the last column that holds an answer, or a code that the tool writes
/// for a question that was seen. What is blank after it is broken off.
struct BreakOffs {
  /// A response that was not finished, or that may not have been.
  private struct Response {
    /// Its row in the file.
    let row: Int
    /// Its place among the rows that count.
    let place: Int
    let isUnfinished: Bool
    /// The last column that holds something; −1 where none does.
    var last = -1
  }

  private let marksSeen: Bool
  private var responses: [Response]

  /// Nothing is known yet of how far anybody got.
  ///
  /// - Parameters:
  ///   - finished: whether each row of the file was finished.
  ///   - rows: the rows that count.
  ///   - marksSeen: true where the file leaves a cell empty only where nothing was shown.
  init(finished: [Bool?], rows: [Int], marksSeen: Bool) {
    self.marksSeen = marksSeen
    responses = rows.enumerated().compactMap { place, row in
      let isKnown = finished[row] != nil
      guard finished[row] == false || (!isKnown && marksSeen) else { return nil }
      return Response(row: row, place: place, isUnfinished: isKnown)
    }
  }

  /// How many responses were not finished.
  var unfinishedCount: Int { responses.count(where: \.isUnfinished) }

  /// True where nobody broke off and nothing has to be looked at.
  var isEmpty: Bool { responses.isEmpty }

  // MARK: How far each got

  /// Takes note of the answers to an item.
  mutating func see(_ cells: [UInt8], in column: RawColumn) {
    let blanks = BlankCells(column)
    note(at: column.index) { response in
      switch MissingReason(cell: cells[response.row]) {
      case nil, .refused, .notApplicable: true
      case .skipped, .unreadable: blanks.isWritten(response.row)
      case .notAdministered, .brokenOff: false
      }
    }
  }

  /// Takes note of the answers to a multi-select question. Where the tool does not mark what was
  /// seen, a text for "not ticked" is no sign: many tools write it for everybody.
  mutating func see(_ question: QuestionCells) {
    note(at: question.firstColumn) { response in question.isReached(response.row, response.place) }
  }

  /// Takes note of what was written in an open question.
  mutating func see(texts column: RawColumn) {
    let blanks = BlankCells(column)
    note(at: column.index) { blanks.isWritten($0.row) }
  }

  private mutating func note(at column: Int, where isReached: (Response) -> Bool) {
    for index in responses.indices
    where responses[index].last < column && isReached(responses[index]) {
      responses[index].last = column
    }
  }

  // MARK: What is broken off

  /// Marks the blank cells of an item after the last answer.
  ///
  /// Where nothing tells whether a response was finished, they are skipped: it may have been.
  func apply(to cells: inout [UInt8], in column: RawColumn) {
    let blanks = BlankCells(column)
    for response in responses where response.last < column.index {
      let reason = MissingReason(cell: cells[response.row])
      guard reason == .skipped || reason == .notAdministered, blanks.isBlank(response.row) else {
        continue
      }
      if response.isUnfinished {
        cells[response.row] = MissingReason.brokenOff.cell
      } else if response.last >= 0 {
        cells[response.row] = MissingReason.skipped.cell
      }
    }
  }

  /// The states of a multi-select question, with those that lie after the last answer marked.
  ///
  /// - Parameter asked: for every row of the file whether its wave is asked; nil: all are.
  func states(of question: QuestionCells, asked: [Bool]?) -> [MultiSelectColumn.State] {
    var states = question.states
    for response in responses where response.isUnfinished && response.last < question.firstColumn {
      let state = states[response.place]
      guard state == .nothingTicked || state == .notShown, asked?[response.row] ?? true else {
        continue
      }
      states[response.place] = .brokenOff
    }
    return states
  }
}

/// The cells of one multi-select question, raw and decoded.
struct QuestionCells {
  /// One state for each row that counts.
  let states: [MultiSelectColumn.State]
  /// The first of its columns.
  let firstColumn: Int
  private let blanks: [BlankCells]
  private let tellsByText: Bool

  /// The cells of the columns in which a question was found.
  init?(_ columns: MultiSelectColumns, _ states: [MultiSelectColumn.State], in file: SourceFile) {
    let places: [Int]
    switch columns.layout {
    case .split(let found): places = found.compactMap(\.self)
    case .joined(let place): places = [place]
    }
    guard let first = places.min() else { return nil }
    self.states = states
    firstColumn = first
    blanks = places.map { BlankCells(file.table.columns[$0]) }
    if case .joined = columns.layout {
      tellsByText = true
    } else {
      tellsByText = file.export.seenUnansweredToken != nil
    }
  }

  /// Whether the respondent of a row got to the question.
  func isReached(_ row: Int, _ place: Int) -> Bool {
    guard blanks.contains(where: { $0.isWritten(row) }) else { return false }
    return tellsByText || states[place] == .answered || states[place] == .unreadable
  }
}

/// Which cells of a column hold nothing.
struct BlankCells {
  /// What software writes for an empty cell.
  private static let words = Set([".", "NA", "NaN", "N/A", "null"].map(AnswerText.normalized))

  private let column: RawColumn
  /// For each code of the column whether it is a blank.
  private let codes: [Bool]

  init(_ column: RawColumn) {
    self.column = column
    codes = [true, true, false] + (column.texts ?? []).map(Self.isBlank)
  }

  private static func isBlank(_ text: String) -> Bool {
    let normalized = AnswerText.normalized(text)
    return normalized.isEmpty || words.contains(normalized)
  }

  /// Whether the cell is there and holds nothing.
  func isBlank(_ row: Int) -> Bool {
    if let code = column.code(row) { return codes[Int(code)] }
    switch column.cellState(row) {
    case .empty, .quotedEmpty: return true
    case .absent: return false
    case .text: return column.text(row).map(Self.isBlank) ?? true
    }
  }

  /// Whether the cell holds something.
  func isWritten(_ row: Int) -> Bool {
    column.cellState(row) == .text && !isBlank(row)
  }
}
