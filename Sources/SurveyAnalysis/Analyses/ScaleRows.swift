package import NumericCore

/// The rows of one scale, from which statistics of its items are computed anew for their intervals.
///
/// Rows that share a person or a partner are drawn together.
package struct ScaleRows: Sendable {
  /// Number of resamples of an interval. With 2,000 a limit by percentiles moves by up to .006 from
  /// seed to seed, with this many by less than half of that.
  package static let resampleCount = 10_000
  /// The same for many rows or items, whose limits move little, and whose resamples take long.
  package static let resampleCountOfLarge = 2_000
  /// The largest number of rows with the full number of resamples.
  package static let largestRowCount = 10_000
  /// The largest number of items with the full number of resamples.
  package static let largestItemCount = 30
  /// Seed of every interval, so that a report can be made again to the last digit.
  package static let seed: UInt64 = 1

  private let answers: Answers
  private let policy: MissingDataPolicy
  private let dependence: Dependence

  /// The answers of each item, keyed in one direction.
  package enum Answers: Sendable {
    /// Codes of a response scale.
    case codes([ItemCodes])
    /// Any numbers; nil is missing.
    case numbers([[Double?]])
  }

  /// Which rows belong together.
  package enum Dependence: Hashable, Sendable {
    /// None.
    case independent
    /// For each row the group that it is drawn with.
    case groups([Int])
    /// Some persons are not known, and which rows are theirs.
    case unknown
  }

  /// The rows behind a scale's coefficients.
  package init(_ answers: Answers, policy: MissingDataPolicy, dependence: Dependence) {
    self.answers = answers
    self.policy = policy
    self.dependence = dependence
  }

  /// How many resamples the interval of so many rows and items has.
  package static func resampleCount(rows: Int, items: Int) -> Int {
    rows > largestRowCount || items > largestItemCount ? resampleCountOfLarge : resampleCount
  }

  /// The interval of a statistic's first value; nil where none is made by resampling.
  ///
  /// The method follows the number of cases (`BootstrapDistribution.interval`); where rows are drawn in
  /// groups it is always the one by the standard error, which covers best (docs/reference/coverage.md).
  func interval(of definition: StatisticDefinition, level: Double) -> IntervalOutcome? {
    guard let resampling = definition.resampling else { return nil }
    do throws(NumericError) {
      switch (resampling, answers) {
      case (_, _) where dependence == .unknown: return .absent(.unknownPersons)
      case (.answers(let resample), .codes(let codes)):
        let complete = try ItemRows(of: codes, policy: .listwise)
        try requireCases(complete)
        let options = try options(rows: complete.rowCount, items: codes.count)
        return .interval(try interval(resample(codes, groups, options), level))
      case (.answers, .numbers): return nil
      case (.numbers(let resample), _):
        let drawn = try rows()
        try requireCases(drawn)
        return .interval(
          try interval(
            resample(drawn, options(rows: drawn.rowCount, items: drawn.itemCount)), level))
      }
    } catch .tooFewValues(let count, ItemRows.smallestGroupCount) where groups != nil {
      return .absent(.tooFewGroups(count: count, required: ItemRows.smallestGroupCount))
    } catch {
      return .absent(.numeric(error))
    }
  }

  /// Too few rows are not resampled at all: they would be undefined in many resamples.
  private func requireCases(_ rows: ItemRows) throws(NumericError) {
    let required = BootstrapDistribution.smallestCaseCount
    guard groups != nil || rows.rowCount >= required else {
      throw .tooFewValues(count: rows.rowCount, required: required)
    }
  }

  /// How many groups rows are drawn in; nil where each is drawn by itself.
  var groupCount: Int? {
    guard let groups else { return nil }
    guard policy == .listwise else { return Set(groups).count }
    let kept =
      switch answers {
      case .codes(let items): groups.indices.filter { row in items.allSatisfy { $0[row] != nil } }
      case .numbers(let columns):
        groups.indices.filter { row in columns.allSatisfy { $0[row] != nil } }
      }
    return Set(kept.map { groups[$0] }).count
  }

  private var groups: [Int]? {
    if case .groups(let groups) = dependence { groups } else { nil }
  }

  private func interval(
    _ distribution: BootstrapDistribution, _ level: Double
  ) throws(NumericError) -> ConfidenceInterval {
    groups == nil
      ? try distribution.interval(level: level) : try distribution.normalInterval(level: level)
  }

  private func options(rows: Int, items: Int) throws(NumericError) -> BootstrapOptions {
    try BootstrapOptions(
      resampleCount: Self.resampleCount(rows: rows, items: items), seed: Self.seed,
      threadCount: BootstrapOptions.processorCount)
  }

  private func rows() throws(NumericError) -> ItemRows {
    switch answers {
    case .codes(let codes): try ItemRows(of: codes, policy: policy, groups: groups)
    case .numbers(let columns): try ItemRows(columns: columns, policy: policy, groups: groups)
    }
  }
}
