/// Turns blocks into lines of plain text.
struct TerminalWriter {
  /// Looks that a terminal has for a whole line.
  enum Style: String {
    case plain = ""
    case bold = "\u{1B}[1m"
    case dim = "\u{1B}[2m"
  }

  let width: Int
  let usesStyles: Bool

  /// Blocks as groups of lines; a blank line goes between groups.
  func parts(_ blocks: [Block], depth: Int) -> [[String]] {
    blocks.flatMap { parts($0, depth: depth) }
  }

  private func parts(_ block: Block, depth: Int) -> [[String]] {
    switch block {
    case .heading(_, let title, _): [wrapped(title, style: .bold)]
    case .section(let section):
      [depth == 0 ? heading(section.title, mark: "─") : wrapped(section.title, style: .bold)]
        + parts(section.blocks, depth: depth + 1)
    case .paragraph(let text): [wrapped(text)]
    case .note(let text): [wrapped(text, style: .dim)]
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .details(let summary, let blocks):
      [wrapped(summary, style: .bold)]
        + TerminalWriter(width: max(20, width - 2), usesStyles: usesStyles)
        .parts(blocks, depth: depth + 1).map { $0.map { "  " + $0 } }
    case .code(let text): [VisibleText.cleanLines(text).map { "    " + $0 }]
    case .rule: [[String(repeating: "─", count: width)]]
    case .findings, .facts, .definitionList, .bulletList: [list(block)]
    }
  }

  private func list(_ block: Block) -> [String] {
    switch block {
    case .findings(let items):
      items.enumerated().flatMap { index, item in
        wrapped(item.claim, first: "\(index + 1). ".padded(to: 4, .number), style: .bold)
          + wrapped(item.evidence, first: "    ")
      }
    case .facts(let facts):
      facts.flatMap { fact in
        let room = facts.map { VisibleText.clean($0.value).displayWidth }.max() ?? 0
        let number = VisibleText.clean(fact.value).padded(to: room, .number)
        return wrapped(fact.label, first: "  " + number + "  ")
      }
    case .definitionList(let definitions):
      definitions.flatMap { definition in
        wrapped(definition.term + ": " + definition.text, rest: "  ")
      }
    case .bulletList(let points): points.flatMap { wrapped($0, first: "- ") }
    default: []
    }
  }

  private func chart(_ chart: Chart) -> [[String]] {
    let words = chart.words
    let description = words.description.isEmpty ? [] : [wrapped(InlineText(words.description))]
    let order = words.order.isEmpty ? [] : [wrapped(InlineText(words.order), style: .dim)]
    return table(chart.textTable) + description + order + table(words.table)
  }

  /// The caption, the table in as many parts as the width asks for, and its note.
  private func table(_ table: Table) -> [[String]] {
    let text = TableText(table, write: words)
    let whole = TerminalTable(text, width: width)
    let parts = text.panels(width: width, widths: whole.widths, gap: TerminalTable.gap)
      .map { lines(TerminalTable($0, width: width)) }
    let caption = table.caption.isEmpty ? [] : wrapped(table.caption, style: .bold)
    let note = table.note.map { wrapped($0, style: .dim) } ?? []
    let first = caption + (parts.first ?? []) + (parts.count == 1 ? note : [])
    let rest = parts.dropFirst().map { Array($0) }
    let last = parts.count > 1 && !note.isEmpty ? [note] : []
    return ([first] + rest + last).filter { !$0.isEmpty }
  }

  private func lines(_ grid: TerminalTable) -> [String] {
    grid.head.map { styled($0, .bold) } + [grid.rule]
      + grid.body.map { styled($0.text, $0.isHeading ? .bold : .plain) }
  }

  /// A heading with a line below it.
  func heading(_ title: InlineText, mark: Character) -> [String] {
    let lines = LineWrapper.columns(width).lines(words(title))
    let longest = lines.map(\.displayWidth).max() ?? 0
    return lines.map { styled($0, .bold) } + [String(repeating: mark, count: longest)]
  }

  /// Running text in lines, the later ones indented as far as the first.
  func wrapped(
    _ text: InlineText, first: String = "", rest: String? = nil, style: Style = .plain
  ) -> [String] {
    let indent = rest ?? String(repeating: " ", count: first.displayWidth)
    let room = width - max(first.displayWidth, indent.displayWidth)
    return paragraphs(text).flatMap { LineWrapper.columns(room).lines($0) }.enumerated()
      .map { index, line in styled((index == 0 ? first : indent) + line, style) }
  }

  /// Running text in one line, with nothing in it that steers a terminal.
  private func words(_ text: InlineText) -> String {
    paragraphs(text).joined(separator: " ")
  }

  private func paragraphs(_ text: InlineText) -> [String] {
    text.pieces.reduce(into: [""]) { lines, piece in
      switch piece {
      case .lineBreak: lines.append("")
      case .link(.web(let address), let words):
        lines[lines.count - 1] += VisibleText.clean(words) + " (" + address.text + ")"
      case .code(let words): lines[lines.count - 1] += "`" + VisibleText.clean(words) + "`"
      default: lines[lines.count - 1] += VisibleText.clean(piece.plain)
      }
    }
  }

  private func styled(_ line: String, _ style: Style) -> String {
    usesStyles && style != .plain && !line.isEmpty ? style.rawValue + line + "\u{1B}[0m" : line
  }
}
