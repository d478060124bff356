/// Turns blocks into lines of Markdown.
struct MarkdownWriter {
  private static let width = 100
  let anchors: MarkdownAnchors

  /// Blocks as groups of lines; a blank line goes between groups.
  func parts(_ blocks: [Block], depth: Int) -> [[String]] {
    blocks.flatMap { parts($0, depth: depth) }
  }

  private func parts(_ block: Block, depth: Int) -> [[String]] {
    switch block {
    case .heading(let level, let title, _): [[heading(title, level: level)]]
    case .section(let section):
      [[heading(section.title, level: depth + 2)]] + parts(section.blocks, depth: depth + 1)
    case .paragraph(let text): [wrapped(text)]
    case .note(let text): [wrapped(text, first: "> ", rest: "> ")]
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .details(let summary, let blocks): details(summary, parts(blocks, depth: depth))
    case .code(let text): [code(text)]
    case .rule: [["---"]]
    case .findings(let items):
      [
        items.enumerated().flatMap { index, item in
          let number = "\(index + 1). "
          let indent = String(repeating: " ", count: number.count)
          return [number + bold(item.claim)] + wrapped(item.evidence, first: indent, rest: indent)
        }
      ]
    case .facts(let facts):
      [
        facts.flatMap {
          wrapped([.strong($0.value), .text(" ")] + $0.label, first: "- ", rest: "  ")
        }
      ]
    case .definitionList(let definitions):
      [
        definitions.flatMap { definition in
          wrapped(definition.text, first: "- \(bold(definition.term)): ", rest: "  ")
        }
      ]
    case .bulletList(let points): [points.flatMap { wrapped($0, first: "- ", rest: "  ") }]
    }
  }

  /// A heading of level 1 to 4.
  func heading(_ title: InlineText, level: Int) -> String {
    String(repeating: "#", count: min(max(level, 1), 4)) + " " + line(title)
  }

  private func table(_ table: Table) -> [[String]] {
    let text = TableText(table) { line($0, inCell: true) }
    let caption = table.caption.isEmpty ? [] : [[bold(table.caption)]]
    return caption + [MarkdownTable(text).lines] + (table.note.map { [wrapped($0)] } ?? [])
  }

  private func chart(_ chart: Chart) -> [[String]] {
    let words = chart.words
    let description = words.description.isEmpty ? [] : [wrapped(InlineText(words.description))]
    let order = words.order.isEmpty ? [] : [wrapped(InlineText(words.order))]
    return table(chart.textTable) + description + order
      + details(InlineText(FixedWords.numbers), table(words.table))
  }

  /// Folded on a repository page; two short lines more in a terminal.
  private func details(_ summary: InlineText, _ parts: [[String]]) -> [[String]] {
    let title = Markup.tag(.summary, [], summary.plain).source.dropLast()
    return [["<details>", String(title)]] + parts + [["</details>"]]
  }

  private func code(_ text: String) -> [String] {
    let lines = VisibleText.cleanLines(text)
    let longest = lines.map { MarkdownText.longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence] + lines + [fence]
  }

  /// Running text in lines of at most 100 columns; none begins with what looks like a mark.
  func wrapped(_ text: InlineText, first: String = "", rest: String = "") -> [String] {
    let wrapper = LineWrapper.columns(Self.width - rest.count)
    // Words must not be broken, so a long one, such as an address, gets a line of its own.
    let paragraphs = text.pieces.split(separator: .lineBreak, omittingEmptySubsequences: false)
    var lines: [String] = []
    for (index, pieces) in paragraphs.enumerated() {
      let joined = Self.guarded(line(InlineText(Array(pieces))))
      var wrapped = wrapper.wholeWordLines(
        joined, firstIndent: lines.isEmpty ? first.displayWidth : 0)
      wrapped[0] = MarkdownText.escapedLine(wrapped[0])
      if index < paragraphs.count - 1 { wrapped[wrapped.count - 1] += "\\" }
      lines += wrapped
    }
    return lines.enumerated().map { ($0 == 0 ? first : rest) + $1 }
  }

  /// Ties words that look like list marks to the word before them.
  private static func guarded(_ text: String) -> String {
    var result = TextBuffer(capacity: text.utf8.count + 8)
    var copied = text.startIndex
    for word in text.words.dropFirst() where mayBeMarker(word) {
      guard MarkdownText.looksLikeMarker(word) else { continue }
      result += String(text[copied..<text.utf8.index(before: word.startIndex)])
      result += "\u{A0}"
      copied = word.startIndex
    }
    if copied == text.startIndex { return text }
    result += String(text[copied...])
    return result.text
  }

  /// False for most words, without a look at their characters.
  private static func mayBeMarker(_ word: Substring) -> Bool {
    guard let first = word.utf8.first, let last = word.utf8.last else { return false }
    switch (first, last) {
    case (UInt8(ascii: ">"), _), (UInt8(ascii: "-"), _), (UInt8(ascii: "+"), _),
      (UInt8(ascii: "="), _), (UInt8(ascii: "#"), _), (_, UInt8(ascii: ".")),
      (_, UInt8(ascii: ")")):
      return true
    default: return false
    }
  }

  private func bold(_ text: InlineText) -> String {
    let isPlain = text.pieces.allSatisfy { if case .text = $0 { true } else { false } }
    return isPlain ? mark("**", text.plain, inCell: false) : line(text)
  }

  private func mark(_ mark: String, _ text: String, inCell: Bool) -> String {
    let clean = VisibleText.clean(text)
    let core = clean.drop { $0 == " " }
    let end = core.lastIndex { $0 != " " }
    guard let end else { return clean }
    let before = String(repeating: " ", count: clean.count - core.count)
    let after = core[core.index(after: end)...]
    return before + mark + MarkdownText.escaped(String(core[...end]), inCell: inCell) + mark + after
  }

  /// Running text in one line.
  private func line(_ text: InlineText, inCell: Bool = false) -> String {
    // Most texts are one piece.
    text.pieces.count == 1
      ? line(text.pieces[0], inCell: inCell)
      : text.pieces.map { line($0, inCell: inCell) }.joined()
  }

  private func line(_ piece: Inline, inCell: Bool) -> String {
    switch piece {
    case .text(let words): MarkdownText.escaped(words, inCell: inCell)
    case .strong(let words): mark("**", words, inCell: inCell)
    case .emphasis(let words): mark("*", words, inCell: inCell)
    case .code(let words): unbroken(MarkdownText.code(words, inCell: inCell))
    case .lineBreak: inCell ? "<br>" : " "
    case .link(.web(let address), let words):
      link(words, Self.safe(address.text), inCell: inCell)
    case .link(.anchor(let anchor), let words):
      anchors[anchor].map { link(words, "#" + $0, inCell: inCell) }
        ?? MarkdownText.escaped(words, inCell: inCell)
    }
  }

  private func link(_ words: String, _ address: String, inCell: Bool) -> String {
    "[\(unbroken(MarkdownText.escaped(words, inCell: inCell)))](\(address))"
  }

  /// Keeps a text on one line while lines are wrapped.
  private func unbroken(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\u{A0}")
  }

  /// An address whose brackets do not end the link.
  private static func safe(_ address: String) -> String {
    address.map { character in
      switch character {
      case "(": "%28"
      case ")": "%29"
      default: String(character)
      }
    }.joined()
  }
}
