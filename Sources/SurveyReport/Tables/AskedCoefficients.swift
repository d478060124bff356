import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

extension ReliabilityTables {
  /// One row a value of the statistics that were asked for by name. A number with a warning never
  /// stands without it.
  package func asked(_ result: ReliabilityResult) -> Table {
    let table = Table(
      caption: InlineText("\(title(of: result)): coefficients asked for"),
      columns: [
        .init("Coefficient", .text, minWidth: 24), .init("value"), .init("\(level) interval"),
        .init("mind", .text, minWidth: 24),
      ],
      rows: (result.content.detail?.asked ?? []).flatMap(rows),
      note: "`abacus explain NAME` says what a coefficient is, and what equals it elsewhere.")
    return table.withoutEmptyColumns()
  }

  private func rows(_ asked: AskedCoefficient) -> [Table.Row] {
    switch asked.outcome {
    case .success(let values):
      let outputs = Set(values.map(\.output))
      return values.enumerated().map { index, value in
        let parts = [
          asked.passport.name, outputs.count > 1 ? value.output.replacingUnderscores : nil,
          value.item?.id,
          outputs.count == 1 && values.count > 1 && value.item == nil
            ? "\(index + 1)" : nil,
        ]
        return row(value, named: parts.compactMap(\.self).joined(separator: ", "))
      }
    case .failure(let error):
      let words = Words.undefined(.numeric(error))
      return [
        Table.Row(InlineText(asked.passport.name), [.spanning(InlineText(words), columns: 3)])
      ]
    }
  }

  private func row(_ value: AskedCoefficient.Value, named label: String) -> Table.Row {
    var words = value.warnings.map(\.description)
    // A reason that the table of intervals has no short word for.
    if case .absent(.numeric(let error))? = value.interval {
      words.append(Words.absence(.numeric(error)))
    }
    let warnings = words.joined(separator: "; ")
    return Table.Row(
      InlineText(label),
      [
        Cells.optional(value.number, style(of: value.output)),
        Cells.interval(value.interval, .coefficient()),
        warnings.isEmpty ? .empty(reason: "") : .text(InlineText(warnings)),
      ])
  }
}

private func style(of output: String) -> NumberStyle {
  switch output {
  case "p_value": .pValue
  case "degrees_of_freedom", "components", "components_by_mean", "components_by_percentile_95":
    .count
  default: .coefficient()
  }
}

extension String {
  /// `lambda_2` as words.
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

/// Asked coefficients as JSON, unrounded.
enum AskedJSON {
  static func value(_ asked: AskedCoefficient) -> JSONValue {
    let head: JSONValue = [
      "statistic": .string(asked.passport.definitionID),
      "passport": ReliabilityJSON.passport(asked.passport),
    ]
    switch asked.outcome {
    case .success(let values): return merged(head, ["values": .array(values.map(value))])
    case .failure(let error):
      return merged(
        head, ["values": [], "reason": .string(Words.undefined(.numeric(error)))])
    }
  }

  private static func value(_ value: AskedCoefficient.Value) -> JSONValue {
    [
      "output": .string(value.output), "item": JSONValue(value.item?.id),
      "value": json(value.number), "interval": json(value.interval),
      "warnings": .array(value.warnings.map { .string($0.description) }),
    ]
  }
}
