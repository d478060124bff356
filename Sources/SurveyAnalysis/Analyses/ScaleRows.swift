package import NumericCore

/// The rows of one scale, from which statistics of its items are computed anew for their intervals.
///
/// Rows that share a person or a partner are drawn together.
package struct ScaleRows: Sendable {
  /// Number of resamples of every interval.
  package static let resampleCount = 2000
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
        return .interval(try interval(resample(codes, groups, options()), level))
      case (.answers, .numbers): return nil
      case (.numbers(let resample), _):
        return .interval(try interval(resample(rows(), options()), level))
      }
    } catch .tooFewValues(let count, ItemRows.smallestGroupCount) where groups != nil {
      return .absent(.tooFewGroups(count: count, required: ItemRows.smallestGroupCount))
    } catch {
      return .absent(.numeric(error))
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

  private func options() throws(NumericError) -> BootstrapOptions {
    try BootstrapOptions(
      resampleCount: Self.resampleCount, seed: Self.seed,
      threadCount: BootstrapOptions.processorCount)
  }

  private func rows() throws(NumericError) -> ItemRows {
    switch answers {
    case .codes(let codes): try ItemRows(of: codes, policy: policy, groups: groups)
    case .numbers(let columns): try ItemRows(columns: columns, policy: policy, groups: groups)
    }
  }
}
