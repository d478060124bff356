/// Finds the byte between two cells.
enum DelimiterDetection {
  /// The bytes that exports use, the commonest first.
  static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.bar]

  /// How many records are compared with the header.
  private static let recordCount = 10
  /// How many bytes are looked at: a wrong candidate may see no end of a quoted cell.
  private static let topSize = 4 << 20

  /// How a candidate cuts the first records.
  private struct Cut {
    let delimiter: UInt8
    /// How many records have as many cells as the header.
    let agreeingCount: Int
    /// How many cells the header has.
    let cellCount: Int
  }

  /// The candidate that cuts the first records into as many cells as the header, more than one;
  /// between two such, the one with the most cells; the comma where none cuts the header.
  ///
  /// The header alone is not enough: a wording may hold commas, or HTML with semicolons. The
  /// records alone are not either: free answers and decimal commas.
  static func delimiter(
    in bytes: UnsafeBufferPointer<UInt8>, start: Int, quote: UInt8
  ) -> UInt8 {
    let top = UnsafeBufferPointer(rebasing: bytes.prefix(start + topSize))
    var best = Cut(delimiter: ASCII.comma, agreeingCount: -1, cellCount: 1)
    for candidate in candidates {
      let format = CSVFormat(delimiter: candidate, quote: quote)
      guard let cut = cut(top, start: start, format: format), cut.cellCount > 1 else { continue }
      if (cut.agreeingCount, cut.cellCount) > (best.agreeingCount, best.cellCount) { best = cut }
    }
    return best.delimiter
  }

  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, format: CSVFormat
  ) -> Cut? {
    var scanner = RecordScanner(bytes: bytes, format: format, offset: start, line: 1)
    guard let header = scanner.next(), header.openQuoteLine == nil else { return nil }
    var agreeing = 0
    for _ in 0..<recordCount {
      guard let record = scanner.next() else { break }
      if record.openQuoteLine == nil, record.cellCount == header.cellCount { agreeing += 1 }
    }
    return Cut(
      delimiter: format.delimiter, agreeingCount: agreeing, cellCount: header.cellCount)
  }
}
