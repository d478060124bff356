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
    var writer = MarkdownWriter(anchors: MarkdownAnchors(document))
    if !document.title.isEmpty { writer.writeHeading(InlineText(document.title), level: 1) }
    for line in document.metaLines { writer.write(line) }
    writer.write(document.blocks, depth: 0)
    return writer.text
  }
}
