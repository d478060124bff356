/// A table whose columns line up in the source, too.
///
/// Markdown has no cells across columns: their text stands in the widest of them.
struct MarkdownTable {
  private let columns: [Table.Column]
  private let rows: [[String]]
  private let widths: [Int]

  init(_ table: TableText) {
    columns = table.columns
    var widths = table.columns.map { max(3, $0.header.displayWidth) }
    for line in table.lines {
      for (place, cell) in line.placed where cell.columnCount == 1 {
        widths[place] = max(widths[place], cell.text.displayWidth)
      }
    }
    let natural = widths
    rows = table.lines.map { Self.row($0, natural) }
    for row in rows {
      for (place, text) in row.enumerated() {
        widths[place] = max(widths[place], text.displayWidth)
      }
    }
    self.widths = widths
  }

  /// The line's texts, one for each column.
  private static func row(_ line: TableText.Line, _ widths: [Int]) -> [String] {
    var texts = [String](repeating: "", count: widths.count)
    for (place, cell) in line.placed {
      let span = place..<(place + cell.columnCount)
      let widest = span.max { widths[$0] < widths[$1] } ?? place
      if line.isHeading {
        texts[0] = "**\(cell.text)**"
      } else {
        texts[widest] = cell.text
      }
    }
    return texts
  }

  /// The table's lines.
  var lines: [String] {
    let rule = zip(columns, widths).map { column, width in
      column.alignment == .number
        ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
    }
    return [line(columns.map(\.header)), line(rule)] + rows.map(line)
  }

  private func line(_ cells: [String]) -> String {
    let padded = columns.indices.map { place in
      cells[place].padded(to: widths[place], columns[place].alignment)
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
