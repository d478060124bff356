/// Writes the tables of a document, those of charts too, as comma-separated values (RFC 4180).
///
/// Numbers are unrounded, with a point; an interval takes two columns, the heading of a row group
/// a column in front. A text that a spreadsheet would take for a formula gets a leading
/// apostrophe. One table is written bare; several have their captions above and a line between.
package struct CSVTableRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "csv"
  /// The file ending.
  package static let fileExtension = "csv"

  /// Makes a renderer.
  package init() {}

  /// Writes the document's tables.
  package func render(_ document: Document) -> String {
    let tables = document.blocks.flatMap(\.tables)
    let texts = tables.map { table in
      let caption = tables.count > 1 ? [[text(table.caption.plain)]] : []
      return (caption + records(of: table)).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
    return texts.joined(separator: "\r\n")
  }

  private func records(of table: Table) -> [[String]] {
    let isInterval = table.columns.indices.map { place in
      table.rows.contains { $0.hasInterval(at: place) }
    }
    let hasGroups = table.groups.contains { $0.heading != nil }
    var heading = hasGroups ? [""] : []
    for (column, isInterval) in zip(table.columns, isInterval) {
      let name = column.header
      heading +=
        isInterval
        ? ["\(name), \(FixedWords.lowerLimit)", "\(name), \(FixedWords.upperLimit)"] : [name]
    }
    var records = [heading.map(text)]
    for group in table.groups {
      let front = hasGroups ? [text(group.heading?.plain ?? "")] : []
      records += group.rows.map { front + record($0, isInterval) }
    }
    return records
  }

  private func record(_ row: Table.Row, _ isInterval: [Bool]) -> [String] {
    var fields = [text(row.header.plain)]
    var place = 1
    for cell in row.cells where place < isInterval.count {
      let span = min(cell.columnCount, isInterval.count - place)
      let width = isInterval[place..<(place + span)].reduce(0) { $0 + ($1 ? 2 : 1) }
      let values = self.fields(for: cell)
      fields += values + [String](repeating: "", count: max(0, width - values.count))
      place += span
    }
    for missing in isInterval.dropFirst(place) { fields += missing ? ["", ""] : [""] }
    return fields
  }

  private func fields(for cell: Cell) -> [String] {
    switch cell {
    case .text(let words), .spanning(let words, _): [text(words.plain)]
    case .number(let value, _), .bar(let value): [number(value)]
    case .interval(let lower, let upper, _): [number(lower), number(upper)]
    // A dash stands for nothing, and a spreadsheet's word for nothing is an empty cell.
    case .empty(let reason): [reason == "–" ? "" : text(reason)]
    }
  }

  private func number(_ value: Double) -> String { Self.field(value) }

  private func text(_ words: String) -> String { Self.field(words) }

  /// One field that holds a number.
  package static func field(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let digits = value == 0 ? "0" : "\(value)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  /// One field that holds words.
  package static func field(_ words: String) -> String {
    let visible = VisibleText.clean(words)
    let first = visible.first { $0 != " " }
    let isFormula = first.map { "=+-@＝＋－＠".contains($0) } ?? false
    let guarded = (isFormula ? "'" : "") + visible
    let needsQuotes =
      guarded.contains { ",\"".contains($0) } || guarded.hasPrefix(" ")
      || guarded.hasSuffix(" ")
    return needsQuotes
      ? "\""
        + guarded.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
      : guarded
  }
}

extension Table.Row {
  fileprivate func hasInterval(at place: Int) -> Bool {
    var start = 1
    for cell in cells {
      if start == place, case .interval = cell { return true }
      start += cell.columnCount
    }
    return false
  }
}

extension Block {
  /// All tables in the block, in reading order.
  fileprivate var tables: [Table] {
    switch self {
    case .table(let table): [table]
    case .chart(let chart): [chart.words.table]
    case .section(let section): section.blocks.flatMap(\.tables)
    case .details(_, let blocks): blocks.flatMap(\.tables)
    default: []
    }
  }
}
