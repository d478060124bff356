/// One or two marks per row on a common axis, each with an interval.
///
/// The first series is drawn as a circle, the second as a diamond, one above the other, so that
/// shape, colour and place all tell them apart. Two series are joined by a soft bar.
package struct MeansChart: Sendable, Hashable {
  /// Title, message, order and table.
  package var words: ChartWords
  /// Names of the series: one or two.
  package var series: [String]
  /// The common axis.
  package var axis: Axis
  /// The rows, top to bottom.
  package var rows: [Row]

  /// Makes a chart from its parts.
  ///
  /// - Precondition: one or two series.
  package init(words: ChartWords, series: [String], axis: Axis, rows: [Row]) {
    precondition((1...2).contains(series.count))
    self.words = words
    self.series = series
    self.axis = axis
    self.rows = rows
  }
}

extension MeansChart {
  /// Positions of the series that have a mark in some row; a legend names no others.
  var shownSeries: [Int] {
    series.indices.filter { index in
      rows.contains { $0.marks.indices.contains(index) && $0.marks[index] != nil }
    }
  }

  /// The scale that marks are placed on.
  package struct Axis: Sendable, Hashable {
    /// Value at the left end.
    package var lower: Double
    /// Value at the right end; above `lower`.
    package var upper: Double
    /// Values that get a line and a number.
    package var ticks: [Double]
    /// How the ticks are written.
    package var style: NumberStyle
    /// What the axis measures, or nil.
    package var label: String?
    /// A value with a strong line, such as 0, or nil.
    package var reference: Double?

    /// Makes an axis from its parts.
    ///
    /// - Precondition: `lower` is below `upper`.
    package init(
      lower: Double, upper: Double, ticks: [Double], style: NumberStyle = .plain(decimals: 0),
      label: String? = nil, reference: Double? = nil
    ) {
      precondition(lower < upper)
      self.lower = lower
      self.upper = upper
      self.ticks = ticks
      self.style = style
      self.label = label
      self.reference = reference
    }
  }

  /// One row of the chart.
  package struct Row: Sendable, Hashable {
    /// What the row is about.
    package var label: String
    /// One mark for each series; nil where there is none.
    package var marks: [Mark?]
    /// Why marks are missing, shown in the row; nil when all are there.
    package var reason: String?

    /// Makes a row from its parts.
    package init(_ label: String, _ marks: [Mark?], reason: String? = nil) {
      self.label = label
      self.marks = marks
      self.reason = reason
    }
  }

  /// A value with its interval.
  package struct Mark: Sendable, Hashable {
    /// Where the mark stands, in units of the axis.
    package var value: Double
    /// The interval around it, or nil.
    package var interval: ClosedRange<Double>?

    /// Makes a mark from its parts.
    package init(_ value: Double, _ interval: ClosedRange<Double>? = nil) {
      self.value = value
      self.interval = interval
    }
  }
}
