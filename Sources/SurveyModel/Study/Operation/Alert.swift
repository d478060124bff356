/// What a study wants to be told of: a number beyond a limit, new findings, or that nothing arrives.
///
///     alerts:
///       - response_rate < 0.4
///       - upper95(alpha(MB_GROW)) < 0.7
///       - new findings
///       - no new responses for 14 days
public struct Alert: Hashable, Sendable {
  /// What must be true for the alert to be raised.
  public enum Condition: Hashable, Sendable {
    /// A number of the report stands beyond a limit.
    case number(AlertedNumber, Relation, Double)
    /// There is a kind of finding that the report before did not have, or more of one.
    case newFindings
    /// No new response has arrived for so many seconds.
    case noNewResponses(seconds: Int)
  }

  /// How a number stands to a limit.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="

    /// True where the number stands so.
    public func holds(_ value: Double, _ limit: Double) -> Bool {
      switch self {
      case .less: value < limit
      case .atMost: value <= limit
      case .greater: value > limit
      case .atLeast: value >= limit
      }
    }
  }

  /// The alert as it is written.
  public let text: String
  /// What must be true.
  public let condition: Condition
  /// Where the study file says so.
  public let location: SourceLocation

  /// An alert.
  public init(text: String, condition: Condition, location: SourceLocation) {
    self.text = text
    self.condition = condition
    self.location = location
  }
}

/// A number of a report as an alert names it: `alpha(MB_GROW)`, `lower95(mean(MA1, late))`.
public struct AlertedNumber: Hashable, Sendable {
  /// What of the number is looked at.
  public enum Part: Hashable, Sendable {
    /// The number itself.
    case value
    /// The lower limit of its interval of so many percent.
    case lower(percent: Int)
    /// The upper limit of its interval of so many percent.
    case upper(percent: Int)
  }

  /// What of it is looked at.
  public let part: Part
  /// What the number says: `response_rate`, `mean`, `alpha`, …
  public let name: String
  /// The item, scale, pair or, of who answered, the form; nil for all forms.
  public let subject: String?
  /// The wave; nil for the last one that shows the number.
  public let wave: String?

  /// A number as an alert names it.
  public init(part: Part = .value, name: String, subject: String? = nil, wave: String? = nil) {
    self.part = part
    self.name = name
    self.subject = subject
    self.wave = wave
  }
}
