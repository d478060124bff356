/// What stands in one cell of a table. Numbers stay unrounded here.
package enum Cell: Sendable, Hashable {
  /// Words.
  case text(InlineText)
  /// One number.
  case number(Double, NumberStyle)
  /// Two limits, shown as "lower to upper".
  case interval(lower: Double, upper: Double, NumberStyle)
  /// A share between 0 and 1, shown as a bar with its percent.
  case bar(Double)
  /// No value, and in a few words why.
  case empty(reason: String)
  /// Words across several columns, such as why a row is hidden.
  case spanning(InlineText, columns: Int)
}

extension Cell {
  /// A count.
  package static func integer(_ count: Int) -> Cell {
    .number(Double(count), .count)
  }

  /// A share between 0 and 1, shown as percent.
  package static func percent(_ share: Double) -> Cell {
    .number(share, .percent())
  }

  /// Number of columns the cell takes.
  package var columnCount: Int {
    if case .spanning(_, let columns) = self { max(1, columns) } else { 1 }
  }
}
