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
  private var rowCapacity = 1024
  private var ragged = GrowingBuffer<RaggedRow>(capacity: 0)

  private init(columnCount: Int) {
    self.columnCount = columnCount
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
  }

  /// Parses the data records in `bytes`.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat, names: [String]
  ) throws(RecordParser.Failure) -> Parsed {
    var parser = TableParser(columnCount: names.count)
    defer {
      parser.ragged.deallocate()
      parser.columns.deallocate()
      parser.fronts.deallocate()
    }
    do throws(RecordParser.Failure) {
      try run(&parser, over: bytes, format: format)
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
        UnsafeBufferPointer(start: parser.ragged.start, count: parser.ragged.count)))
  }

  private static func run(
    _ parser: inout TableParser, over bytes: UnsafeBufferPointer<UInt8>, format: CSVFormat
  ) throws(RecordParser.Failure) {
    try withUnsafeMutablePointer(to: &parser) { state throws(RecordParser.Failure) in
      try RecordParser.parse(
        bytes, format: format, state: UnsafeMutableRawPointer(state),
        cell: takeCell, record: takeRecordEnd)
    }
  }

  @inline(__always)
  fileprivate mutating func cell(_ text: UnsafeMutableRawPointer?, count: Int) {
    if column < columnCount {
      let front = (fronts + column &* ColumnFront.stride)
        .assumingMemoryBound(to: ColumnFront.self)
      if front.pointee.store(text, count: count, row: row) {
        column &+= 1
        return
      }
    }
    storeSlowly(text, count: count)
  }

  @inline(never)
  private mutating func storeSlowly(_ text: UnsafeMutableRawPointer?, count: Int) {
    if column < columnCount {
      columns[column].store(
        text.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count,
        row: row, rowCapacity: rowCapacity)
    }
    column &+= 1
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
    ragged.append(RaggedRow(row: row, cellCount: column, expected: columnCount))
    for missing in min(column, columnCount)..<columnCount {
      columns[missing].storeSpecial(.absent, row: row)
    }
  }

  @inline(never)
  private mutating func growRows() {
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
  state.assumingMemoryBound(to: TableParser.self).pointee.cell(text, count: count)
}

@inline(__always)
private func takeRecordEnd(_: Int32, state: UnsafeMutableRawPointer?) {
  guard let state else { return }
  state.assumingMemoryBound(to: TableParser.self).pointee.endRecord()
}
