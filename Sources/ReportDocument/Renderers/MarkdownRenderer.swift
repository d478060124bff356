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
    let text = parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    // A space that may not break has done its work once lines are wrapped.
    return String((text + "\n").map { $0 == "\u{A0}" ? " " : $0 })
  }
}
