import ArgumentParser
import NumericCore
import SurveyAnalysis
import SurveyIngest
import SurveyModel

/// Which rows a command looks at, and what they are grouped by.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows that meet this, as in \"role = mentee and site in (Boston, Ulm)\".",
      valueName: "condition"))
  var condition: String?

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "Groups to split by, with commas, as in site,cohort; a name with a comma goes in quotes.",
      valueName: "fields"))
  var fields: String?

  @Flag(
    help: "Hide no group of the study, and log none; for those who may see every response.")
  var unrestricted = false

  /// What is asked for; nil for everything.
  ///
  /// - Throws: `QuestionError`.
  func rows() throws -> RowSelection? { try RowSelection(where: condition, by: fields) }

  /// True where rows are chosen or grouped.
  var choosesRows: Bool { condition != nil || fields != nil }

  /// The names of the fields that rows are chosen by, as far as they can be read.
  var fieldNames: [String] { ((try? rows()) ?? nil)?.fieldNames ?? [] }

  /// The chosen rows of a data file, group by group.
  ///
  /// - Throws: `ValidationError` with the place in the condition where that is wrong.
  func groups(of analysis: BareAnalysis, in file: BareFile) throws -> [BareGroup] {
    var numbers: [String: [Double?]] = [:]
    var categories: [String: CategoryColumn] = [:]
    for field in file.fields {
      switch field.content {
      case .numbers(let cells): numbers[field.name] = cells
      case .categories(let column): categories[field.name] = column
      }
    }
    do {
      return try analysis.groups(
        rows(),
        fields: .ofColumns(
          file.fieldNames, numbers: numbers, categories: categories, rowCount: file.rowCount))
    } catch let error as QuestionError {
      throw ValidationError(error.shown)
    }
  }

  /// The results of a study as they may be shown.
  ///
  /// - Parameter kept: leaves out what the command does not show.
  /// - Throws: `ValidationError` with the place in the condition where that is wrong.
  func input(
    of loaded: LoadedStudy, path: String, level: Double?, missing: String? = nil,
    asked: [StatisticDefinition] = [],
    keeping kept: (AnalysisResults) -> AnalysisResults
  ) throws -> ReportInput {
    let access = QuestionAccess(loaded.study.access, isUnrestricted: unrestricted)
    do {
      guard let rows = try rows() else {
        let study = access == .unrestricted ? loaded.study.withoutDisclosure : loaded.study
        return loaded.with(study: study).reportInput(
          date: "", level: level, missing: missing, asked: asked)
      }
      return try loaded.reportInput(
        of: rows, access: access, path: path, level: level, missing: missing, asked: asked,
        keeping: kept)
    } catch let error as QuestionError {
      throw ValidationError(error.shown)
    }
  }
}
