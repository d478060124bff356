/// Finds the byte between two cells.
enum DelimiterDetection {
  /// The bytes that exports use, the commonest first.
  static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.bar]

  /// The candidate that cuts the header record into the most cells; the comma where none cuts it.
  ///
  /// Only the header is asked: answers hold commas, names of columns rarely do.
  static func delimiter(
    in bytes: UnsafeBufferPointer<UInt8>, start: Int, quote: UInt8
  ) -> UInt8 {
    var best = (delimiter: ASCII.comma, cellCount: 1)
    for candidate in candidates {
      var scanner = RecordScanner(
        bytes: bytes, format: CSVFormat(delimiter: candidate, quote: quote), offset: start, line: 1)
      guard let header = scanner.next(), header.openQuoteLine == nil else { continue }
      if header.cellCount > best.cellCount { best = (candidate, header.cellCount) }
    }
    return best.delimiter
  }
}
