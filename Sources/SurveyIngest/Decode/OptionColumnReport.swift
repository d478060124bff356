import SurveyModel

/// Says which options of a multi-select question have no column of their own, and which columns of it no
/// option.
struct OptionColumnReport {
  let question: MultiSelectQuestion
  let file: SourceFile
  let columns: MultiSelectColumns

  /// - Parameter places: the column of each option.
  func report(_ places: [Int?]) {
    let absent = zip(question.options, places).filter { $0.1 == nil }.map(\.0.code)
    let isLost = absent.count == places.count
    if !absent.isEmpty { report(absent, isLost: isLost) }
    guard !isLost else { return }
    for place in columns.unmatchedColumns {
      file.findings.add(
        Finding(
          .unusedColumn, at: SourceLocation(file: file.path, line: 1, column: place + 1),
          subject: question.id,
          "column `\(file.table.columns[place].name)` looks like an option of `\(question.id)` that the codebook lacks; it is not read"
        ))
    }
  }

  private func report(_ absent: [String], isLost: Bool) {
    let name = file.source.columns[question.id] ?? question.columnNames.first ?? question.id
    let codes = MissingColumnReport.listed(absent)
    let looked = MissingColumnReport.listed(absent.map { "\(name)_\($0)" })
    let strangers = columns.unmatchedColumns.map { file.table.columns[$0].name }
    let advice =
      isLost && !strangers.isEmpty
      ? "\(MissingColumnReport.listed(strangers)) \(strangers.count == 1 ? "begins" : "begin") with its name and \(strangers.count == 1 ? "matches" : "match") no option, so rename \(strangers.count == 1 ? "it" : "each") in a copy of the file to `\(name)_` and the code of its option"
      : "correct its label or code in the codebook"
    file.findings.add(
      Finding(
        .missingColumn, at: SourceLocation(file: file.path, line: 1), subject: question.id,
        "question `\(question.id)` has no column for the option \(codes) (looked for \(looked)); \(advice)"
      ))
  }
}
