/// A table whose cells are text, with the columns each one takes.
struct TableText {
  /// One line of cells.
  struct Line {
    /// A cell's text.
    struct Cell {
      let text: String
      let columnCount: Int
      /// True for words across columns, of which a part of the table may hold one only.
      let isSpanning: Bool

      init(text: String, columnCount: Int, isSpanning: Bool? = nil) {
        self.text = text
        self.columnCount = columnCount
        self.isSpanning = isSpanning ?? (columnCount > 1)
      }
    }

    /// The cells; together they take all columns.
    let cells: [Cell]
    /// True for the heading of a row group.
    let isHeading: Bool

    /// The cells, each with the column it begins in.
    var placed: [(place: Int, cell: Cell)] {
      var place = 0
      return cells.map { cell in
        defer { place += cell.columnCount }
        return (place, cell)
      }
    }
  }

  /// The columns, with their headings as text.
  let columns: [Table.Column]
  /// The lines below the headings.
  let lines: [Line]

  init(columns: [Table.Column], lines: [Line]) {
    self.columns = columns
    self.lines = lines
  }

  /// Makes the texts of a table.
  ///
  /// - Parameter write: turns running text into text of the output format.
  init(_ table: Table, write: (InlineText) -> String) {
    let given = table.columns.isEmpty ? [Table.Column("", .text)] : table.columns
    columns = given.map { column in
      var column = column
      column.header = write(InlineText(column.header))
      return column
    }
    let count = columns.count
    var lines: [Line] = []
    for group in table.groups {
      if let heading = group.heading {
        let cell = Line.Cell(text: write(heading), columnCount: count)
        lines.append(Line(cells: [cell], isHeading: true))
      }
      lines += group.rows.map { Self.line($0, count: count, write: write) }
    }
    self.lines = lines
  }

  private static func line(
    _ row: Table.Row, count: Int, write: (InlineText) -> String
  ) -> Line {
    var cells = [Line.Cell(text: write(row.header), columnCount: 1)]
    var place = 1
    for cell in row.cells where place < count {
      let span = min(cell.columnCount, count - place)
      cells.append(Line.Cell(text: write(cell.words), columnCount: span))
      place += span
    }
    for _ in place..<max(place, count) { cells.append(Line.Cell(text: "", columnCount: 1)) }
    return Line(cells: cells, isHeading: false)
  }
}

extension Cell {
  /// The cell in words, with its number rounded by its style.
  var words: InlineText {
    switch self {
    case .text(let text), .spanning(let text, _): text
    case .number(let value, let style): InlineText(style.text(value))
    case .interval(let lower, let upper, let style):
      InlineText(style.text(lower: lower, upper: upper))
    case .bar(let share):
      InlineText(
        TextBar.stacked([(share, TextBar.positive), (1, TextBar.negative)], length: 10) + " "
          + NumberStyle.percent().text(share))
    case .empty(let reason): InlineText(reason)
    }
  }
}
