import Glibc

/// One column while the file is parsed: narrow codes first, wide codes or text when they run out.
struct ColumnBuilder {
  /// When a dictionary column turns into text; see `RawColumn.Storage`.
  enum Limit {
    static let narrowTexts = Int(UInt8.max) + 1 - Int(CellCode.firstText)
    static let wideTexts = Int(UInt16.max) + 1 - Int(CellCode.firstText)
    static let freeTexts = 4096
    static let rowsPerText = 4
    /// A dictionary that outgrows the cache makes every cell wait for memory.
    static let dictionarySize = 1 << 18
  }

  private enum Kind { case narrow, wide, text }

  private var kind = Kind.narrow
  /// One element for each row of the table's capacity; its type follows `kind`.
  private var cells: UnsafeMutableRawPointer
  /// The number of unused bytes before `cells`.
  private let lead: Int
  private let front: UnsafeMutablePointer<ColumnFront>
  private var dictionary = TextDictionary()
  /// The bytes of a text column.
  private var arena = GrowingBuffer<UInt8>(capacity: 0)

  /// - Parameter front: uninitialized memory for what the builder keeps at hand.
  init(rowCapacity: Int, index: Int, front: UnsafeMutablePointer<ColumnFront>) {
    self.front = front
    // Large blocks of malloc all begin at one offset in a page, so the cells of one row would
    // compete for one set of the first-level cache; steps of three lines spread them. Small blocks
    // don't, and a hundred thousand narrow columns would pay for it.
    lead = rowCapacity < 4096 ? 0 : index * 192 % 4096
    cells = Memory.allocate(size: lead + rowCapacity) + lead
    front.initialize(to: ColumnFront(cells: cells.assumingMemoryBound(to: UInt8.self)))
  }

  /// Stores a cell as libcsv reports it: no bytes for an unquoted empty cell.
  ///
  /// - Parameter text: with `TextKey.readableBytes` bytes of memory behind it.
  @inline(__always)
  mutating func store(
    _ text: UnsafePointer<UInt8>?, count: Int, row: Int, rowCapacity: Int
  ) {
    guard let text else { return storeSpecial(.empty, row: row) }
    if count == 0 { return storeSpecial(.quotedEmpty, row: row) }
    if kind == .text {
      appendToArena(text, count: count)
      return endText(row: row, state: .text)
    }
    let key = TextKey(of: text, count: count)
    let code = dictionary.code(of: text, count: count, key: key)
    if code == 0 {
      return storeNew(text, count: count, key: key, row: row, rowCapacity: rowCapacity)
    }
    storeCode(code, row: row)
    if count == 1, kind == .narrow { front.pointee.remember(text[0], code: code) }
  }

  /// Stores a cell without text.
  @inline(__always)
  mutating func storeSpecial(_ state: CellState, row: Int) {
    if kind == .text { return endText(row: row, state: state) }
    // The special codes are the raw values of `CellState`, less one.
    storeCode(UInt16(state.rawValue &- 1), row: row)
  }

  /// Makes room for more rows.
  mutating func reserve(rowCapacity: Int) {
    cells = Memory.resize(cells - lead, to: lead + rowCapacity * elementSize) + lead
    if kind == .narrow { front.pointee.move(to: cells.assumingMemoryBound(to: UInt8.self)) }
  }

  /// Gives the cells away; the builder may not be used again.
  func column(name: String, index: Int, rowCount: Int) -> RawColumn {
    let memory = Memory.resize(cells - lead, to: lead + rowCount * elementSize)
    let texts = kind == .text ? [] : dictionary.texts()
    dictionary.deallocate()
    let storage: RawColumn.Storage
    switch kind {
    case .narrow:
      storage = .narrow(
        NarrowCodes(buffer: FrozenBuffer(adopting: memory, lead: lead, count: rowCount)),
        texts: texts)
    case .wide:
      storage = .wide(
        WideCodes(buffer: FrozenBuffer(adopting: memory, lead: lead, count: rowCount)), texts: texts
      )
    case .text:
      storage = .text(
        TextArena(
          ends: FrozenBuffer(adopting: memory, lead: lead, count: rowCount), bytes: arena.frozen()))
    }
    if kind != .text { arena.deallocate() }
    return RawColumn(name: name, index: index, storage: storage)
  }

  /// Frees everything, where the parse fails.
  func deallocate() {
    free(cells - lead)
    dictionary.deallocate()
    arena.deallocate()
  }
}

extension ColumnBuilder {
  private var elementSize: Int {
    switch kind {
    case .narrow: 1
    case .wide: 2
    case .text: 8
    }
  }

  @inline(__always)
  private func storeCode(_ code: UInt16, row: Int) {
    if kind == .narrow {
      cells.assumingMemoryBound(to: UInt8.self)[row] = UInt8(truncatingIfNeeded: code)
    } else {
      cells.assumingMemoryBound(to: UInt16.self)[row] = code
    }
  }

  @inline(__always)
  private mutating func appendToArena(_ text: UnsafePointer<UInt8>, count: Int) {
    if count <= TextKey.readableBytes {
      arena.append(paddedTo16: text, count: count)
    } else {
      arena.append(text, count: count)
    }
  }

  @inline(__always)
  private func endText(row: Int, state: CellState) {
    cells.assumingMemoryBound(to: UInt64.self)[row] =
      UInt64(truncatingIfNeeded: arena.count) << 2 | UInt64(state.rawValue)
  }

  /// Stores the first cell with a text, which may be one text too many for the column's kind.
  @inline(never)
  private mutating func storeNew(
    _ text: UnsafePointer<UInt8>, count: Int, key: TextKey, row: Int, rowCapacity: Int
  ) {
    let textCount = dictionary.count + 1
    let isFreeText =
      textCount > Limit.freeTexts
      && (textCount * Limit.rowsPerText > row || dictionary.size > Limit.dictionarySize)
    if isFreeText || textCount > Limit.wideTexts {
      becomeText(rows: row, rowCapacity: rowCapacity)
      arena.append(text, count: count)
      return endText(row: row, state: .text)
    }
    if kind == .narrow, textCount > Limit.narrowTexts {
      becomeWide(rows: row, rowCapacity: rowCapacity)
    }
    storeCode(dictionary.insert(text, count: count, key: key), row: row)
  }

  private mutating func becomeWide(rows: Int, rowCapacity: Int) {
    let memory = Memory.allocate(size: lead + rowCapacity * MemoryLayout<UInt16>.size) + lead
    let wide = memory.bindMemory(to: UInt16.self, capacity: rowCapacity)
    for row in 0..<rows { wide[row] = code(ofRow: row) }
    replaceCells(by: memory, kind: .wide)
  }

  private mutating func becomeText(rows: Int, rowCapacity: Int) {
    let memory = Memory.allocate(size: lead + rowCapacity * MemoryLayout<UInt64>.size) + lead
    let ends = memory.bindMemory(to: UInt64.self, capacity: rowCapacity)
    for row in 0..<rows {
      let code = code(ofRow: row)
      var state = CellState(rawValue: UInt8(truncatingIfNeeded: code &+ 1)) ?? .text
      if code >= CellCode.firstText {
        let text = dictionary.bytes(of: code)
        if let start = text.baseAddress { arena.append(start, count: text.count) }
        state = .text
      }
      ends[row] = UInt64(arena.count) << 2 | UInt64(state.rawValue)
    }
    replaceCells(by: memory, kind: .text)
  }

  private mutating func replaceCells(by memory: UnsafeMutableRawPointer, kind: Kind) {
    free(cells - lead)
    cells = memory
    self.kind = kind
    front.pointee.move(to: nil)
  }

  private func code(ofRow row: Int) -> UInt16 {
    kind == .narrow
      ? UInt16(cells.assumingMemoryBound(to: UInt8.self)[row])
      : cells.assumingMemoryBound(to: UInt16.self)[row]
  }
}
