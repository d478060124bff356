/// Writes a document as Markdown that reads well on a repository page and in a terminal.
///
/// Tables line up in the source; charts become tables of text bars; details are folded by
/// `<details>`, which costs two short lines in a terminal; links within the document lead to the
/// anchors that a repository page gives to headings.
package struct MarkdownRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "markdown"
  /// The file ending.
  package static let fileExtension = "md"

  /// Makes a renderer.
  package init() {}

  /// Writes the document.
  package func render(_ document: Document) -> String {
    let writer = MarkdownWriter(anchors: MarkdownAnchors(document))
    var parts: [[String]] = []
    if !document.title.isEmpty {
      parts.append([writer.heading(InlineText(document.title), level: 1)])
    }
    parts += document.metaLines.map { writer.wrapped($0) }
    parts += writer.parts(document.blocks, depth: 0)
    var text = TextBuffer(capacity: 1 << 19)
    for (place, lines) in parts.enumerated() {
      if place > 0 { text.append(ascii: UInt8(ascii: "\n")) }
      for line in lines {
        Self.write(line, to: &text)
        text.append(ascii: UInt8(ascii: "\n"))
      }
    }
    return text.text
  }

  /// Writes a line. A space that may not break has done its work once lines are wrapped.
  private static func write(_ line: String, to text: inout TextBuffer) {
    var line = line
    line.withUTF8 { bytes in
      var start = 0
      // U+00A0 is C2 A0, and C2 begins a character wherever it stands.
      for place in bytes.indices.dropLast() where bytes[place] == 0xC2 && bytes[place + 1] == 0xA0 {
        text.append(bytes[start..<place])
        text.append(ascii: UInt8(ascii: " "))
        start = place + 2
      }
      text.append(bytes[start...])
    }
  }
}
