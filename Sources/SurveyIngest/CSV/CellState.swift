/// What a file says in one cell, before any codebook gives it a meaning.
package enum CellState: UInt8, Hashable, Sendable {
  /// The cell holds text.
  case text
  /// Nothing between two delimiters (or only spaces).
  case empty
  /// An empty pair of quotes, which some tools write for "shown, not answered".
  case quotedEmpty
  /// The record ended before this column.
  case absent
}

/// The codes of a dictionary column. A text's code is its place in `RawColumn.texts` plus
/// `firstText`, so a table of `texts.count + firstText` entries translates every code.
package enum CellCode {
  /// The code of `CellState.empty`.
  package static let empty: UInt16 = 0
  /// The code of `CellState.quotedEmpty`.
  package static let quotedEmpty: UInt16 = 1
  /// The code of `CellState.absent`.
  package static let absent: UInt16 = 2
  /// The code of the first text.
  package static let firstText: UInt16 = 3
}
