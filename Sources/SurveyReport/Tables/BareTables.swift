import NumericCore
package import ReportDocument
package import SurveyAnalysis
package import SurveyModel

/// Tables of columns that have no codebook.
package enum BareTables {
  /// One row a column: n, missing, mean with interval, SD, median, quartiles, range, shape.
  package static func describe(
    _ groups: [DescribedGroup], confidenceLevel: Double
  ) -> Table {
    let level = NumberStyle.level(confidenceLevel)
    let headers = [
      "n", "missing", "mean", "\(level) interval", "SD", "median", "quartiles", "min", "max",
      "skewness", "kurtosis",
    ]
    return Table(
      caption:
        "Description of \(Words.count(groups.first?.columns.count ?? 0, "column", "columns"))",
      columns: [.init("Column", .text)] + headers.map { .init($0) },
      groups: groups.map { group in
        Table.RowGroup(
          heading: group.label.map { InlineText($0) }, rows: group.columns.map(row))
      },
      note:
        "Every row is taken as a person of its own. SD with n − 1, quartiles of type 7, skewness and excess kurtosis of type 2; intervals by Student’s t."
    )
  }

  private static func row(_ column: BareAnalysis.ColumnDescription) -> Table.Row {
    let two = NumberStyle.mean(decimals: 2)
    switch column.description {
    case .success(let description):
      return Table.Row(
        InlineText(column.name),
        [
          .integer(description.count), .integer(column.missingCount),
          .number(description.mean, two), Cells.interval(column.meanInterval, two),
          Cells.optional(description.standardDeviation, two), .number(description.median, two),
          .interval(
            lower: description.quartiles.lower, upper: description.quartiles.upper, two),
          .number(description.minimum, two), .number(description.maximum, two),
          Cells.optional(description.skewness.type2, two),
          Cells.optional(description.excessKurtosis.type2, two),
        ])
    case .failure(let error):
      return Table.Row(
        InlineText(column.name),
        [
          .integer(0), .integer(column.missingCount),
          .spanning(InlineText(Words.undefined(.numeric(error))), columns: 9),
        ])
    }
  }

  /// The same numbers, unrounded: `abacus.describe/1`.
  package static func describeJSON(_ groups: [DescribedGroup]) -> JSONValue {
    [
      "schema": "abacus.describe/1",
      "columns": .array(
        groups.flatMap { group in
          group.columns.map { merged(GroupJSON.value(group.values), columnJSON($0)) }
        }),
    ]
  }

  private static func columnJSON(_ column: BareAnalysis.ColumnDescription) -> JSONValue {
    switch column.description {
    case .success(let description):
      [
        "column": .string(column.name), "missing_count": .integer(column.missingCount),
        "description": DescriptionJSON.description(description),
        "mean_interval": json(column.meanInterval),
      ]
    case .failure(let error):
      [
        "column": .string(column.name), "missing_count": .integer(column.missingCount),
        "description": nil, "reason": .string(Words.undefined(.numeric(error))),
      ]
    }
  }
}

/// The columns of some rows of a bare file, described.
package struct DescribedGroup: Sendable {
  /// What the rows have in common; empty without groups.
  package let values: [Wave.GroupValue]
  /// The group's name; nil without groups.
  package let label: String?
  /// The columns.
  package let columns: [BareAnalysis.ColumnDescription]

  /// Describes the columns of a group.
  package init(_ group: BareGroup) {
    values = group.values
    label = group.label
    columns = group.analysis.describe()
  }
}

/// What the rows of a group have in common, as JSON.
enum GroupJSON {
  /// An object with `group`, or an empty one without groups.
  static func value(_ values: [Wave.GroupValue]) -> JSONValue {
    guard !values.isEmpty else { return [:] }
    return ["group": .object(JSONObject(values.map { ($0.field, JSONValue($0.value)) }))]
  }
}
