/// A table whose columns line up in the source, too.
///
/// Markdown has no cells across columns: their text stands in the widest of them.
struct MarkdownTable {
  /// A text and the columns of a fixed-width font that it takes.
  private struct Measured {
    static let empty = Measured("")
    let text: String
    let width: Int

    init(_ text: String) {
      self.text = text
      width = text.displayWidth
    }
  }

  private let columns: [Table.Column]
  private let headings: [Measured]
  private let rows: [[Measured]]
  private let widths: [Int]

  init(_ table: TableText) {
    columns = table.columns
    headings = table.columns.map { Measured($0.header) }
    let measured = table.lines.map { line in line.cells.map { Measured($0.text) } }
    var widths = headings.map { max(3, $0.width) }
    for (line, texts) in zip(table.lines, measured) {
      var place = 0
      for (cell, text) in zip(line.cells, texts) {
        if cell.columnCount == 1 { widths[place] = max(widths[place], text.width) }
        place += cell.columnCount
      }
    }
    let natural = widths
    rows = zip(table.lines, measured).map { Self.row($0, $1, natural) }
    for row in rows {
      for (place, text) in row.enumerated() { widths[place] = max(widths[place], text.width) }
    }
    self.widths = widths
  }

  /// The line's texts, one for each column.
  private static func row(
    _ line: TableText.Line, _ measured: [Measured], _ widths: [Int]
  ) -> [Measured] {
    if line.cells.count == widths.count && !line.isHeading { return measured }
    var texts = [Measured](repeating: .empty, count: widths.count)
    var place = 0
    for (cell, text) in zip(line.cells, measured) {
      let span = place..<(place + cell.columnCount)
      if line.isHeading {
        texts[0] = Measured("**\(text.text)**")
      } else {
        texts[span.max { widths[$0] < widths[$1] } ?? place] = text
      }
      place += cell.columnCount
    }
    return texts
  }

  /// Writes the table's lines.
  func write(to output: inout TextBuffer) {
    write(headings, to: &output)
    writeRule(to: &output)
    for row in rows { write(row, to: &output) }
  }

  private func writeRule(to output: inout TextBuffer) {
    for (column, width) in zip(columns, widths) {
      let isNumber = column.alignment == .number
      output.append(fixed: "| ")
      output.append(ascii: UInt8(ascii: "-"), count: isNumber ? width - 1 : width)
      output.append(fixed: isNumber ? ": " : " ")
    }
    output.append(fixed: "|\n")
  }

  private func write(_ cells: [Measured], to output: inout TextBuffer) {
    for (place, cell) in cells.enumerated() {
      let space = widths[place] - cell.width
      output.append(fixed: place == 0 ? "| " : " | ")
      if columns[place].alignment == .number { output.appendSpaces(space) }
      MarkdownText.write(cell.text, to: &output)
      if columns[place].alignment == .text { output.appendSpaces(space) }
    }
    output.append(fixed: " |\n")
  }
}
