import SurveyModel

/// Parts of joined multi-select cells that no option matches, as they are found.
struct UnknownParts {
  let question: MultiSelectQuestion
  let file: SourceFile
  let column: RawColumn
  private var misspelt: [(text: String, nearest: String, rows: [Int])] = []
  private var otherRows: [Int] = []
  /// Whether a part is a number, or several.
  private var holdsNumbers = false

  init(question: MultiSelectQuestion, file: SourceFile, column: RawColumn) {
    self.question = question
    self.file = file
    self.column = column
  }

  /// Notes what of a cell no option matches. A part like a label is noted by itself; any other may
  /// be a person's own words and is only counted.
  mutating func add(_ answer: JoinedAnswers, row: Int) {
    var isOther = false
    for part in answer.unknown {
      if let place = misspelt.firstIndex(where: { $0.text == part }) {
        misspelt[place].rows.append(row)
      } else if let nearest = Misspelling.nearest(
        to: part, among: question.options.flatMap { [$0.label] + $0.aliases })
      {
        misspelt.append((part, nearest, [row]))
      } else {
        isOther = true
        holdsNumbers = holdsNumbers || Self.isNumber(part)
      }
    }
    if isOther { otherRows.append(row) }
  }

  /// Whether a part is a number, or several that stood side by side.
  private static func isNumber(_ part: String) -> Bool {
    let parts = part.split { $0.isWhitespace || JoinedAnswers.separators.contains($0) }
    return !parts.isEmpty && parts.allSatisfy { Int($0) != nil }
  }

  func report() {
    for (text, nearest, rows) in misspelt {
      report(
        rows,
        "the part \"\(text)\" \(times(rows.count)), which no option matches; add it to the aliases of \"\(nearest)\" if it means that"
      )
    }
    let advice =
      holdsNumbers
      ? "where the survey gives its options numbers, write these as their codes or aliases"
      : "add the wording to the aliases of an option or correct the rows"
    report(
      otherRows,
      "\(counted(otherRows.count, "answer", "answers")) with a part that no option matches; \(advice)"
    )
  }

  private func report(_ rows: [Int], _ message: String) {
    file.report(
      .unmatchedAnswer, rows: rows, total: rows.count, column: column.index,
      subject: question.id, "question `\(question.id)` has \(message)")
  }
}
