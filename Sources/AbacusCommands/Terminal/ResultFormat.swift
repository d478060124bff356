import ArgumentParser
import ReportDocument

/// How a command writes its results.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  /// Aligned for a terminal.
  case table
  /// GitHub tables.
  case markdown
  /// Every number unrounded.
  case json
  /// Unrounded, for a spreadsheet.
  case csv

  /// Writes a document, or its JSON.
  func write(_ document: Document, json: @autoclosure () -> JSONValue) throws {
    switch self {
    case .table:
      let renderer = TerminalRenderer(width: Streams.width, usesStyles: Streams.usesStyles)
      try Streams.out(renderer.render(document))
    case .markdown: try Streams.out(MarkdownRenderer().render(document))
    case .json: try Streams.out(json().text)
    case .csv: try Streams.out(CSVTableRenderer().render(document))
    }
  }
}
