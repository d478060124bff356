import ReportDocument
package import SurveyAnalysis

/// Which columns of an answer are drawn as horizontal bars.
package struct QueryChart: Hashable, Sendable {
  /// The column whose words stand beside the bars; nil writes the number of the row.
  package let labelColumn: Int?
  /// The columns of numbers, one chart each.
  package let numberColumns: [Int]

  /// Takes the first column of words as the label, and every column of numbers as bars. Without
  /// words the first of several columns of numbers is the label.
  ///
  /// - Throws: `QueryChartError.noNumbers` where no column holds numbers.
  package init(of table: QueryTable) throws(QueryChartError) {
    var numbers = table.columns.indices.filter { QueryNumbers(column: $0, of: table).isNumeric }
    let words = table.columns.indices.first { !numbers.contains($0) }
    if words == nil, numbers.count > 1 {
      labelColumn = numbers.removeFirst()
    } else {
      labelColumn = words
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
    guard let labelColumn else { return table.rows.indices.map { "\($0 + 1)" } }
    let numbers = QueryNumbers(column: labelColumn, of: table)
    return table.rows.map { numbers.text($0[labelColumn]) }
  }

  private func labelName(of table: QueryTable) -> String {
    labelColumn.map { table.columns[$0].name } ?? "row"
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
