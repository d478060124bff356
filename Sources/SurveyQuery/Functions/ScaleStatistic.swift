import NumericCore
import SurveyAnalysis

/// A statistic of the items of one scale, by the way of the report.
struct ScaleStatistic {
  let definition: StatisticDefinition
  let output: String
  let purpose: StatisticFunction.Purpose
  let answers: Answers
  let policy: MissingDataPolicy
  /// Level of the interval, 0–1.
  let level: Double
  /// True where no rows share persons or partners.
  let isIndependent: Bool
  /// What items are called in JSON; nil for their numbers.
  let itemNames: [String]?
  /// What a report says of the scale when asked for the statistic.
  let report: () throws(NumericError) -> ReliabilityDetail

  /// The answers to the items.
  enum Answers {
    /// Codes of response scales.
    case codes([ItemCodes])
    /// Any numbers.
    case numbers([[Double?]])
  }

  /// The statistic, or an end of its interval.
  var outcome: Outcome {
    Outcome { () throws(NumericError) in
      let tally: PairTally?
      let covariance: () throws(NumericError) -> CovarianceMatrix
      switch answers {
      case .codes(let codes):
        let counted = try PairTally(of: codes, policy: policy)
        tally = counted
        covariance = { () throws(NumericError) in try CovarianceMatrix(of: counted) }
      case .numbers(let columns):
        tally = nil
        covariance = { () throws(NumericError) in
          try CovarianceMatrix(columns: columns, policy: policy)
        }
      }
      let values = try definition.compute(input(tally, covariance), level: level)
      guard purpose != .value else {
        return Outcome(values, output: output, itemNames: itemNames)
      }
      return interval(values).outcome(purpose)
    }
  }

  private func input(
    _ tally: PairTally?, _ covariance: () throws(NumericError) -> CovarianceMatrix
  ) throws(NumericError) -> StatisticInput {
    guard definition.input == .answers else { return .items(try covariance()) }
    guard let tally else {
      throw .wrongInput(required: "answers in whole numbers, few of them distinct")
    }
    return .answers(tally)
  }

  /// The statistic's own interval where rows are independent and complete, else the report's.
  private func interval(_ values: [NamedValue]) -> IntervalEnds {
    let own = values.first { $0.name == output }?.interval
    if let own, policy == .listwise, isIndependent { return .interval(own) }
    guard own != nil || definition.resampling != nil else { return .none }
    do throws(NumericError) {
      let value = try report().asked.first?.outcome.get().first { $0.output == output }
      switch value?.interval {
      case .interval(let interval): return .interval(interval)
      case .absent(let reason): return .absent(reason.words)
      case nil: return .none
      }
    } catch {
      return .absent(error.description)
    }
  }
}

extension ScaleStatistic {
  /// A statistic of columns of numbers, each row of which is taken as a person of its own.
  init(
    definition: StatisticDefinition, output: String, purpose: StatisticFunction.Purpose,
    columns: RowColumns, policy: MissingDataPolicy, level: Double
  ) {
    self.definition = definition
    self.output = output
    self.purpose = purpose
    self.policy = policy
    self.level = level
    answers = columns.codes.map { .codes($0) } ?? .numbers(columns.numbers)
    isIndependent = true
    itemNames = nil
    report = { () throws(NumericError) in
      let analysis = BareAnalysis(
        columns: columns.numbers.enumerated().map { place, values in
          BareAnalysis.Column(name: String(place + 1), values: values)
        }, confidenceLevel: level)
      switch analysis.reliability(policy: policy, limits: nil, asked: [definition]).result.content {
      case .full(let detail): return detail
      case .undefined(.numeric(let error)): throw error
      default: throw .tooFewValues(count: 0, required: 2)
      }
    }
  }
}

extension IntervalAbsence {
  /// Why there is no interval, and what to do.
  var words: String {
    switch self {
    case .personsRepeat(let rows, let persons):
      "\(rows) rows come from \(persons) persons, so that the usual interval is too narrow; report the number without one"
    case .partnersRepeat(let rows, let partners):
      "\(rows) rows share \(partners) partners, so that the usual interval is too narrow; report the number without one"
    case .unknownPersons:
      "of some rows the person or partner is not known, who may stand behind others, too; leave these rows out"
    case .pairwiseCases:
      "each pair of items has its own cases, so that no single n is right; use complete cases"
    case .tooFewGroups(let count, let required):
      "rows share persons or partners, and \(count) groups of such rows are fewer than the \(required) needed; report the number without an interval"
    case .numeric(let error): error.description
    }
  }
}
