/// The cells of a column with too many distinct texts for a dictionary: all bytes in one block, and
/// for each row where its text ends.
package struct TextArena: Sendable {
  /// For each row, the end offset of its text times four plus the raw value of its `CellState`.
  let ends: FrozenBuffer<UInt64>
  let bytes: FrozenBuffer<UInt8>

  /// The number of rows.
  package var rowCount: Int { ends.count }

  /// What the cell holds.
  package func state(ofRow row: Int) -> CellState {
    CellState(rawValue: UInt8(truncatingIfNeeded: ends[row] & 3)) ?? .text
  }

  /// The cell's text, or `nil` where it holds none.
  package func text(ofRow row: Int) -> String? {
    guard state(ofRow: row) == .text else { return nil }
    return withBytes(ofRow: row) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of the cell's text, none where it holds no text.
  package func withBytes<Result>(
    ofRow row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(ofRow: row)
    return try body(UnsafeBufferPointer(rebasing: bytes.elements[range]))
  }

  private func range(ofRow row: Int) -> Range<Int> {
    let start = row == 0 ? 0 : Int(ends[row - 1] >> 2)
    return start..<Int(ends[row] >> 2)
  }
}

extension TextArena {
  /// The same cells, for the given rows only, in ascending order.
  func keeping(rows: [Int]) -> TextArena {
    let size = rows.reduce(0) { $0 + range(ofRow: $1).count }
    let kept = FrozenBuffer<UInt8>(count: size) { target in
      var used = 0
      for row in rows {
        withBytes(ofRow: row) { used = target[used...].update(fromContentsOf: $0) }
      }
    }
    let keptEnds = FrozenBuffer<UInt64>(count: rows.count) { target in
      var end = 0
      for (index, row) in rows.enumerated() {
        end += range(ofRow: row).count
        target[index] = UInt64(end) << 2 | ends[row] & 3
      }
    }
    return TextArena(ends: keptEnds, bytes: kept)
  }
}
