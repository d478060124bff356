import SurveyModel

/// Records that say what the columns hold: the wordings of the questions, their units, or
/// SurveyMonkey's second line.
struct DescribingRecords {
  private let export: ExportTable
  private let wordings: Set<String>

  private static let rowLimit = 50

  init(of export: ExportTable, wordings: [String]) {
    self.export = export
    self.wordings = Set(wordings.map(ColumnName.folded)).subtracting([""])
  }

  private var table: RawTable { export.table }

  var rows: [Int] {
    guard export.dialect == PlainDialect.name else { return [] }
    let worded = wordedRows
    guard !worded.contains(0), table.rowCount > 1, isUnits || isSecondLine else { return worded }
    return [0] + worded
  }

  /// Rows that hold at least half of the expected wordings, and two of them, each once.
  private var wordedRows: [Int] {
    var found: [Int: Set<String>] = [:]
    for column in table.columns {
      guard let texts = column.texts else { continue }
      for (place, text) in texts.enumerated() where isWording(text) {
        let code = UInt16(place) + CellCode.firstText
        for row in column.firstRows(withCode: code, limit: Self.rowLimit) {
          found[row, default: []].insert(ColumnName.folded(text))
        }
      }
    }
    return found.filter { row, texts in
      texts.count * 2 >= wordings.count && (texts.count > 1 || row == 0 && wordings.count == 1)
    }.keys.sorted()
  }

  private func isWording(_ text: String) -> Bool {
    wordings.contains(text)
      || text.contains(where: \.isLetter)
        && wordings.contains(ColumnName.folded(text))
  }

  /// True where the first row holds a unit or a range in every column of numbers.
  private var isUnits: Bool {
    let cells = table.columns.filter(isNumeric).map { $0.text(0)?.trimmed ?? "" }
    return cells.count > 1 && cells.allSatisfy(UnitText.matches)
  }

  private func isNumeric(_ column: RawColumn) -> Bool {
    let texts = (1..<min(table.rowCount, Self.rowLimit)).compactMap { column.text($0)?.trimmed }
      .filter { !$0.isEmpty }
    return !texts.isEmpty && texts.count { NumberText($0) != nil } * 10 >= texts.count * 9
  }

  /// SurveyMonkey writes `Response` below a question with one column, and nothing below its own.
  private var isSecondLine: Bool {
    guard let first = table.columns.first, first.cellState(0) != .text else { return false }
    let rows = 1..<min(table.rowCount, Self.rowLimit)
    let cells = table.columns.compactMap { $0.text(0)?.trimmed }.filter { !$0.isEmpty }
    return rows.allSatisfy { first.cellState($0) == .text }
      && cells.allSatisfy { NumberText($0) == nil }
      && cells.contains { ["response", "open-ended response"].contains($0.lowercased()) }
  }
}

/// Units of measurement and ranges, as people write them below a header.
private enum UnitText {
  static func matches(_ text: String) -> Bool {
    let plain = AnswerText.normalized(text.filter { !"()[]".contains($0) })
    return units.contains(plain) || isRange(plain)
  }

  /// True for `1-5`, `1 to 5` and `1..5`.
  private static func isRange(_ text: String) -> Bool {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    let rest = text.filter { !$0.isNumber && $0 != " " }
    return numbers.count == 2 && ["-", "to", "..", "...", "bis", "a", "à"].contains(rest)
      && text.first?.isNumber == true && text.last?.isNumber == true
  }

  private static let units: Set = [
    "points", "point", "pts", "score", "scale", "rating", "percent", "%", "number", "numeric",
    "integer", "int", "float", "double", "mm", "cm", "km", "kg", "mg", "ml", "ms", "sec", "secs",
    "seconds", "min", "mins", "minutes", "hours", "hrs", "days", "weeks", "months", "years", "yrs",
    "eur", "usd", "gbp", "€", "$", "£", "bpm", "mmhg", "°c", "punkte", "prozent", "jahre", "tage",
    "stunden", "minuten", "sekunden", "ans", "puntos", "años", "lat", "punkty",
  ]
}
