import NumericCore
import SurveyAnalysis
import SurveyModel
import SurveyQuery

/// The words of questions by groups, for completion and for those who look what there is.
enum GroupVocabulary {
  /// The words of the grammar.
  static let keywords = ["where", "by", "and", "or", "not", "in", "between", "is", "missing"]

  /// What a condition may look at and statistics may be computed from, as one table.
  static func fields(_ dataset: SurveyDataset) -> QueryTableSchema {
    var columns = [("role", "TEXT", "who answered"), ("wave", "TEXT", "the wave")]
    columns += dataset.codebook.attributes.filter { $0.use == .describe && !$0.isIdentifying }.map {
      ($0.id, $0.kind == .number ? "REAL" : "TEXT", $0.label)
    }
    for form in dataset.forms.map(\.form) {
      columns += form.items.map { ($0.id, "INTEGER", $0.shortLabel) }
      columns += form.scales.map { ($0.id, "REAL", $0.name) }
      columns += form.multiSelects.map { ($0.id, "TEXT", $0.stem) }
    }
    return QueryTableSchema(
      name: "fields", summary: "what questions by groups may name",
      columns: columns.map { QueryTableSchema.Column(name: $0.0, type: $0.1, summary: $0.2) })
  }

  /// Every statistic, with what it is computed from.
  static let statistics: [QueryFunction] =
    StatisticRegistry.all.map {
      QueryFunction(
        name: $0.id.rawValue, usage: "\($0.id.rawValue)(\(arguments(of: $0.input)))",
        summary: $0.sentence)
    } + [
      QueryFunction(
        name: "top2", usage: "top2(item)", summary: "The share of the highest answers."),
      QueryFunction(
        name: "favourable", usage: "favourable(item)", summary: "The share of the good answers."),
    ]

  private static func arguments(of shape: StatisticShape) -> String {
    switch shape {
    case .column, .groups: "item or scale"
    case .share: "item"
    case .items, .answers, .subscales: "scale"
    case .pair: "first, second"
    case .raters: "first, second, …"
    }
  }
}
