/// Survey tools let authors format wordings, and export the HTML.
enum HTMLText {
  private static let entities: [(name: String, text: Character)] = [
    ("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
    ("&#39;", "'"), ("&apos;", "'"), ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ndash;", "–"),
    ("&mdash;", "—"), ("&hellip;", "…"),
  ]

  /// The text a respondent saw: no tags, entities replaced, runs of white space as one space.
  ///
  /// A `<` opens a tag only before a letter, `/` or `!`, so that "score < 5" stays.
  static func plain(_ html: String) -> String {
    if isPlain(html) { return html }
    let hasMarkup = html.utf8.contains { $0 == 0x3C || $0 == 0x26 }  // < or &
    let plain = hasMarkup ? withoutMarkup(html) : html
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// True for printable ASCII without markup, outer spaces or doubled ones.
  private static func isPlain(_ text: String) -> Bool {
    var previous = ASCII.space
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x3C, byte != 0x26,
        byte != ASCII.space || previous != ASCII.space
      else { return false }
      previous = byte
    }
    return previous != ASCII.space
  }

  private static func withoutMarkup(_ html: String) -> String {
    var plain = ""
    var rest = Substring(html)
    // Each search for a missing end would read the whole text.
    let lastEnd = html.lastIndex(of: ">") ?? html.startIndex
    while let next = rest.first {
      if next == "<", rest.startIndex < lastEnd, let end = endOfTag(rest) {
        if !isInline(rest[..<end]) { plain.append(" ") }
        rest = rest[end...]
      } else if next == "&", let entity = entities.first(where: { rest.hasPrefix($0.name) }) {
        plain.append(entity.text)
        rest = rest.dropFirst(entity.name.count)
      } else {
        plain.append(next)
        rest = rest.dropFirst()
      }
    }
    return plain
  }

  /// Whether a tag only formats letters, so that it separates no words.
  private static func isInline(_ tag: Substring) -> Bool {
    let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter }.lowercased()
    return ["b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "a", "small"]
      .contains(name)
  }

  private static func endOfTag(_ text: Substring) -> Substring.Index? {
    guard let second = text.dropFirst().first, second.isLetter || second == "/" || second == "!",
      let close = text.firstIndex(of: ">")
    else { return nil }
    return text.index(after: close)
  }
}
