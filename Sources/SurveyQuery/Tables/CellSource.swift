/// One value of a table.
enum CellValue: Hashable, Sendable {
  case null
  case integer(Int)
  case number(Double)
  case text(String)

  /// A text, or none.
  init(_ text: String?) { self = text.map(CellValue.text) ?? .null }

  /// A whole number, or none.
  init(_ integer: Int?) { self = integer.map(CellValue.integer) ?? .null }

  /// A number, or none.
  init(_ number: Double?) { self = number.map(CellValue.number) ?? .null }
}

/// The cells of a column in one stretch of rows, much as the dataset holds them.
enum CellSource {
  /// All the same.
  case same(CellValue)
  /// Bytes that number the values; other bytes have none.
  case bytes([UInt8], [UInt8: CellValue])
  /// Positions in a list of texts; −1 is none.
  case places([Int32], [String])
  /// Whole numbers, counted from `first`; −1 is none.
  case numbered([Int32], first: Int)
  /// One after the other.
  case counted(from: Int)
  /// Numbers.
  case numbers([Double?])
  /// Any values.
  case values([CellValue])

  /// The cells of some rows; a row below 0 has none.
  func taking(_ rows: [Int32]) -> CellSource {
    func take<Cell>(_ cells: [Cell], none: Cell) -> [Cell] {
      rows.map { $0 < 0 || cells.isEmpty ? none : cells[Int($0)] }
    }
    switch self {
    case .same(let value): return .bytes(rows.map { $0 < 0 ? Self.noByte : 0 }, [0: value])
    case .bytes(let cells, let values): return .bytes(take(cells, none: Self.noByte), values)
    case .places(let cells, let texts): return .places(take(cells, none: -1), texts)
    case .numbered(let cells, let first): return .numbered(take(cells, none: -1), first: first)
    case .counted(let start): return .numbered(rows, first: start)
    case .numbers(let cells): return .numbers(take(cells, none: nil))
    case .values(let cells): return .values(take(cells, none: .null))
    }
  }

  /// A byte that numbers no value: no code and no kind of missing.
  private static let noByte: UInt8 = 0xFF
}
