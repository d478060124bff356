import SurveyIngest
import SurveyModel

/// What holds of every table.
enum TableInvariant {
  static func check(_ table: RawTable, of bytes: [UInt8]) {
    require(table.rowCount > 0, "a table has a row")
    for column in table.columns {
      require(column.rowCount == table.rowCount, "each column has as many rows as the table")
    }
    for ragged in table.raggedRows {
      require((0..<table.rowCount).contains(ragged.row), "a ragged row is one of the table")
      require(ragged.cellCount != ragged.expected, "a ragged row differs from the header")
    }
    // Packed text and UTF-16 have other lines than their bytes.
    let isPlain = table.format.compression == nil && table.format.encoding == .utf8
    let lineCount = isPlain ? FindingInvariant.lineCount(of: bytes) : .max
    var last = 0
    for row in 0..<min(table.rowCount, 50) {
      let line = table.line(ofRecord: row)
      require(
        line > last && line <= lineCount, "rows stand on lines of the file, each below the last")
      last = line
      require(
        table.line(ofRecord: row, column: max(table.columns.count - 1, 0)) >= line,
        "a cell stands on its record's line or below")
    }
    FindingInvariant.check(table.findings, lineCount: lineCount)
  }

  static func areAlike(_ one: RawTable, _ other: RawTable) -> Bool {
    guard one.rowCount == other.rowCount, one.columns.map(\.name) == other.columns.map(\.name),
      one.raggedRows == other.raggedRows, one.findings == other.findings,
      one.format == other.format
    else { return false }
    return zip(one.columns, other.columns).allSatisfy { one, other in
      (0..<one.rowCount).allSatisfy {
        one.text($0) == other.text($0) && one.cellState($0) == other.cellState($0)
      }
    }
  }

  /// The bytes after the mark of UTF-8.
  static func withoutMark(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
