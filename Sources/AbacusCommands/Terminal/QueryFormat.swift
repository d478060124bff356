import ArgumentParser
import ReportDocument
import SurveyAnalysis
import SurveyReport

/// How the answer to a question is written.
enum QueryFormat: String, CaseIterable, ExpressibleByArgument {
  /// Aligned for a terminal.
  case table
  /// GitHub tables.
  case markdown
  /// Unrounded, for a spreadsheet.
  case csv
  /// Every number unrounded.
  case json
  /// A whole page.
  case html
  /// Horizontal bars.
  case chart

  /// The endings of files that can be written, with what they stand for.
  static let endings: [(ending: String, format: QueryFormat)] = [
    ("csv", .csv), ("json", .json), ("md", .markdown), ("html", .html),
  ]

  /// The format that the ending of a file's name stands for.
  ///
  /// - Throws: `QueryOutputError.unknownEnding`.
  init(fileEnding path: String) throws(QueryOutputError) {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    let ending = parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    guard let known = Self.endings.first(where: { $0.ending == ending }) else {
      throw .unknownEnding(path: path)
    }
    self = known.format
  }

  /// One answer, or several one after the other, as text.
  ///
  /// - Throws: `QueryChartError` where a chart is asked for and nothing can be drawn.
  func text(
    of tables: [QueryTable], width: Int = 100, usesStyles: Bool = false
  ) throws(QueryChartError) -> String {
    switch self {
    case .json:
      let values = tables.map(QueryDocuments.json)
      return (values.count == 1 ? values[0] : .array(values)).text
    case .csv: return tables.map(QueryDocuments.csv).joined(separator: "\r\n")
    case .markdown: return MarkdownRenderer().render(document(tables, title: ""))
    case .html: return HTMLRenderer().render(document(tables, title: "Answer"))
    case .table:
      return TerminalRenderer(width: width, usesStyles: usesStyles)
        .render(document(tables, title: ""))
    case .chart:
      let renderer = TerminalRenderer(width: width, usesStyles: usesStyles)
      var texts: [String] = []
      for table in tables {
        let chart = try QueryChart(of: table)
        texts.append(renderer.render(QueryDocuments.bars(table, chart: chart)))
      }
      return texts.joined(separator: "\n")
    }
  }

  private func document(_ tables: [QueryTable], title: String) -> Document {
    Document(
      title: title, generator: "abacus \(AbacusVersion.text)",
      blocks: tables.flatMap { QueryDocuments.document($0).blocks })
  }

  /// Writes one answer to standard output.
  func write(_ table: QueryTable) throws {
    try Streams.out(text(of: [table], width: Streams.width, usesStyles: Streams.usesStyles))
  }
}

/// A file for answers: written aside and renamed, so that what stood there stays whole on failure.
struct QueryFile: Hashable {
  /// The path as the user wrote it.
  let path: String
  /// How answers are written to it.
  let format: QueryFormat

  /// Looks whether the file can be written, before anything is asked.
  ///
  /// - Parameter isForced: true to replace a file that abacus did not write, too.
  /// - Throws: `QueryOutputError`; `OutputError`.
  init(_ path: String, isForced: Bool = false) throws {
    self.path = path
    format = try QueryFormat(fileEnding: path)
    let place = try FilePlace(path)
    try place.checkFolder()
    if !isForced { try place.checkIsOurs() }
  }

  /// Writes answers in place of what the file holds.
  ///
  /// - Throws: `OutputError`.
  func write(_ tables: [QueryTable]) throws {
    try FilePlace(path).replace(with: Array(format.text(of: tables).utf8), marks: true)
  }
}

/// Why an answer can't be written as asked.
enum QueryOutputError: Error, Hashable, CustomStringConvertible {
  /// The ending of the file's name stands for no format.
  case unknownEnding(path: String)

  var description: String {
    switch self {
    case .unknownEnding(let path):
      "the ending of `\(path)` names no format; end it with .csv, .json, .md or .html"
    }
  }
}
