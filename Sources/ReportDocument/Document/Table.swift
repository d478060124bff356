/// Rows and columns with a caption.
package struct Table: Sendable, Hashable {
  /// What the table holds, of whom, and in which unit.
  package var caption: InlineText
  /// All columns; the first one holds the row headers.
  package var columns: [Column]
  /// The rows, in groups; a plain table has one group without a heading.
  package var groups: [RowGroup]
  /// A remark below the table, or nil.
  package var note: InlineText?

  /// Makes a table of row groups.
  package init(
    caption: InlineText, columns: [Column], groups: [RowGroup], note: InlineText? = nil
  ) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.note = note
  }

  /// Makes a table without row groups.
  package init(caption: InlineText, columns: [Column], rows: [Row], note: InlineText? = nil) {
    self.init(
      caption: caption, columns: columns, groups: [RowGroup(heading: nil, rows: rows)], note: note)
  }

  /// All rows, without their groups.
  package var rows: [Row] {
    groups.flatMap(\.rows)
  }
}

extension Table {
  /// One column.
  package struct Column: Sendable, Hashable {
    /// Side to which a column's cells are set.
    package enum Alignment: Sendable, Hashable {
      /// Left, for words.
      case text
      /// Right, for numbers.
      case number
    }

    /// The column's heading.
    package var header: String
    /// Side to which the cells are set.
    package var alignment: Alignment
    /// Width in characters below which the column is not squeezed, or nil.
    package var minWidth: Int?

    /// Makes a column from its parts.
    package init(_ header: String, _ alignment: Alignment = .number, minWidth: Int? = nil) {
      self.header = header
      self.alignment = alignment
      self.minWidth = minWidth
    }
  }

  /// Rows under a common heading.
  package struct RowGroup: Sendable, Hashable {
    /// The heading across all columns, or nil.
    package var heading: InlineText?
    /// The rows below it.
    package var rows: [Row]

    /// Makes a group from its parts.
    package init(heading: InlineText?, rows: [Row]) {
      self.heading = heading
      self.rows = rows
    }
  }

  /// One row.
  package struct Row: Sendable, Hashable {
    /// What the row is about; stands in the first column.
    package var header: InlineText
    /// The other columns' cells; missing ones at the end are left blank.
    package var cells: [Cell]

    /// Makes a row from its parts.
    package init(_ header: InlineText, _ cells: [Cell]) {
      self.header = header
      self.cells = cells
    }
  }
}
