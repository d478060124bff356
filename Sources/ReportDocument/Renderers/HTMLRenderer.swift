/// Writes a document as one self-contained web page.
package struct HTMLRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "html"
  /// The file ending.
  package static let fileExtension = "html"

  /// Makes a renderer.
  package init() {}

  /// Writes the document.
  package func render(_ document: Document) -> String {
    ""
  }
}
