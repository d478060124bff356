extension HTMLComposer {
  /// A table in a box of its own, which scrolls sideways when the screen is too narrow.
  func table(_ table: Table) -> Markup {
    let head = Markup.tag(.thead, [], [.tag(.tr, [], table.columns.map(heading))])
    let element = Markup.tag(
      .table, [],
      [.tag(.caption, [], [.tag(.span, [], inline(table.caption))]), head]
        + table.groups.map { group($0, table.columns) })
    var attributes: [Markup.Attribute] = [.init("class", "scroll")]
    if table.columns.count > 4 {
      // Lets the keyboard scroll a wide table.
      attributes += [
        .init("tabindex", "0"), .init("role", "group"),
        .init("aria-label", table.caption.plain),
      ]
    }
    let note = table.note.map { [Markup.tag(.p, [.init("class", "note")], inline($0))] } ?? []
    return .group([.tag(.div, attributes, [element])] + note)
  }

  private func heading(_ column: Table.Column) -> Markup {
    var attributes: [Markup.Attribute] = [.init("scope", "col")] + alignment(column)
    if let width = column.minWidth { attributes.append(.init("style", "min-width:\(width)ch")) }
    return .tag(.th, attributes, column.header)
  }

  private func group(_ group: Table.RowGroup, _ columns: [Table.Column]) -> Markup {
    let heading = group.heading.map { heading in
      [
        Markup.tag(
          .tr, [.init("class", "group")],
          [
            .tag(
              .th, [.init("scope", "rowgroup"), .init("colspan", "\(max(1, columns.count))")],
              inline(heading))
          ])
      ]
    }
    return .tag(.tbody, [], (heading ?? []) + group.rows.map { row($0, columns) })
  }

  private func row(_ row: Table.Row, _ columns: [Table.Column]) -> Markup {
    var cells = [Markup.tag(.th, [.init("scope", "row")], inline(row.header))]
    var place = 1
    for cell in row.cells where place < columns.count {
      let span = min(cell.columnCount, columns.count - place)
      cells.append(self.cell(cell, columns[place], span: span))
      place += span
    }
    while place < columns.count {
      cells.append(.tag(.td, [], [Markup]()))
      place += 1
    }
    return .tag(.tr, [], cells)
  }

  private func cell(_ cell: Cell, _ column: Table.Column, span: Int) -> Markup {
    switch cell {
    case .text(let text): .tag(.td, alignment(column), inline(text))
    case .number(let value, let style): .tag(.td, alignment(column), style.text(value))
    case .interval(let lower, let upper, let style):
      .tag(.td, alignment(column), style.text(lower: lower, upper: upper))
    case .bar(let share): .tag(.td, [.init("class", "n share")], bar(share))
    case .empty(let reason):
      .tag(.td, [.init("class", column.alignment == .number ? "n none" : "none")], reason)
    case .spanning(let text, _):
      .tag(.td, [.init("colspan", "\(span)"), .init("class", "none")], inline(text))
    }
  }

  private func bar(_ share: Double) -> [Markup] {
    let length = min(max(share.isFinite ? share : 0, 0), 1) * 60
    let drawing = Markup.tag(
      .svg,
      [
        .init("viewBox", "0 0 60 10"), .init("width", 60.0), .init("height", 10.0),
        .init("aria-hidden", "true"),
      ],
      [Shape.box(0, 0, length, 10, style: "first")])
    return [drawing, .tag(.span, [], NumberStyle.percent().text(share))]
  }

  private func alignment(_ column: Table.Column) -> [Markup.Attribute] {
    column.alignment == .number ? [.init("class", "n")] : []
  }
}
