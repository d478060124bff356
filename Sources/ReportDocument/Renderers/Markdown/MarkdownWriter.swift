/// Writes blocks as Markdown.
struct MarkdownWriter: ~Copyable {
  /// Columns of running text.
  static let width = 100
  private var output = TextBuffer(capacity: 1 << 19)
  private let inline: MarkdownInline

  init(anchors: MarkdownAnchors) { inline = MarkdownInline(anchors: anchors) }

  /// Everything written so far.
  var text: String { output.text }

  /// Writes blocks; a blank line goes between two of them.
  mutating func write(_ blocks: [Block], depth: Int) {
    for block in blocks { write(block, depth: depth) }
  }

  /// Writes running text as a block of its own.
  mutating func write(_ text: InlineText) {
    begin()
    wrap(text)
  }

  /// Writes a heading of level 1 to 4.
  mutating func writeHeading(_ title: InlineText, level: Int) {
    begin()
    output.append(ascii: UInt8(ascii: "#"), count: min(max(level, 1), 4))
    output.append(ascii: UInt8(ascii: " "))
    line(inline.line(title))
  }

  private mutating func write(_ block: Block, depth: Int) {
    switch block {
    case .heading(let level, let title, _): writeHeading(title, level: level)
    case .section(let section):
      writeHeading(section.title, level: depth + 2)
      write(section.blocks, depth: depth + 1)
    case .paragraph(let text): write(text)
    case .note(let text):
      begin()
      wrap(text, first: "> ", rest: "> ")
    case .table(let table): write(table)
    case .chart(let chart): write(chart)
    case .details(let summary, let blocks):
      beginDetails(summary)
      write(blocks, depth: depth)
      endDetails()
    case .code(let text): writeCode(text)
    case .rule:
      begin()
      line("---")
    case .findings, .facts, .definitionList, .bulletList:
      begin()
      writeList(block)
    }
  }

  private mutating func writeList(_ block: Block) {
    switch block {
    case .findings(let items):
      for (index, item) in items.enumerated() {
        let number = "\(index + 1). "
        let indent = String(repeating: " ", count: number.count)
        line(number + inline.bold(item.claim))
        wrap(item.evidence, first: indent, rest: indent)
      }
    case .facts(let facts):
      for fact in facts {
        wrap([.strong(fact.value), .text(" ")] + fact.label, first: "- ", rest: "  ")
      }
    case .definitionList(let definitions):
      for definition in definitions {
        wrap(definition.text, first: "- \(inline.bold(definition.term)): ", rest: "  ")
      }
    case .bulletList(let points): for point in points { wrap(point, first: "- ", rest: "  ") }
    default: break
    }
  }

  private mutating func write(_ table: Table) {
    if !table.caption.isEmpty {
      begin()
      line(inline.bold(table.caption))
    }
    begin()
    MarkdownTable(TableText(table) { inline.line($0, inCell: true) }).write(to: &output)
    if let note = table.note { write(note) }
  }

  private mutating func write(_ chart: Chart) {
    write(chart.textTable)
    for words in [chart.words.description, chart.words.order] where !words.isEmpty {
      write(InlineText(words))
    }
    beginDetails(InlineText(FixedWords.numbers))
    write(chart.words.table)
    endDetails()
  }

  /// Folded on a repository page; two short lines more in a terminal.
  private mutating func beginDetails(_ summary: InlineText) {
    begin()
    line("<details>")
    var title = MarkupWriter()
    title.element(.summary, summary.plain)
    line(String(title.source.dropLast()))
  }

  private mutating func endDetails() {
    begin()
    line("</details>")
  }

  private mutating func writeCode(_ text: String) {
    let lines = VisibleText.cleanLines(text)
    let longest = lines.map { MarkdownText.longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    begin()
    for line in [fence] + lines + [fence] { self.line(line) }
  }

  /// Begins a block.
  private mutating func begin() {
    if !output.isEmpty { output.append(ascii: UInt8(ascii: "\n")) }
  }

  private mutating func line(_ text: String) {
    MarkdownText.write(text, to: &output)
    output.append(ascii: UInt8(ascii: "\n"))
  }

  /// Writes running text in lines of at most 100 columns; none begins with what looks like a mark.
  ///
  /// - Parameter first: stands before the first line, `rest` before the others.
  private mutating func wrap(_ text: InlineText, first: String = "", rest: String = "") {
    let paragraphs = text.pieces.split(separator: .lineBreak, omittingEmptySubsequences: false)
    for (index, pieces) in paragraphs.enumerated() {
      let paragraph = MarkdownParagraph(
        text: inline.line(InlineText(Array(pieces))), prefix: index == 0 ? first : rest,
        nextPrefix: rest, indent: index == 0 ? first.displayWidth : 0,
        room: Self.width - rest.count)
      paragraph.write(to: &output)
      // A backslash at the end of a line breaks it.
      if index < paragraphs.count - 1 { output.append(ascii: UInt8(ascii: "\\")) }
      output.append(ascii: UInt8(ascii: "\n"))
    }
  }
}
