import ReportDocument
package import SurveyAnalysis

/// Which columns of an answer are drawn as horizontal bars.
package struct QueryChart: Hashable, Sendable {
  /// The columns whose words stand beside the bars; none writes the number of the row.
  package let labelColumns: [Int]
  /// The columns of numbers, one chart each.
  package let numberColumns: [Int]

  /// Takes the first columns of words as the label, and every column of numbers as bars but those
  /// that say who is behind the others. Without words the first of several columns of numbers is
  /// the label.
  ///
  /// - Throws: `QueryChartError.noNumbers` where no column holds numbers.
  package init(of table: QueryTable) throws(QueryChartError) {
    var numbers = table.columns.indices.filter {
      QueryNumbers(column: $0, of: table).isNumeric && !table.columns[$0].isBase
    }
    let words = table.columns.indices.drop { numbers.contains($0) }
      .prefix { !numbers.contains($0) && !table.columns[$0].isBase }
    if words.isEmpty, numbers.count > 1 {
      labelColumns = [numbers.removeFirst()]
    } else {
      labelColumns = Array(words)
    }
    guard !numbers.isEmpty || table.rows.isEmpty else {
      throw .noNumbers(columns: table.columns.map(\.name))
    }
    numberColumns = numbers
  }

  /// One chart for each column of numbers.
  func charts(of table: QueryTable) -> [BarChart] {
    let labels = labels(of: table)
    return numberColumns.map { column in
      let numbers = QueryNumbers(column: column, of: table)
      let name = table.columns[column].name
      let own = QueryTable(
        columns: [.init(labelName(of: table)), table.columns[column]],
        rows: zip(labels, table.rows).map { [.text($0), $1[column]] })
      return BarChart(
        words: ChartWords(
          title: name, description: "", table: QueryDocuments.table(own, caption: name)),
        rows: zip(labels, table.rows).map { label, row in
          BarChart.Row(label, Self.content(row[column], numbers))
        })
    }
  }

  private func labels(of table: QueryTable) -> [String] {
    guard !labelColumns.isEmpty else { return table.rows.indices.map { "\($0 + 1)" } }
    let styles = labelColumns.map { QueryNumbers(column: $0, of: table) }
    return table.rows.map { row in
      zip(labelColumns, styles).map { $1.text(row[$0]) }.joined(separator: ", ")
    }
  }

  private func labelName(of table: QueryTable) -> String {
    labelColumns.isEmpty
      ? "row" : labelColumns.map { table.columns[$0].name }.joined(separator: ", ")
  }

  private static func content(
    _ value: QueryTable.Value, _ numbers: QueryNumbers
  ) -> BarChart.Content {
    switch value {
    case .integer(let number):
      .amount(Double(number), largest: numbers.largest, numbers.style)
    case .number(let number): .amount(number, largest: numbers.largest, numbers.style)
    case .null, .hidden, .text: .hidden(reason: numbers.text(value))
    }
  }
}

/// Why an answer can't be drawn.
package enum QueryChartError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No column holds numbers.
  case noNumbers(columns: [String])

  package var description: String {
    switch self {
    case .noNumbers(let columns):
      "a chart needs a column of numbers, and "
        + (columns.isEmpty ? "there is none" : "\(columns.joined(separator: ", ")) hold none")
        + "; ask for a count or a mean, or choose another format"
    }
  }
}
