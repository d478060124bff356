/// One number over runs or waves, oldest first.
///
///     series.reading   // .limits(…) with what stands out, or .plain(why there are none)
package struct TrendSeries: Hashable, Sendable {
  /// Which number it is.
  package let key: NumberKey
  /// What it is called.
  package let label: String
  /// Its points, oldest first.
  package let points: [Point]
  /// True where nobody stands behind two points, such as in yearly cohorts.
  package let isOfDisjointRespondents: Bool
  /// Reports whose number is left out, because beside its neighbour it would tell on few persons.
  package let leftOutCount: Int

  /// A number over time.
  package init(
    key: NumberKey, label: String, points: [Point], isOfDisjointRespondents: Bool,
    leftOutCount: Int = 0
  ) {
    self.leftOutCount = leftOutCount
    self.key = key
    self.label = label
    self.points = points
    self.isOfDisjointRespondents = isOfDisjointRespondents
  }

  /// The number at one time.
  package struct Point: Hashable, Sendable {
    /// The day of the report, as `2025-06-23`, or the wave.
    package let date: String
    /// The number, unrounded.
    package let value: Double
    /// Its standard error; nil where there is none.
    package let standardError: Double?
    /// Its interval; nil where there is none.
    package let interval: ClosedRange<Double>?
    /// Answers behind it; nil of a count.
    package let n: Int?

    /// A point.
    package init(
      date: String, value: Double, standardError: Double? = nil,
      interval: ClosedRange<Double>? = nil, n: Int? = nil
    ) {
      self.date = date
      self.value = value
      self.standardError = standardError
      self.interval = interval
      self.n = n
    }
  }

  /// How a series may be read.
  package enum Reading: Hashable, Sendable {
    /// Against limits, with the points that stand out.
    case limits(ControlLimits, signals: [Signal])
    /// As a line alone, for this reason.
    case plain(PlainReason)
  }

  /// Why a series has no limits.
  package enum PlainReason: Hashable, Sendable {
    /// The same respondents are behind several points, so that these move together.
    case sharedRespondents
    /// Too few points.
    case tooFewPoints(count: Int, required: Int)
  }

  /// A point that stands out, and by which rule.
  package struct Signal: Hashable, Sendable {
    /// Position of the point.
    package let index: Int
    /// The rule.
    package let rule: Rule

    /// A rule by which a point stands out.
    package enum Rule: Hashable, Sendable {
      /// It lies outside the limits (Shewhart 1931; Western Electric 1956, test 1).
      case outsideLimits
      /// It ends eight or more points in a row on one side of the centre (Western Electric 1956,
      /// test 4).
      case eightOnOneSide
    }
  }
}

extension TrendSeries {
  /// Limits and signals, or why there are none.
  package var reading: Reading {
    guard isOfDisjointRespondents else { return .plain(.sharedRespondents) }
    let values = points.map(\.value)
    guard values.count >= ControlLimits.smallestPointCount, let limits = ControlLimits(of: values)
    else {
      return .plain(
        .tooFewPoints(count: values.count, required: ControlLimits.smallestPointCount))
    }
    return .limits(limits, signals: Self.signals(values, limits))
  }

  private static func signals(_ values: [Double], _ limits: ControlLimits) -> [Signal] {
    var signals: [Signal] = []
    var run = 0
    var side = 0
    for (index, value) in values.enumerated() {
      let here = value > limits.centre ? 1 : value < limits.centre ? -1 : 0
      // A point on the centre belongs to no side and ends a run.
      run = here == 0 ? 0 : here == side ? run + 1 : 1
      side = here
      if value > limits.upper || value < limits.lower {
        signals.append(Signal(index: index, rule: .outsideLimits))
      } else if run >= ControlLimits.runLength {
        signals.append(Signal(index: index, rule: .eightOnOneSide))
      }
    }
    return signals
  }
}
