/// Walks over records without reading their cells, with libcsv's own rules, and counts lines.
///
/// libcsv tells neither offsets nor lines, so this follows its states one by one: a quote inside an
/// unquoted cell is text, text may follow a closing quote, blank lines are no records.
struct RecordScanner {
  /// Where one record stands.
  struct Record: Hashable {
    /// The offset after the record's end, its line end included.
    var end: Int
    /// The 1-based line on which its first cell begins.
    var line: Int
    /// How many cells it has.
    var cellCount: Int
    /// The line of a quote that the end of the input leaves open.
    var openQuoteLine: Int?
  }

  private enum State { case rowNotBegun, cellNotBegun, cell, quotedCell, afterQuote }

  let bytes: UnsafeBufferPointer<UInt8>
  let format: CSVFormat
  /// The offset of the next byte.
  var offset: Int
  /// The 1-based line of the next byte.
  var line: Int

  /// The next record, or `nil` at the end of the input.
  ///
  /// - Parameter beginCell: called with each cell's 0-based place and the line it begins on.
  mutating func next(_ beginCell: (_ cell: Int, _ line: Int) -> Void = { _, _ in }) -> Record? {
    var state = State.rowNotBegun
    var record = Record(end: offset, line: line, cellCount: 0)
    var quoteLine = 0
    var spacesFollowQuote = false
    while offset < bytes.count {
      let byte = bytes[offset]
      let byteLine = line
      if PhysicalLine.endsLine(at: offset, in: bytes) { line &+= 1 }
      offset &+= 1
      if state == .rowNotBegun {
        if isLineEnd(byte) || isSpace(byte) { continue }
        record.line = byteLine
        beginCell(0, byteLine)
        state = .cellNotBegun
      }
      if isLineEnd(byte), state != .quotedCell {
        return finished(record)
      }
      if byte == format.delimiter, state != .quotedCell {
        record.cellCount &+= 1
        beginCell(record.cellCount, line)
        state = .cellNotBegun
        continue
      }
      switch state {
      case .rowNotBegun, .cellNotBegun:
        if isSpace(byte) { continue }
        state = byte == format.quote ? .quotedCell : .cell
        quoteLine = byteLine
      case .cell: break
      case .quotedCell:
        if byte == format.quote { (state, spacesFollowQuote) = (.afterQuote, false) }
      case .afterQuote:
        if isSpace(byte) {
          spacesFollowQuote = true
        } else if byte == format.quote, spacesFollowQuote {
          spacesFollowQuote = false
        } else {
          state = .quotedCell
        }
      }
    }
    if state == .rowNotBegun { return nil }
    record.openQuoteLine = state == .quotedCell ? quoteLine : nil
    return finished(record)
  }

  private func finished(_ record: Record) -> Record {
    var record = record
    record.cellCount += 1
    record.end = offset
    return record
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == ASCII.space || byte == ASCII.tab) && byte != format.delimiter
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == ASCII.lineFeed || byte == ASCII.carriageReturn
  }
}
