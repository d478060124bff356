/// One column of a file: a code for each row and each distinct text once, or plain text.
package struct RawColumn: Sendable {
  /// The name in the first header record. Names may repeat or be empty; `index` never does.
  package let name: String
  /// The 0-based place in the record.
  package let index: Int
  /// The cells.
  package let storage: Storage

  /// How the cells are held. The reader decides while it parses; nothing is lost either way.
  package enum Storage: Sendable {
    /// At most 253 distinct texts: one byte for each row.
    case narrow(NarrowCodes, texts: [String])
    /// At most 65,533 distinct texts: two bytes for each row.
    case wide(WideCodes, texts: [String])
    /// Identifiers and free text: more distinct texts than that; or more than 4,096 that are more
    /// than one for each four rows, or together longer than 256 KiB.
    case text(TextArena)
  }

  /// The codes of a dictionary column, for a decoder's loop.
  package enum Codes {
    case narrow(UnsafeBufferPointer<UInt8>)
    case wide(UnsafeBufferPointer<UInt16>)
  }

  package init(name: String, index: Int, storage: Storage) {
    self.name = name
    self.index = index
    self.storage = storage
  }
}

/// One byte for each row; see `CellCode`.
package struct NarrowCodes: Sendable { let buffer: FrozenBuffer<UInt8> }

/// Two bytes for each row; see `CellCode`.
package struct WideCodes: Sendable { let buffer: FrozenBuffer<UInt16> }

extension RawColumn {
  /// The number of rows.
  package var rowCount: Int {
    switch storage {
    case .narrow(let codes, _): codes.buffer.count
    case .wide(let codes, _): codes.buffer.count
    case .text(let arena): arena.rowCount
    }
  }

  /// The distinct texts of a dictionary column in order of first appearance; `nil` for a text
  /// column. Every one of them occurs in some row.
  package var texts: [String]? {
    switch storage {
    case .narrow(_, let texts), .wide(_, let texts): texts
    case .text: nil
    }
  }

  /// The distinct texts in order of first appearance. Reads every row of a text column.
  package var distinctTexts: [String] {
    if let texts { return texts }
    var seen: Set<String> = []
    return (0..<rowCount).compactMap { row in
      text(row).flatMap { seen.insert($0).inserted ? $0 : nil }
    }
  }

  /// Whether any row holds a text.
  package var holdsText: Bool { texts.map { !$0.isEmpty } ?? true }

  /// The code of a row (see `CellCode`), or `nil` for a text column.
  package func code(_ row: Int) -> UInt16? {
    switch storage {
    case .narrow(let codes, _): UInt16(codes.buffer[row])
    case .wide(let codes, _): codes.buffer[row]
    case .text: nil
    }
  }

  /// The text of a row, or `nil` where the cell holds none.
  package func text(_ row: Int) -> String? {
    switch storage {
    case .narrow(let codes, let texts): Self.text(of: UInt16(codes.buffer[row]), in: texts)
    case .wide(let codes, let texts): Self.text(of: codes.buffer[row], in: texts)
    case .text(let arena): arena.text(ofRow: row)
    }
  }

  /// What the cell of a row holds.
  package func cellState(_ row: Int) -> CellState {
    if case .text(let arena) = storage { return arena.state(ofRow: row) }
    return switch code(row) {
    case CellCode.empty: .empty
    case CellCode.quotedEmpty: .quotedEmpty
    case CellCode.absent: .absent
    default: .text
    }
  }

  private static func text(of code: UInt16, in texts: [String]) -> String? {
    code < CellCode.firstText ? nil : texts[Int(code - CellCode.firstText)]
  }
}
