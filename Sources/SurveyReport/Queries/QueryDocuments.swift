package import ReportDocument
package import SurveyAnalysis

/// The answer to an ad-hoc question as a document, JSON or CSV.
package enum QueryDocuments {
  /// What stands for a value that too few persons stand behind.
  package static let hiddenWord = "hidden"
  static let noRows = "no rows"

  /// The answer as a table, or as a chart with its table.
  ///
  /// - Parameters:
  ///   - title: the heading; nil writes none.
  ///   - chart: the bars to draw; nil draws none.
  package static func document(
    _ table: QueryTable, title: String? = nil, chart: QueryChart? = nil
  ) -> Document {
    var blocks: [Block] = []
    if let chart, !table.rows.isEmpty {
      blocks = chart.charts(of: table).map { .chart(.bars($0)) }
    } else if !table.columns.isEmpty {
      blocks = [.table(self.table(table))]
    }
    if table.rows.isEmpty { blocks.append(.note(InlineText(noRows))) }
    return Document(
      title: title ?? "", blocks: blocks + table.notes.map { .note(InlineText($0)) })
  }

  /// The bars alone, for a terminal: each with its number, which needs no table besides.
  package static func bars(_ table: QueryTable, chart: QueryChart) -> Document {
    var document = document(table, chart: chart)
    document.blocks = document.blocks.map { block in
      guard case .chart(.bars(let bars)) = block else { return block }
      return .table(bars.barTable)
    }
    return document
  }

  /// The rows for a reader: numbers rounded alike within a column.
  static func table(_ table: QueryTable, caption: String = "") -> Table {
    let styles = table.columns.indices.map { QueryNumbers(column: $0, of: table) }
    return Table(
      caption: InlineText(caption),
      columns: table.columns.indices.map { place in
        Table.Column(table.columns[place].name, styles[place].isNumeric ? .number : .text)
      },
      rows: table.rows.map { row in
        let header = row.first.map { styles[0].text($0) } ?? ""
        let cells = zip(row, styles).dropFirst().map { value, style in style.cell(value) }
        return Table.Row(InlineText(header), Array(cells))
      })
  }

  /// The answer with every number unrounded: `abacus.query/1`.
  package static func json(_ table: QueryTable) -> JSONValue {
    let names = table.columns.map(\.name)
    let isUnique = Set(names).count == names.count
    var hidden: [JSONValue] = []
    for (number, row) in table.rows.enumerated() {
      for (name, value) in zip(names, row) where value == .hidden {
        hidden.append([
          "row": .integer(number + 1), "column": .string(name),
          "reason": "too few persons stand behind it",
        ])
      }
    }
    return [
      "schema": "abacus.query/1",
      "columns": .array(names.map(JSONValue.string)),
      "rows": .array(
        table.rows.map { row in
          let values = row.map(json)
          return isUnique
            ? .object(JSONObject(Array(zip(names, values)))) : .array(values)
        }),
      "hidden": .array(hidden),
      "notes": .array(table.notes.map(JSONValue.string)),
    ]
  }

  private static func json(_ value: QueryTable.Value) -> JSONValue {
    switch value {
    case .null, .hidden: .null
    case .integer(let number): .integer(Int(number))
    case .number(let number): FiniteNumber(number).map(JSONValue.number) ?? .null
    case .text(let words): .string(words)
    }
  }

  /// The rows as comma-separated values, unrounded; nothing is an empty field. Notes are left out.
  package static func csv(_ table: QueryTable) -> String {
    let records =
      [table.columns.map { CSVTableRenderer.field($0.name) }]
      + table.rows.map { $0.map(field) }
    return records.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ value: QueryTable.Value) -> String {
    switch value {
    case .null: ""
    case .hidden: hiddenWord
    case .integer(let number): "\(number)"
    case .number(let number): CSVTableRenderer.field(number)
    case .text(let words): CSVTableRenderer.field(words)
    }
  }
}
