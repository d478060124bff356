import SurveyModel

/// The cells of one column of a bare file, read as numbers.
struct BareCells {
  /// The number of each row, nil where there is none.
  let values: [Double?]
  /// Rows that hold a text, which make the column one of texts.
  let textRows: [Int]
  /// Rows whose number may be a thousand times as much.
  let ambiguousRows: [Int]
  /// Rows that a spreadsheet spoilt.
  let damagedRows: [Int]
  /// True where some number is read with a decimal comma.
  let hasDecimalComma: Bool
  /// True where some numbers have a decimal comma and others a decimal point.
  let mixesDecimals: Bool

  private enum Cell: Hashable {
    case missing, text, ambiguous, damaged
    case number(Double)
  }

  /// Reads a column.
  ///
  /// - Parameter missing: texts that stand for no answer.
  init(_ column: RawColumn, missing: Set<String>) {
    let texts = column.distinctTexts
    let given = texts.map(\.trimmed).map { $0.isEmpty || missing.contains($0) ? nil : $0 }
    let numbers = NumberTexts(given.compactMap(\.self))
    var readings = numbers.readings.makeIterator()
    let cells = given.map { text -> Cell in
      guard let text, let reading = readings.next() else { return .missing }
      switch reading {
      case .number(let number): return .number(number)
      case .ambiguous: return .ambiguous
      case .noNumber: return SpreadsheetDamage.isErrorValue(text) ? .damaged : .text
      }
    }
    let rows = Self.rows(of: column, texts, cells)
    let flawed = cells.contains {
      if case .number = $0 { false } else { $0 != .missing }
    }
    func places(_ cell: Cell) -> [Int] {
      flawed ? rows.indices.filter { rows[$0] == cell } : []
    }
    values = rows.map { if case .number(let number) = $0 { number } else { nil } }
    textRows = places(.text)
    ambiguousRows = places(.ambiguous)
    damagedRows = places(.damaged)
    hasDecimalComma = numbers.hasDecimalComma
    mixesDecimals = numbers.mixesDecimals
  }

  /// The cell of each row, by the distinct texts and what they are.
  private static func rows(of column: RawColumn, _ texts: [String], _ cells: [Cell]) -> [Cell] {
    if let rows = column.translated(by: [.missing, .missing, .missing] + cells) { return rows }
    let byText = Dictionary(zip(texts, cells), uniquingKeysWith: { first, _ in first })
    return (0..<column.rowCount).map { row in
      column.text(row).flatMap { byText[$0] } ?? .missing
    }
  }
}
