import Testing

/// A folder to which newcomers add files, the list that names them, and the page that explains them.
struct Registry: CustomTestStringConvertible {
  let folder: String
  /// The protocol; its file stands in the folder and ends with the list.
  let protocolName: String
  /// How the names of the files, and of the types in them, end.
  let suffix: String
  let page: String

  var testDescription: String { folder }
  var protocolFile: String { "\(folder)/\(protocolName).swift" }

  /// The types that the folder's files are named after.
  var typesInFolder: [String] {
    Repository.names(in: folder).filter { $0.hasSuffix("\(suffix).swift") }
      .map { String($0.dropLast(".swift".count)) }.filter { $0 != protocolName }
  }

  /// The types in the list `all` at the foot of the protocol's file, in its order.
  var typesInList: [String] {
    let lines = Repository.lines(protocolFile)
    guard let start = lines.firstIndex(where: { $0.contains("static let all") }) else { return [] }
    let end = lines[start...].firstIndex { $0.hasSuffix("]") } ?? lines.endIndex - 1
    return lines[start...end].joined(separator: "\n").matches(of: /\w+/).map { String($0.0) }
      .filter { $0.hasSuffix(suffix) && $0 != protocolName }
  }

  /// The name that users type, as the type's file gives it.
  func userName(of type: String) -> String? {
    (Repository.text("\(folder)/\(type).swift") ?? "")
      .firstMatch(of: /(?:let|var) (?:name|id)\b[^"\n]*"([^"]+)"/).map { String($0.1) }
  }

  static let all = [
    Registry(
      folder: "Sources/SurveyIngest/Dialects", protocolName: "ExportDialect", suffix: "Dialect",
      page: "docs/reference/dialects.md"),
    Registry(
      folder: "Sources/ReportDocument/Renderers", protocolName: "DocumentRenderer",
      suffix: "Renderer", page: "docs/reference/formats.md"),
    Registry(
      folder: "Sources/SurveyReport/Sections", protocolName: "ReportSection", suffix: "Section",
      page: "docs/reference/sections.md"),
  ]
}
