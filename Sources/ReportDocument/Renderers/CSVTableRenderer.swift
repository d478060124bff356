/// Writes the tables of a document as comma-separated values.
package struct CSVTableRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "csv"
  /// The file ending.
  package static let fileExtension = "csv"

  /// Makes a renderer.
  package init() {}

  /// Writes the document's tables.
  package func render(_ document: Document) -> String {
    ""
  }
}
