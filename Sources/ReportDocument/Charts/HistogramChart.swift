/// Counts of a number in bins that stand side by side.
package struct HistogramChart: Sendable, Hashable {
  /// Title, message, order and table.
  package var words: ChartWords
  /// The bins, in order.
  package var bins: [Bin]
  /// What the numbers measure.
  package var axisLabel: String
  /// How bin limits are written.
  package var style: NumberStyle
  /// Where the mean stands, or nil.
  package var mean: Double?
  /// How the mean is written.
  package var meanStyle: NumberStyle
  /// Whose colour the bars have.
  package var series: ChartSeries

  /// Makes a chart from its parts.
  package init(
    words: ChartWords, bins: [Bin], axisLabel: String, style: NumberStyle = .plain(decimals: 0),
    mean: Double? = nil, meanStyle: NumberStyle = .mean(), series: ChartSeries = .first
  ) {
    self.words = words
    self.bins = bins
    self.axisLabel = axisLabel
    self.style = style
    self.mean = mean
    self.meanStyle = meanStyle
    self.series = series
  }
}

extension HistogramChart {
  /// How many values lie between two limits.
  package struct Bin: Sendable, Hashable {
    /// Left limit, in units of the axis.
    package var lower: Double
    /// Right limit; above `lower`.
    package var upper: Double
    /// Number of values.
    package var count: Int
    /// What stands below the bin, or nil for its limits.
    package var label: String?

    /// Makes a bin from its parts.
    package init(_ lower: Double, _ upper: Double, count: Int, label: String? = nil) {
      self.lower = lower
      self.upper = upper
      self.count = count
      self.label = label
    }
  }
}
