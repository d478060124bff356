/// Writes a document in one output format.
package protocol DocumentRenderer: Sendable {
  /// The format's name, as a user types it.
  static var name: String { get }
  /// The file ending, without a point.
  static var fileExtension: String { get }
  /// Writes the whole document. Everything that comes from data is escaped for the format.
  func render(_ document: Document) -> String
}

/// The output formats.
package enum DocumentRenderers {
  /// One renderer for each format, with its default settings.
  package static let all: [any DocumentRenderer] = [
    HTMLRenderer(),
    MarkdownRenderer(),
    TerminalRenderer(),
    CSVTableRenderer(),
  ]
}
