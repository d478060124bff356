/// Turns running text into Markdown in one line.
struct MarkdownInline {
  let anchors: MarkdownAnchors

  /// Running text in one line.
  ///
  /// - Parameter inCell: whether the text stands in a table, where a bar ends the cell.
  func line(_ text: InlineText, inCell: Bool = false) -> String {
    // Most texts are one piece.
    text.pieces.count == 1
      ? line(text.pieces[0], inCell: inCell)
      : text.pieces.map { line($0, inCell: inCell) }.joined()
  }

  /// Running text in one line, bold where it has no markup of its own.
  func bold(_ text: InlineText) -> String {
    let isPlain = text.pieces.allSatisfy { if case .text = $0 { true } else { false } }
    return isPlain ? mark("**", text.plain, inCell: false) : line(text)
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

  private func mark(_ mark: String, _ text: String, inCell: Bool) -> String {
    let clean = VisibleText.clean(text)
    let core = clean.drop { $0 == " " }
    let end = core.lastIndex { $0 != " " }
    guard let end else { return clean }
    let before = String(repeating: " ", count: clean.count - core.count)
    let after = core[core.index(after: end)...]
    return before + mark + MarkdownText.escaped(String(core[...end]), inCell: inCell) + mark + after
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
