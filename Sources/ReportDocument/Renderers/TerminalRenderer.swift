/// Writes a document as plain text for a terminal.
package struct TerminalRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "table"
  /// The file ending.
  package static let fileExtension = "txt"

  /// Number of columns that the text is wrapped to.
  package var width: Int
  /// Whether headings are bold and notes dim, by ANSI escapes.
  package var usesStyles: Bool

  /// Makes a renderer for a terminal of a given width.
  package init(width: Int = 80, usesStyles: Bool = false) {
    self.width = max(20, width)
    self.usesStyles = usesStyles
  }

  /// Writes the document.
  package func render(_ document: Document) -> String {
    ""
  }
}
