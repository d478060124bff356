/// What to invent, and how to write it.
package struct SynthesisOptions: Hashable, Sendable {
  /// How answers are written.
  package enum AnswerStyle: String, Hashable, Sendable, CaseIterable {
    /// The words of the option.
    case text
    /// Its code.
    case numeric
  }

  /// How questions with several options are written.
  package enum MultiSelectStyle: String, Hashable, Sendable, CaseIterable {
    /// One column for each option.
    case split
    /// One column, options joined with commas.
    case joined
  }

  /// The survey tool whose exports are imitated.
  package enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// Three header records and the columns that Qualtrics adds.
    case qualtrics
    /// One header record, then attributes and questions.
    case plain
  }

  /// Decides everything random: the same seed gives the same bytes.
  package let seed: UInt64
  /// How many persons are invited, by role id.
  package let invited: [String: Int]
  /// The waves to write, in order; one unnamed where there is none.
  package let waves: [String]
  /// How answers are written.
  package let answers: AnswerStyle
  /// How questions with several options are written.
  package let multiSelect: MultiSelectStyle
  /// The survey tool whose exports are imitated.
  package let dialect: Dialect
  /// How often people do what.
  package let rates: SynthesisRates

  /// Options; `invited` names each role of the codebook.
  package init(
    seed: UInt64, invited: [String: Int], waves: [String] = [], answers: AnswerStyle = .text,
    multiSelect: MultiSelectStyle = .split, dialect: Dialect = .qualtrics,
    rates: SynthesisRates = .default
  ) {
    self.seed = seed
    self.invited = invited
    self.waves = waves
    self.answers = answers
    self.multiSelect = multiSelect
    self.dialect = dialect
    self.rates = rates
  }
}

/// How often people do what; each is a share from 0 to 1.
package struct SynthesisRates: Hashable, Sendable {
  /// Invited persons who answer in the first wave.
  package var response = 0.86
  /// Those of one wave who are missing in the next.
  package var attrition = 0.2
  /// Those missing in one wave who answer in the next.
  package var lateEntry = 0.06
  /// Mentorships that an answering mentor files no form for.
  package var unfiled = 0.05
  /// Items left blank.
  package var unanswered = 0.03
  /// Respondents who give every statement the same answer.
  package var straightLine = 0.012
  /// Responses broken off.
  package var breakOff = 0.025
  /// Responses that are sent twice.
  package var duplicate = 0.012
  /// Persons who refuse consent.
  package var refusedConsent = 0.012
  /// Open questions that get an answer.
  package var openAnswer = 0.5

  /// The rates of a program that works, with the flaws every export has.
  package static let `default` = SynthesisRates()

  /// Nobody is lost, nothing left blank, nothing sent twice.
  package static let flawless = SynthesisRates(
    response: 1, attrition: 0, lateEntry: 0, unfiled: 0, unanswered: 0, straightLine: 0,
    breakOff: 0, duplicate: 0, refusedConsent: 0, openAnswer: 1)
}
