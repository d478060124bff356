/// A table set in columns of a fixed-width font; long cells are wrapped within their column.
struct TerminalTable {
  /// A line below the head.
  struct Line {
    let text: String
    let isHeading: Bool
  }

  /// Columns between two cells.
  static let gap = 2
  private let columns: [Table.Column]
  /// The width of each column, squeezed as far as it may be.
  let widths: [Int]
  private let width: Int
  private let lines: [TableText.Line]

  /// Fits the columns to a width by squeezing the widest columns of words.
  init(_ table: TableText, width: Int) {
    let columns = table.columns
    self.columns = columns
    lines = table.lines
    self.width = width
    var widths = Self.naturalWidths(table)
    let gaps = Self.gap * max(0, widths.count - 1)
    while widths.reduce(0, +) + gaps > width {
      let squeezable = widths.indices.filter { place in
        let isWords = place == 0 || columns[place].alignment == .text
        return isWords && widths[place] > max(8, columns[place].minWidth ?? 0)
      }
      guard let widest = squeezable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    self.widths = widths
  }

  /// The column headings; long ones take several lines and stand on the last.
  var head: [String] {
    let cells = zip(columns, widths).map { LineWrapper.columns($1).lines($0.header) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { number in
      joined(
        columns.indices.map { place in
          let blank = height - cells[place].count
          return set(number < blank ? "" : cells[place][number - blank], place, span: 1)
        })
    }
  }

  /// The line below the column headings.
  var rule: String {
    String(repeating: "─", count: widths.reduce(0, +) + Self.gap * max(0, widths.count - 1))
  }

  /// The rows and the headings of row groups.
  var body: [Line] {
    lines.flatMap { line in
      text(of: line).map { Line(text: $0, isHeading: line.isHeading) }
    }
  }

  private func text(of line: TableText.Line) -> [String] {
    let cells = line.placed.map { place, cell in
      let isLast = place + cell.columnCount == widths.count && cell.isSpanning
      let start = place == 0 ? 0 : room(0, place) + Self.gap
      // Words at the end of a row may stand out beyond the columns.
      let room = max(room(place, cell.columnCount), isLast ? width - start : 0)
      let lines = LineWrapper.columns(room).lines(cell.text)
      return (
        place: place, span: cell.columnCount, isSpanning: cell.isSpanning, lines: lines
      )
    }
    let height = cells.map(\.lines.count).max() ?? 0
    return (0..<height).map { number in
      joined(
        cells.map { cell in
          set(
            number < cell.lines.count ? cell.lines[number] : "", cell.place, span: cell.span,
            isSpanning: cell.isSpanning)
        })
    }
  }

  private func room(_ place: Int, _ span: Int) -> Int {
    widths[place..<min(place + span, widths.count)].reduce(0, +) + Self.gap * (span - 1)
  }

  /// Text padded to its columns; across several columns it is set left.
  private func set(
    _ text: String, _ place: Int, span: Int, isSpanning: Bool = false
  ) -> String {
    text.padded(to: room(place, span), isSpanning ? .text : columns[place].alignment)
  }

  private func joined(_ cells: [String]) -> String {
    var line = cells.joined(separator: String(repeating: " ", count: Self.gap))
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// Columns of words as wide as their longest cell; those of numbers may break their heading.
  private static func naturalWidths(_ table: TableText) -> [Int] {
    var widths = table.columns.map { column in
      let parts =
        column.alignment == .text
        ? [column.header] : column.header.split(separator: " ").map(String.init)
      return max(parts.map(\.displayWidth).max() ?? 0, column.minWidth ?? 0)
    }
    for line in table.lines {
      for (place, cell) in line.placed where !cell.isSpanning {
        widths[place] = max(widths[place], cell.text.displayWidth)
      }
    }
    return widths.map { max(1, $0) }
  }
}
