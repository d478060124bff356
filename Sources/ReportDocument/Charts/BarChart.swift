/// One bar per row, each a share between 0 and 1, or an amount beside the largest one.
package struct BarChart: Sendable, Hashable {
  /// Title, message, order and table.
  package var words: ChartWords
  /// The rows, top to bottom.
  package var rows: [Row]
  /// Whose colour the bars have.
  package var series: ChartSeries

  /// Makes a chart from its parts.
  package init(words: ChartWords, rows: [Row], series: ChartSeries = .first) {
    self.words = words
    self.rows = rows
    self.series = series
  }
}

extension BarChart {
  /// One row of the chart.
  package struct Row: Sendable, Hashable {
    /// What the row is about.
    package var label: String
    /// What the row shows.
    package var content: Content

    /// Makes a row from its parts.
    package init(_ label: String, _ content: Content) {
      self.label = label
      self.content = content
    }
  }

  /// What a row shows.
  package enum Content: Sendable, Hashable {
    /// A share between 0 and 1.
    case share(Double)
    /// A number, drawn as long as its part of the largest one; a negative one as a lighter bar.
    case amount(Double, largest: Double, NumberStyle)
    /// Nothing, and in words why.
    case hidden(reason: String)
  }
}
