import NumericCore
package import ReportDocument
package import SurveyAnalysis

/// Tables of columns that have no codebook.
package enum BareTables {
  /// One row a column: n, missing, mean with interval, SD, median, quartiles, range, shape.
  package static func describe(
    _ columns: [BareAnalysis.ColumnDescription], confidenceLevel: Double
  ) -> Table {
    let level = NumberStyle.percent().text(confidenceLevel)
    let headers = [
      "n", "missing", "mean", "\(level) interval", "SD", "median", "quartiles", "min", "max",
      "skewness", "kurtosis",
    ]
    return Table(
      caption: "Description of \(Words.count(columns.count, "column", "columns"))",
      columns: [.init("Column", .text)] + headers.map { .init($0) }, rows: columns.map(row),
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
  package static func describeJSON(_ columns: [BareAnalysis.ColumnDescription]) -> JSONValue {
    [
      "schema": "abacus.describe/1",
      "columns": .array(
        columns.map { column in
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
        }),
    ]
  }
}
