/// Writes a document as plain text for a terminal.
///
/// Links within the document are written as their text, other links with their address.
package struct TerminalRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "table"
  /// The file ending.
  package static let fileExtension = "txt"

  /// Number of columns that the text is wrapped to; a table too wide to squeeze is set in parts.
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
    let writer = TerminalWriter(width: width, usesStyles: usesStyles)
    var parts: [[String]] = []
    if !document.title.isEmpty {
      parts.append(writer.heading(InlineText(document.title), mark: "═"))
    }
    let meta = document.metaLines.flatMap { writer.wrapped($0, style: .dim) }
    if !meta.isEmpty { parts.append(meta) }
    parts += writer.parts(document.blocks, depth: 0)
    let text = parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    // A space that may not break has done its work once lines are wrapped.
    return String((text + "\n").map { $0 == "\u{A0}" ? " " : $0 })
  }
}
