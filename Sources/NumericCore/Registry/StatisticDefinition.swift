/// A name that stays the same for ever, in files and in queries: `cronbach_alpha`.
public struct StableID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
  /// Lower-case words joined by underscores.
  public let rawValue: String

  /// Takes the name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes the name as it stands in source.
  public init(stringLiteral value: String) { rawValue = value }
}

extension StableID: Comparable, CustomStringConvertible {
  /// Alphabetical order.
  public static func < (one: StableID, other: StableID) -> Bool { one.rawValue < other.rawValue }

  /// The name.
  public var description: String { rawValue }
}

/// What a statistic is called, means and equals in other software, and how it is computed.
public struct StatisticDefinition: Sendable {
  /// The name in files and queries.
  public let id: StableID
  /// Other names by which users look for it: `average`.
  public let otherNames: [String]
  /// The name in tables.
  public let name: String
  /// What it says, in one plain sentence.
  public let sentence: String
  /// The formula in plain text, with its symbols named.
  public let formula: String
  /// Calls of other software that give the same number.
  public let sameAs: [String]
  /// Calls whose similar name hides another number.
  public let notSameAs: [String]
  /// The shape of the data that it is computed from.
  public let input: StatisticShape
  /// The names of its values, in order.
  public let outputs: [String]
  /// The method of the intervals that it adds to its values; `nil` where it has none.
  public let interval: IntervalMethod?
  /// How it is computed anew in resamples of the rows, for an interval; `nil` where it is not.
  public let resampling: Resampling?
  /// What happens to missing answers.
  public let missing: MissingRule
  /// When it misleads, and what to report instead.
  public let cautions: [Caution]
  /// Where it is defined: author, year, place, and DOI where there is one.
  public let reference: String
  private let values: @Sendable (StatisticInput, Double) throws(NumericError) -> [NamedValue]

  /// Takes its parts; without a rule for missing answers it is the usual one of the input.
  ///
  /// - Parameter compute: its values of the data, with intervals of the level that the number says.
  init(
    id: StableID, name: String, sentence: String, formula: String, sameAs: [String],
    notSameAs: [String], input: StatisticShape, outputs: [String],
    interval: IntervalMethod? = nil, resampling: Resampling? = nil, missing: MissingRule? = nil,
    cautions: [Caution] = [], otherNames: [String] = [], reference: String,
    compute: @escaping @Sendable (StatisticInput, Double) throws(NumericError) -> [NamedValue]
  ) {
    self.id = id
    self.otherNames = otherNames
    self.name = name
    self.sentence = sentence
    self.formula = formula
    self.sameAs = sameAs
    self.notSameAs = notSameAs
    self.input = input
    self.outputs = outputs
    self.interval = interval
    self.resampling = resampling
    self.missing = missing ?? MissingRule(of: input)
    self.cautions = cautions
    self.reference = reference
    values = compute
  }

  /// Takes the parts of a statistic whose values have no intervals.
  init(
    id: StableID, name: String, sentence: String, formula: String, sameAs: [String],
    notSameAs: [String], input: StatisticShape, outputs: [String],
    interval: IntervalMethod? = nil, resampling: Resampling? = nil, missing: MissingRule? = nil,
    cautions: [Caution] = [], otherNames: [String] = [], reference: String,
    compute: @escaping @Sendable (StatisticInput) throws(NumericError) -> [NamedValue]
  ) {
    self.init(
      id: id, name: name, sentence: sentence, formula: formula, sameAs: sameAs,
      notSameAs: notSameAs, input: input, outputs: outputs, interval: interval,
      resampling: resampling, missing: missing, cautions: cautions, otherNames: otherNames,
      reference: reference
    ) { input, _ throws(NumericError) in try compute(input) }
  }

  /// Its values of some data.
  ///
  /// - Parameters:
  ///   - input: the data.
  ///   - level: of the intervals that it adds to its values, between 0 and 1.
  /// - Throws: `NumericError` where the data have no such values.
  public func compute(
    _ input: StatisticInput, level: Double
  ) throws(NumericError) -> [NamedValue] {
    try values(input, level)
  }
}

/// The shape of the data that a statistic is computed from.
public enum StatisticShape: String, Hashable, Sendable, CaseIterable {
  /// One column of numbers or one item's tally.
  case column
  /// A part of a group.
  case share
  /// The items of one scale.
  case items
  /// The counted answers to the items of one scale.
  case answers
  /// The items of several subscales.
  case subscales
  /// Two columns of the same rows.
  case pair
  /// Several judgements of the same units.
  case raters
  /// One column, split into groups.
  case groups
}

/// The data that a statistic is computed from; missing values only where a type allows them.
public enum StatisticInput: Hashable, Sendable {
  /// A column of numbers.
  case column([Double])
  /// The counts of one item's answers.
  case tally(ItemTally)
  /// A part of a group.
  case share(Proportion)
  /// The covariances between the items of one scale.
  case items(CovarianceMatrix)
  /// The counted answers to the items of one scale.
  case answers(PairTally)
  /// The covariances between all items of several subscales, and the positions of the items of each.
  case subscales(CovarianceMatrix, [[Int]])
  /// Two columns over the same rows.
  case pair([Double?], [Double?])
  /// One column of ratings for each rater, over the same units.
  case raters([[Double?]])
}

/// One value of a statistic, with the number of cases behind it.
public struct NamedValue: Hashable, Sendable {
  /// Which of the statistic's outputs it is.
  public let name: String
  /// The item that it belongs to, by position; `nil` where it belongs to all.
  public let item: Int?
  /// The number, unrounded; `nil` where it is undefined for this item.
  public let value: Double?
  /// Its interval, where the statistic has one and it is defined.
  public let interval: ConfidenceInterval?
  /// The number of values or complete cases behind it; 0 where it is not known.
  public let count: Int
  /// What must be printed beside the number; where it is not empty, it is not printed plainly.
  public let warnings: [FactorWarning]

  /// Takes its parts.
  public init(
    _ name: String, item: Int? = nil, _ value: Double?, interval: ConfidenceInterval? = nil,
    count: Int, warnings: [FactorWarning] = []
  ) {
    self.warnings = warnings
    self.name = name
    self.item = item
    self.value = value
    self.interval = interval
    self.count = count
  }
}
