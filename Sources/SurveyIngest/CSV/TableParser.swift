/// Parses data records into columns.
///
/// This is the hot loop: one flat state reached through a pointer, no class, no array, no string
/// until the last record is read.
struct TableParser {
  private let fronts: UnsafeMutableRawPointer
  private let columns: UnsafeMutablePointer<ColumnBuilder>
  private let columnCount: Int
  private var column = 0
  private var row = 0
  private var rowCapacity: Int
  private var ragged = GrowingBuffer<RaggedRow>(capacity: 0)
  /// How many more cells records may lack. Below 0 the parse has failed: what follows is read, so
  /// that libcsv comes to its end, and goes over the first rows.
  private var lackingLeft: Int

  private init(columnCount: Int, rowCapacity: Int, lackingLimit: Int) {
    self.columnCount = columnCount
    self.rowCapacity = rowCapacity
    lackingLeft = lackingLimit
    fronts = .allocate(
      byteCount: columnCount * ColumnFront.stride, alignment: ColumnFront.stride)
    columns = .allocate(capacity: columnCount)
    for index in 0..<columnCount {
      let front = (fronts + index * ColumnFront.stride)
        .bindMemory(to: ColumnFront.self, capacity: 1)
      (columns + index).initialize(
        to: ColumnBuilder(rowCapacity: rowCapacity, index: index, front: front))
    }
  }

  /// The columns of a file's data records.
  struct Parsed {
    let columns: [RawColumn]
    let rowCount: Int
    let raggedRows: [RaggedRow]
    let strayQuotes: RecordParser.StrayQuotes
  }

  /// Parses the data records in `bytes`.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, names: [String]
  ) throws(RecordParser.Failure) -> Parsed {
    var parser = TableParser(
      columnCount: names.count,
      rowCapacity: likelyRowCount(in: bytes, format: format, columnCount: names.count),
      lackingLimit: InputLimits.standard.lackingCellCount(ofBytes: bytes.count))
    defer {
      parser.ragged.deallocate()
      parser.columns.deallocate()
      parser.fronts.deallocate()
    }
    let strayQuotes: RecordParser.StrayQuotes
    do throws(RecordParser.Failure) {
      strayQuotes = try run(&parser, over: bytes, format: format)
      if parser.lackingLeft < 0 { throw .tooRagged }
    } catch {
      for index in 0..<names.count { parser.columns[index].deallocate() }
      throw error
    }
    return Parsed(
      columns: names.enumerated().map { index, name in
        parser.columns[index].column(name: name, index: index, rowCount: parser.row)
      },
      rowCount: parser.row,
      raggedRows: Array(
        UnsafeBufferPointer(start: parser.ragged.start, count: parser.ragged.count)),
      strayQuotes: strayQuotes)
  }

  /// A guess, rather too high, at the number of records: memory that need not grow is cheaper.
  private static func likelyRowCount(
    in bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, columnCount: Int
  ) -> Int {
    let top = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    var scanner = RecordScanner(bytes: top, format: format, offset: 0, line: 1)
    var count = 1
    while scanner.next() != nil { count += 1 }
    guard top.count < bytes.count else { return count }
    let guess = Int(1.1 * Double(count) / Double(top.count) * Double(bytes.count))
    // Every cell is followed by a byte at least, so no more records can be complete.
    return min(guess, bytes.count / max(columnCount, 1) + 1)
  }

  private static func run(
    _ parser: inout TableParser, over bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat
  ) throws(RecordParser.Failure) -> RecordParser.StrayQuotes {
    try withUnsafeMutablePointer(to: &parser) { state throws(RecordParser.Failure) in
      try RecordParser.parse(
        bytes, format: format, state: UnsafeMutableRawPointer(state),
        cell: takeCell, record: takeRecordEnd)
    }
  }

  /// Stores a cell that needs only its column's front.
  ///
  /// - Returns: whether it was one.
  @inline(__always)
  fileprivate mutating func storeInFront(_ text: UnsafeMutableRawPointer?, count: Int) -> Bool {
    guard column < columnCount else { return false }
    let front = (fronts + column &* ColumnFront.stride)
      .assumingMemoryBound(to: ColumnFront.self)
    guard front.pointee.store(text, count: count, row: row) else { return false }
    column &+= 1
    return true
  }

  /// Stores any other cell.
  @inline(__always)
  fileprivate mutating func store(_ text: UnsafeMutableRawPointer?, count: Int) {
    let place = column
    column &+= 1
    guard place < columnCount else { return }
    columns[place].store(
      text.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count,
      row: row, rowCapacity: rowCapacity)
  }

  @inline(__always)
  fileprivate mutating func endRecord() {
    if column != columnCount { noteRagged() }
    column = 0
    row &+= 1
    if row == rowCapacity { growRows() }
  }

  @inline(never)
  private mutating func noteRagged() {
    lackingLeft -= max(0, columnCount - column)
    guard lackingLeft >= 0 else { return }
    ragged.append(RaggedRow(row: row, cellCount: column, expected: columnCount))
    for missing in min(column, columnCount)..<columnCount {
      columns[missing].storeSpecial(.absent, row: row)
    }
  }

  @inline(never)
  private mutating func growRows() {
    guard lackingLeft >= 0 else {
      row = 0
      return
    }
    rowCapacity *= 2
    for index in 0..<columnCount { columns[index].reserve(rowCapacity: rowCapacity) }
  }
}

// Named functions, because the body of a closure is not inlined into what C calls.

@inline(__always)
private func takeCell(
  _ text: UnsafeMutableRawPointer?, count: Int, state: UnsafeMutableRawPointer?
) {
  guard let state else { return }
  let parser = state.assumingMemoryBound(to: TableParser.self)
  if !parser.pointee.storeInFront(text, count: count) { storeSlowly(text, count, parser) }
}

// A function without `self`, so that the callback jumps to it and saves no register for itself.
@inline(never)
private func storeSlowly(
  _ text: UnsafeMutableRawPointer?, _ count: Int, _ parser: UnsafeMutablePointer<TableParser>
) {
  parser.pointee.store(text, count: count)
}

@inline(__always)
private func takeRecordEnd(_: Int32, state: UnsafeMutableRawPointer?) {
  guard let state else { return }
  state.assumingMemoryBound(to: TableParser.self).pointee.endRecord()
}
