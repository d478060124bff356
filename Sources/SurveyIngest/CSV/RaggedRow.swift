/// A record that has more or fewer cells than the header.
package struct RaggedRow: BitwiseCopyable, Hashable, Sendable {
  /// The 0-based row of the table.
  package let row: Int
  /// How many cells the record has.
  package let cellCount: Int
  /// How many cells the header has.
  package let expected: Int

  package init(row: Int, cellCount: Int, expected: Int) {
    self.row = row
    self.cellCount = cellCount
    self.expected = expected
  }
}
