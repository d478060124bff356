/// Shares of ordered options: negative ones left of a zero line, positive ones right of it, the
/// neutral one and those outside the order in columns of their own at the right edge.
package struct DivergingBarChart: Sendable, Hashable {
  /// Title, message, order and table.
  package var words: ChartWords
  /// The options that the shares belong to.
  package var options: Options
  /// The rows, top to bottom.
  package var rows: [Row]

  /// Makes a chart from its parts.
  package init(words: ChartWords, options: Options, rows: [Row]) {
    self.words = words
    self.options = options
    self.rows = rows
  }
}

extension DivergingBarChart {
  /// The options of a chart; those nobody chose are listed too, and keep their place.
  package struct Options: Sendable, Hashable {
    /// Labels left of the line, the most negative first.
    package var negative: [String]
    /// Label of the middle option, or nil.
    package var neutral: String?
    /// Labels right of the line, the most positive last.
    package var positive: [String]
    /// Labels of options outside the order, such as "does not apply".
    package var apart: [String]
    /// What all negative options are called together.
    package var negativeTogether: String
    /// What all positive options are called together.
    package var positiveTogether: String

    /// Makes options from their labels.
    package init(
      negative: [String], neutral: String? = nil, positive: [String], apart: [String] = [],
      negativeTogether: String = "any disagreement",
      positiveTogether: String = "any agreement"
    ) {
      self.negative = negative
      self.neutral = neutral
      self.positive = positive
      self.apart = apart
      self.negativeTogether = negativeTogether
      self.positiveTogether = positiveTogether
    }
  }

  /// One row of the chart.
  package struct Row: Sendable, Hashable {
    /// What the row is about.
    package var label: String
    /// A short mark behind the label, such as "(R)", or nil.
    package var marker: String?
    /// What the row shows.
    package var content: Content

    /// Makes a row from its parts.
    package init(_ label: String, marker: String? = nil, _ content: Content) {
      self.label = label
      self.marker = marker
      self.content = content
    }
  }

  /// What a row shows.
  package enum Content: Sendable, Hashable {
    /// One share for each option.
    case shares(Shares)
    /// Options grouped into three bands; `neutral` is nil where there is no middle option.
    case banded(negative: Band, neutral: Band?, positive: Band)
    /// Nothing, and in words why.
    case hidden(reason: String)
  }

  /// A share between 0 and 1 that may be known only roughly.
  package struct Band: Sendable, Hashable, ExpressibleByFloatLiteral {
    /// The share, or the limit that it keeps; the length drawn.
    package var share: Double
    /// On which side of the limit it lies; nil where it is exact.
    package var bound: Bound?

    /// On which side of its limit a share lies.
    package enum Bound: Sendable, Hashable {
      case atMost, atLeast
    }

    /// Makes a band from its parts.
    package init(_ share: Double, bound: Bound? = nil) {
      self.share = share
      self.bound = bound
    }

    /// Makes an exact band.
    package init(floatLiteral value: Double) { self.init(value) }
  }

  /// Shares between 0 and 1, each list in the order of its options.
  package struct Shares: Sendable, Hashable {
    /// Shares left of the line.
    package var negative: [Double]
    /// The middle option's share, or nil where there is none.
    package var neutral: Double?
    /// Shares right of the line.
    package var positive: [Double]
    /// Shares outside the order.
    package var apart: [Double]

    /// Makes shares side by side.
    package init(
      negative: [Double], neutral: Double? = nil, positive: [Double], apart: [Double] = []
    ) {
      self.negative = negative
      self.neutral = neutral
      self.positive = positive
      self.apart = apart
    }

    /// Splits the shares of `options` in order: negative, neutral, positive.
    ///
    /// - Precondition: one share for each ordered option, one in `apart` for each of the others.
    package init(ordered: [Double], apart: [Double] = [], of options: Options) {
      let left = options.negative.count
      let middle = options.neutral == nil ? 0 : 1
      precondition(ordered.count == left + middle + options.positive.count)
      precondition(apart.count == options.apart.count)
      self.init(
        negative: Array(ordered[..<left]), neutral: middle == 1 ? ordered[left] : nil,
        positive: Array(ordered[(left + middle)...]), apart: apart)
    }
  }
}

extension DivergingBarChart.Band {
  /// What stands before its number: "≤" or "≥" before a limit.
  private var sign: String {
    switch bound {
    case .atMost?: "≤"
    case .atLeast?: "≥"
    case nil: ""
    }
  }

  /// The percent without its unit, such as "45" or "≤10".
  var text: String { sign + NumberStyle.percent().textWithoutUnit(share) }

  /// The percent with its unit.
  var percent: String { sign + NumberStyle.percent().text(share) }
}

extension DivergingBarChart.Row {
  /// The label with its marker.
  var fullLabel: String {
    marker.map { "\(label) \($0)" } ?? label
  }
}
