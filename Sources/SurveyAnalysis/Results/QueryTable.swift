/// The answer to an ad-hoc question: named columns and rows of plain values.
package struct QueryTable: Hashable, Sendable {
  /// Its columns, in order.
  package let columns: [Column]
  /// Its rows; each has one value a column.
  package let rows: [[Value]]
  /// What must be read with it, such as which groups are hidden and why; whole sentences.
  package let notes: [String]

  /// Takes its parts.
  package init(columns: [Column], rows: [[Value]], notes: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// A column.
  package struct Column: Hashable, Sendable {
    /// Its name, as the question has it.
    package let name: String
    /// True where it says who stands behind the values beside it.
    package let isBase: Bool

    /// A column of that name.
    package init(_ name: String, isBase: Bool = false) {
      self.name = name
      self.isBase = isBase
    }
  }

  /// One value.
  package enum Value: Hashable, Sendable {
    /// There is none.
    case null
    /// A whole number.
    case integer(Int64)
    /// A number, unrounded and finite.
    case number(Double)
    /// Words.
    case text(String)
    /// Not shown, because too few persons stand behind it.
    case hidden
  }
}
