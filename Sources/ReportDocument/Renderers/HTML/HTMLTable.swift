extension HTMLComposer {
  private static let scroll = [MarkupWriter.Attribute.style("scroll")]
  private static let note = [MarkupWriter.Attribute.style("note")]
  private static let number = [MarkupWriter.Attribute.style("n")]
  private static let rowScope = [MarkupWriter.Attribute("scope", "row")]

  /// Writes a table in a box of its own, which scrolls sideways when the screen is too narrow.
  mutating func write(_ table: Table) {
    var attributes = Self.scroll
    if table.columns.count > 4 {
      // Lets the keyboard scroll a wide table.
      attributes +=
        [
          .init("tabindex", "0"), .init("role", "group"),
          .init("aria-label", table.caption.plain),
        ] + page.language(of: table.caption.plain)
    }
    page.start(.div, attributes)
    page.start(.table)
    page.start(.caption)
    element(.span, [], table.caption)
    page.end(.caption)
    page.start(.thead)
    page.start(.tr)
    for column in table.columns { writeHeading(column) }
    page.end(.tr)
    page.end(.thead)
    for group in table.groups { write(group, table.columns) }
    page.end(.table)
    page.end(.div)
    if let note = table.note { element(.p, Self.note, note) }
  }

  private mutating func writeHeading(_ column: Table.Column) {
    var attributes: [MarkupWriter.Attribute] = [.init("scope", "col")] + alignment(column)
    if let width = column.minWidth { attributes.append(.init("style", "min-width:\(width)ch")) }
    page.elementOfWords(.th, attributes, column.header)
  }

  private mutating func write(_ group: Table.RowGroup, _ columns: [Table.Column]) {
    page.start(.tbody)
    if let heading = group.heading {
      page.start(.tr, [.style("group")])
      element(
        .th, [.init("scope", "rowgroup"), .init("colspan", "\(max(1, columns.count))")], heading)
      page.end(.tr)
    }
    for row in group.rows { write(row, columns) }
    page.end(.tbody)
  }

  private mutating func write(_ row: Table.Row, _ columns: [Table.Column]) {
    page.start(.tr)
    element(.th, Self.rowScope, row.header)
    var place = 1
    for cell in row.cells where place < columns.count {
      let span = min(cell.columnCount, columns.count - place)
      write(cell, columns[place], span: span)
      place += span
    }
    for _ in place..<max(place, columns.count) { page.element(.td, "") }
    page.end(.tr)
  }

  private mutating func write(_ cell: Cell, _ column: Table.Column, span: Int) {
    switch cell {
    case .text(let text): element(.td, alignment(column), text)
    case .number(let value, let style): page.element(.td, alignment(column), style.text(value))
    case .interval(let lower, let upper, let style):
      page.element(.td, alignment(column), style.text(lower: lower, upper: upper))
    case .bar(let share): writeBar(share)
    case .empty(let reason):
      page.element(.td, [.style(column.alignment == .number ? "n none" : "none")], reason)
    case .spanning(let text, _):
      element(.td, [.init("colspan", "\(span)"), .style("none")], text)
    }
  }

  private mutating func writeBar(_ share: Double) {
    let length = min(max(share.isFinite ? share : 0, 0), 1) * 60
    page.start(.td, [.style("n share")])
    page.start(
      .svg,
      [
        .init("viewBox", "0 0 60 10"), .init("width", 60.0), .init("height", 10.0),
        .init("aria-hidden", "true"),
      ])
    page.shape(.box(0, 0, length, 10, style: "first"))
    page.end(.svg)
    page.element(.span, NumberStyle.percent().text(share))
    page.end(.td)
  }

  private func alignment(_ column: Table.Column) -> [MarkupWriter.Attribute] {
    column.alignment == .number ? Self.number : []
  }
}
