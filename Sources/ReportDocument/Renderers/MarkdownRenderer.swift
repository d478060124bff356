/// Writes a document as Markdown.
package struct MarkdownRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "markdown"
  /// The file ending.
  package static let fileExtension = "md"

  /// Makes a renderer.
  package init() {}

  /// Writes the document.
  package func render(_ document: Document) -> String {
    ""
  }
}
