/// One value at several times, joined by a line, oldest first.
///
/// Points stand in the order of time, equally far apart. One that stands out is a diamond instead of a
/// circle. Limits are drawn as broken lines, their centre as a full one.
package struct LineChart: Sendable, Hashable {
  /// Title, message, order and table.
  package var words: ChartWords
  /// The axis that values are read on.
  package var axis: MeansChart.Axis
  /// The points, oldest first.
  package var points: [Point]
  /// Lines that the points are held against, or nil.
  package var limits: Limits?

  /// Makes a chart from its parts.
  package init(words: ChartWords, axis: MeansChart.Axis, points: [Point], limits: Limits? = nil) {
    self.words = words
    self.axis = axis
    self.points = points
    self.limits = limits
  }
}

extension LineChart {
  /// A value at one time.
  package struct Point: Sendable, Hashable {
    /// The time, as it stands below the point.
    package var label: String
    /// The value, in units of the axis.
    package var value: Double
    /// The interval around it, or nil.
    package var interval: ClosedRange<Double>?
    /// True where the point is drawn as one that stands out.
    package var standsOut: Bool

    /// Makes a point from its parts.
    package init(
      _ label: String, _ value: Double, _ interval: ClosedRange<Double>? = nil,
      standsOut: Bool = false
    ) {
      self.label = label
      self.value = value
      self.interval = interval
      self.standsOut = standsOut
    }
  }

  /// Horizontal lines, in units of the axis.
  package struct Limits: Sendable, Hashable {
    /// The lower line.
    package var lower: Double
    /// The line between.
    package var centre: Double
    /// The upper line.
    package var upper: Double

    /// Makes lines from their places.
    package init(lower: Double, centre: Double, upper: Double) {
      self.lower = lower
      self.centre = centre
      self.upper = upper
    }
  }
}
