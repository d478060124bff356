package import ArgumentParser
import NumericCore
import ReportDocument
import SurveyModel
import SurveyReport

/// `abacus explain`: what a statistic is, what equals it elsewhere, and when it misleads.
package struct ExplainCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a statistic: formula, interval, same number elsewhere, cautions.",
    discussion: """
      Names are those of JSON and of the reference (cronbach_alpha); cronbachAlpha finds the same. \
      Without a name, all statistics are listed.

      EXAMPLE
        abacus explain mcdonaldOmega
        abacus explain cronbach_alpha --format markdown
      """)

  @Argument(help: ArgumentHelp("The statistic; all are listed if absent.", valueName: "name"))
  var name: String?

  @Option(help: "How the explanation is written.")
  var format = ExplanationFormat.table

  package init() {}

  package func run() throws {
    guard let name else {
      return try format.results.write(
        StatisticDocuments.list(), json: StatisticDocuments.listJSON())
    }
    let definition = try StatisticNames.known(name)
    try format.results.write(
      StatisticDocuments.explanation(of: definition),
      json: StatisticDocuments.explanationJSON(of: definition))
  }
}

/// How an explanation is written; it has no numbers for a spreadsheet.
enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument {
  /// Set for a terminal.
  case table
  /// GitHub Markdown.
  case markdown
  /// Every field by name.
  case json

  var results: ResultFormat {
    switch self {
    case .table: .table
    case .markdown: .markdown
    case .json: .json
    }
  }
}

/// The names by which users ask for statistics.
enum StatisticNames {
  /// The statistic of this name.
  ///
  /// - Throws: `ValidationError` with the nearest name where there is none.
  static func known(_ name: String) throws -> StatisticDefinition {
    if let definition = StatisticRegistry.definition(named: name) { return definition }
    if let ambiguous = StatisticRegistry.ambiguousName(name) {
      throw ValidationError("`\(ambiguous.name)`: \(ambiguous.advice)")
    }
    throw ValidationError(VisibleText.clean("there is no statistic `\(name)`; \(advice(name))"))
  }

  /// What to do about a name that nothing has.
  static func advice(_ name: String) -> String {
    let known = StatisticRegistry.all.flatMap { [$0.id.rawValue] + $0.otherNames }
    if let nearest = NearestName.of(underscored(name), among: known) {
      return "did you mean `\(nearest)`?"
    }
    let words = underscored(name).split(separator: "_").filter { $0.count > 2 }
    let alike = StatisticRegistry.all.map(\.id.rawValue)
      .filter { id in words.contains { id.contains($0) } }
    return alike.isEmpty
      ? "`abacus explain` lists all" : "choose among \(alike.joined(separator: ", "))"
  }

  /// `mcdonaldOmega` as `mcdonald_omega`.
  private static func underscored(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, result.last?.isLowercase == true { result += "_" }
      result += character.isLetter || character.isNumber ? character.lowercased() : "_"
    }
    return result
  }
}
