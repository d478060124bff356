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

  /// libcsv's states, with the two kinds of cell told apart.
  private enum State {
    case rowNotBegun, cellNotBegun, cell, quotedCell, afterQuote, afterSpacedQuote
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let format: CSVFormat
  private var state = State.rowNotBegun
  /// The offset of the next byte.
  private(set) var offset: Int
  /// The 1-based line of the next byte.
  private(set) var line: Int

  init(bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, offset: Int, line: Int) {
    self.bytes = bytes
    self.format = format
    self.offset = offset
    self.line = line
  }

  /// The next record, or `nil` at the end of the input.
  ///
  /// - Parameter beginCell: called with each cell's 0-based place and the line it begins on.
  mutating func next(_ beginCell: (_ cell: Int, _ line: Int) -> Void = { _, _ in }) -> Record? {
    state = .rowNotBegun
    var record = Record(end: offset, line: line, cellCount: 0)
    var quoteLine = 0
    while true {
      skipText()
      guard offset < bytes.count else { break }
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
      if state == .quotedCell {
        if byte == format.quote { state = .afterQuote }
      } else if isLineEnd(byte) {
        return finished(record)
      } else if byte == format.delimiter {
        record.cellCount &+= 1
        beginCell(record.cellCount, line)
        state = .cellNotBegun
      } else {
        if state == .cellNotBegun { quoteLine = byteLine }
        advance(over: byte)
      }
    }
    if state == .rowNotBegun { return nil }
    record.openQuoteLine = state == .quotedCell ? quoteLine : nil
    return finished(record)
  }

  /// Goes on to the next byte that may end a cell, a line or a quote: most bytes are none of these.
  private mutating func skipText() {
    guard state == .cell || state == .quotedCell else { return }
    let end = state == .cell ? format.delimiter : format.quote
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == end || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return }
      offset &+= 1
    }
  }

  /// Takes a byte that ends neither cell nor record, outside quotes.
  private mutating func advance(over byte: UInt8) {
    switch state {
    case .rowNotBegun, .cellNotBegun:
      if !isSpace(byte) { state = byte == format.quote ? .quotedCell : .cell }
    case .cell, .quotedCell: break
    case .afterQuote:
      state = isSpace(byte) ? .afterSpacedQuote : .quotedCell
    case .afterSpacedQuote:
      if byte == format.quote { state = .afterQuote } else if !isSpace(byte) { state = .quotedCell }
    }
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
