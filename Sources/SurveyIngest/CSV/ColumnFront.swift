/// What most cells need of their column, in one cache line: most answers are one digit that the
/// column has seen before, and most of the others are empty.
struct ColumnFront {
  /// The bytes from one column's front to the next: a cache line.
  static let stride = 64

  /// The column's narrow cells; `nil` once the column has no narrow codes any more.
  private var cells: UnsafeMutablePointer<UInt8>?
  /// The latest one-byte text for each value of its low four bits: the byte, then its code.
  private var recent: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(cells: UnsafeMutablePointer<UInt8>) { self.cells = cells }

  /// Stores a cell if it is empty or a known text of one byte, in a narrow column.
  ///
  /// - Returns: whether it was.
  @inline(__always)
  mutating func store(_ text: UnsafeMutableRawPointer?, count: Int, row: Int) -> Bool {
    guard let cells else { return false }
    guard let text else {
      cells[row] = UInt8(truncatingIfNeeded: CellCode.empty)
      return true
    }
    guard count == 1 else { return false }
    let byte = UInt16(text.load(as: UInt8.self))
    let known = withRecent { $0[Int(byte & 15)] }
    guard known >> 8 == byte else { return false }
    cells[row] = UInt8(truncatingIfNeeded: known)
    return true
  }

  /// Remembers the code of a text of one byte.
  mutating func remember(_ byte: UInt8, code: UInt16) {
    withRecent { $0[Int(byte & 15)] = UInt16(byte) << 8 | code & 0xFF }
  }

  /// Follows the cells to another place in memory; `nil` where they are narrow no more.
  mutating func move(to cells: UnsafeMutablePointer<UInt8>?) { self.cells = cells }

  @inline(__always)
  private mutating func withRecent<Result>(
    _ body: (UnsafeMutablePointer<UInt16>) -> Result
  ) -> Result {
    withUnsafeMutableBytes(of: &recent) { bytes in
      body(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt16.self))
    }
  }
}
