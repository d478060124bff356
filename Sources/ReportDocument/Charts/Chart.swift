/// A drawing with its title, its message in words and its table.
package enum Chart: Sendable, Hashable {
  /// Stacked shares left and right of a zero line.
  case divergingBars(DivergingBarChart)
  /// One or two marks per row on a common axis, with intervals; two make a dumbbell.
  case means(MeansChart)
  /// Counts of a number in bins.
  case histogram(HistogramChart)
  /// One bar per row, from zero.
  case bars(BarChart)
  /// One value at several times, joined by a line.
  case line(LineChart)
}

/// Which of two sides a drawing of one series shows; each side keeps its colour in all charts.
package enum ChartSeries: String, Sendable, Hashable {
  /// The side that charts of two series draw as circles.
  case first
  /// The side that charts of two series draw as diamonds.
  case second
}

/// What every chart says in words, for readers who do not see the drawing.
package struct ChartWords: Sendable, Hashable {
  /// What is shown.
  package var title: String
  /// The message, in a sentence or two.
  package var description: String
  /// In which order the rows stand, such as "Rows by net agreement"; empty when it is obvious.
  package var order: String
  /// The drawing's numbers.
  package var table: Table

  /// Makes the words of a chart.
  package init(title: String, description: String, order: String = "", table: Table) {
    self.title = title
    self.description = description
    self.order = order
    self.table = table
  }
}

extension Chart {
  /// The chart's words and table.
  package var words: ChartWords {
    switch self {
    case .divergingBars(let chart): chart.words
    case .means(let chart): chart.words
    case .histogram(let chart): chart.words
    case .bars(let chart): chart.words
    case .line(let chart): chart.words
    }
  }
}
