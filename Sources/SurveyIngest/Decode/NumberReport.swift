import SurveyModel

/// Says what is doubtful about the numbers of one column.
struct NumberReport {
  let file: SourceFile
  let column: RawColumn
  /// What holds the numbers, as messages name it: "attribute `year`".
  let name: String

  /// - Parameters:
  ///   - ambiguous: the rows whose number may be a thousand times as much.
  ///   - mixesDecimals: whether the column has decimal commas and decimal points.
  func report(ambiguous: [Int], mixesDecimals: Bool, subject: String) {
    file.report(
      .ambiguousNumber, rows: ambiguous, total: ambiguous.count, column: column.index,
      subject: subject, Self.ambiguous(name, ambiguous.count))
    guard mixesDecimals else { return }
    file.findings.add(
      Finding(
        .mixedDecimals, at: SourceLocation(file: file.path, column: column.index + 1),
        subject: subject, Self.mixed(name)))
  }

  /// The words for numbers such as `1,234`.
  static func ambiguous(_ name: String, _ count: Int) -> String {
    "\(name) has \(counted(count, "number", "numbers")) such as 1,234, which may part thousands or a fraction; write them without a sign between the thousands"
  }

  /// The words for a column with two decimal signs.
  static func mixed(_ name: String) -> String {
    "\(name) has decimal commas and decimal points; both are read as decimals, so check where the file was put together"
  }
}

extension SourceFile {
  /// Reports cells that a spreadsheet spoilt; they are kept out of the numbers.
  func reportDamage(_ rows: [Int], in column: RawColumn, subject: String, _ name: String) {
    report(
      .spreadsheetDamage, rows: rows, total: rows.count, column: column.index, subject: subject,
      Self.damage(name, rows.count))
  }

  /// The words for cells that a spreadsheet spoilt.
  static func damage(_ name: String, _ count: Int) -> String {
    "\(name) has \(counted(count, "cell", "cells")) that a spreadsheet turned into a date, an error value or a shortened number; export the file again and don't save it in a spreadsheet"
  }
}
