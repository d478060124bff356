/// A table whose columns line up in the source, too.
///
/// Markdown has no cells across columns: their text stands in the first of them.
struct MarkdownTable {
  private let columns: [Table.Column]
  private let rows: [[String]]
  private let widths: [Int]

  init(_ table: TableText) {
    columns = table.columns
    let count = table.columns.count
    rows = table.lines.map { line in
      let heading = line.isHeading ? line.cells.first.map { "**\($0.text)**" } : nil
      let cells = line.cells.flatMap { cell in
        [heading ?? cell.text] + [String](repeating: "", count: cell.columnCount - 1)
      }
      return Array(cells.prefix(count))
    }
    let all = [table.columns.map(\.header)] + rows
    widths = table.columns.indices.map { place in
      max(3, all.map { place < $0.count ? $0[place].displayWidth : 0 }.max() ?? 0)
    }
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
      (place < cells.count ? cells[place] : "").padded(
        to: widths[place], columns[place].alignment)
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
