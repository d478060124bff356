/// Limits within which single values of a steady process vary.
package struct ControlLimits: Hashable, Sendable {
  /// The mean of the points.
  package let centre: Double
  /// Centre − 2.66 · mean moving range.
  package let lower: Double
  /// Centre + 2.66 · mean moving range.
  package let upper: Double

  /// Points from which limits are drawn.
  package static let smallestPointCount = 12
  /// Points in a row on one side of the centre that are a signal.
  package static let runLength = 8

  /// The limits of a chart of individual values and moving ranges.
  ///
  ///     centre ± 2.66 · (1 / (k − 1)) Σ |x_i − x_(i−1)|
  ///
  /// over k values in the order of time; 2.66 is 3 / 1.128, the factor for ranges of two values. Nil for
  /// fewer than two values.
  ///
  /// References: Shewhart (1931), Economic Control of Quality of Manufactured Product; Wheeler (2000),
  /// Understanding Variation, 2nd ed., SPC Press.
  package init?(of values: [Double]) {
    guard values.count >= 2 else { return nil }
    let ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
    let range = ranges.reduce(0, +) / Double(ranges.count)
    centre = values.reduce(0, +) / Double(values.count)
    lower = centre - 2.66 * range
    upper = centre + 2.66 * range
  }
}
