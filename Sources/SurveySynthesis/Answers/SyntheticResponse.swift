/// One answer to one item.
enum SyntheticAnswer: Hashable, Sendable {
  /// The option of this code, substantive or not.
  case code(Int)
  /// Shown and left blank.
  case unanswered
  /// Never shown.
  case notShown
}

/// The ticks of one question with several options.
enum SyntheticTicks: Hashable, Sendable {
  /// Positions of the ticked options.
  case ticked([Int])
  /// Never shown.
  case notShown
}

/// One answer in the respondent's own words.
enum SyntheticText: Hashable, Sendable {
  /// What was written.
  case written(String)
  /// Shown and left blank.
  case unanswered
  /// Never shown.
  case notShown
}

/// One response: a row of an export before it is written.
struct SyntheticResponse: Hashable, Sendable {
  /// What the survey tool knows of it.
  let record: ResponseRecord
  /// Attributes, in codebook order.
  let attributes: [String]
  /// Answers, in the form's order.
  let items: [SyntheticAnswer]
  /// Ticks, in the form's order.
  let ticks: [SyntheticTicks]
  /// Texts, in the form's order.
  let texts: [SyntheticText]
}

/// What a survey tool notes of a response besides the answers.
struct ResponseRecord: Hashable, Sendable {
  /// When it was opened.
  let start: CivilTime
  /// Seconds until it was left.
  let duration: Int
  /// Share of the questionnaire that was shown, from 0 to 1.
  let progress: Double
  /// True for a trial run by the survey's makers.
  let isPreview: Bool
  /// The survey tool's own name for it.
  let id: String
  /// An address of the range reserved for documentation (RFC 5737).
  let address: String

  /// When it was left.
  var end: CivilTime { start.adding(duration) }
  /// True when the last page was reached.
  var isFinished: Bool { progress >= 1 }
}
