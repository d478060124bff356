import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel
import SurveyQuery
import SurveyReport

extension Shell {
  /// Does what a command asks; tells the end that it makes, or nil.
  func perform(_ command: DotCommand, _ argument: String) throws -> End? {
    switch command {
    case .tables: try showTables()
    case .schema: try showSchema(argument)
    case .items: try screen.write(CodebookDocument.items(matching: argument, in: codebook))
    case .codebook: try showCodebook(argument)
    case .functions: try showFunctions()
    case .explain: try explain(argument)
    case .mode: try setMode(argument)
    case .output: file = argument.isEmpty ? nil : (try outputFile(argument), [])
    case .timer: try setTimer(argument)
    case .help: try showHelp()
    case .read:
      guard !argument.isEmpty else { throw ShellError.missingArgument(.read) }
      return try read(argument)
    case .quit: return .quit
    }
    return nil
  }

  private func outputFile(_ argument: String) throws -> QueryFile {
    let force = "--force "
    guard argument.hasPrefix(force) else { return try QueryFile(argument) }
    return try QueryFile(argument.dropFirst(force.count).trimmed, isForced: true)
  }

  private func showTables() throws {
    try show(columns: ["table", "one row is"], answers.tables.map { [$0.name, $0.summary] })
  }

  private func showSchema(_ name: String) throws {
    let known = answers.tables
    var shown = known
    if !name.isEmpty {
      shown = known.filter { $0.name.lowercased() == name.lowercased() }
      guard !shown.isEmpty else {
        throw ShellError.unknownName(name, kind: "table", known: known.map(\.name))
      }
    }
    try show(
      columns: ["table", "column", "type", "holds"],
      shown.flatMap { table in
        table.columns.map { [table.name, $0.name, $0.type, $0.summary] }
      })
  }

  private func showFunctions() throws {
    try show(
      columns: ["function", "says"], answers.functions.map { [$0.usage, $0.summary] })
  }

  private func showCodebook(_ item: String) throws {
    guard !item.isEmpty else {
      return try screen.write(CodebookDocument.document(of: codebook))
    }
    let known = codebook.forms.flatMap(\.items).map(\.id)
    let alike = known.filter { $0.lowercased() == item.lowercased() }
    let id = alike.contains(item) || Set(alike).count != 1 ? item : alike[0]
    guard let document = CodebookDocument.document(ofItem: id, in: codebook) else {
      throw ShellError.unknownName(item, kind: "item", known: known)
    }
    try screen.write(document)
  }

  private func explain(_ name: String) throws {
    guard !name.isEmpty else { return try screen.write(StatisticDocuments.list()) }
    if let ambiguous = StatisticRegistry.ambiguousName(name) {
      throw ShellError.ambiguousStatistic(ambiguous)
    }
    guard let definition = StatisticRegistry.definition(named: name) else {
      throw ShellError.unknownName(
        name, kind: "statistic", known: StatisticRegistry.all.map(\.id.rawValue))
    }
    try screen.write(StatisticDocuments.explanation(of: definition))
  }

  private func setMode(_ name: String) throws {
    guard !name.isEmpty else { return try screen.write("mode: \(format.rawValue)\n") }
    guard let format = QueryFormat(rawValue: name.lowercased()) else {
      throw ShellError.unknownName(
        name, kind: "mode", known: QueryFormat.allCases.map(\.rawValue))
    }
    self.format = format
  }

  private func setTimer(_ word: String) throws {
    switch word.lowercased() {
    case "on": showsTimes = true
    case "off": showsTimes = false
    case "": try screen.write("timer: \(showsTimes ? "on" : "off")\n")
    default: throw ShellError.unknownName(word, kind: "setting", known: ["on", "off"])
    }
  }

  private func showHelp() throws {
    try show(
      columns: ["command", "does"], DotCommand.allCases.map { [$0.usage, $0.summary] })
  }

  /// Shows words in columns, whatever the format of answers.
  private func show(columns: [String], _ rows: [[String]]) throws {
    let table = QueryTable(
      columns: columns.map { QueryTable.Column($0) },
      rows: rows.map { $0.map(QueryTable.Value.text) })
    try screen.write(QueryDocuments.document(table))
  }
}
