import NumericCore

/// A statistic of several columns of numbers; rows are taken as independent.
struct RowStatistic {
  let call: StatisticCall
  let columns: RowColumns

  /// The statistic, or an end of its interval.
  ///
  /// - Throws: `QueryError` where a number can't be what it stands for.
  func outcome() throws(QueryError) -> Outcome {
    switch call.statistic {
    case .registered(let definition, let output):
      return try registered(definition, output)
    case .pearson:
      let numbers = columns.numbers
      return correlation(numbers[0], numbers[1])
    case .spearman:
      guard call.purpose == .value else { return IntervalEnds.none.outcome(call.purpose) }
      let numbers = columns.numbers
      let (first, second) = MidRanks.ofPairs(numbers[0], numbers[1])
      return correlation(first, second)
    case .weightedMean:
      guard call.purpose == .value else { return IntervalEnds.none.outcome(call.purpose) }
      return try weightedMean()
    case .quantile, .topBoxes, .favourable:
      return .undefined("this statistic is one of a single column; see explain('NAME')")
    }
  }

  private func registered(
    _ definition: StatisticDefinition, _ output: String
  ) throws(QueryError) -> Outcome {
    switch ArgumentForm(of: definition.input) {
    case .items:
      return ScaleStatistic(
        definition: definition, output: output, purpose: call.purpose, columns: columns,
        policy: call.policy, level: call.level
      ).outcome
    case .pair:
      let numbers = columns.numbers
      return RegisteredValue(definition, output, call) {
        .pair(numbers[0], numbers[1])
      }.outcome
    case .raters:
      return RegisteredValue(definition, output, call) { .raters(columns.numbers) }.outcome
    default:
      throw QueryError(
        "`\(call.name)` can't be computed from columns; ask for it in a report instead")
    }
  }

  private func correlation(_ first: [Double?], _ second: [Double?]) -> Outcome {
    guard call.purpose == .value else {
      return IntervalEnds { () throws(NumericError) in
        try PearsonCorrelation(first, second)
          .fisherInterval(level: call.level)
      }.outcome(call.purpose)
    }
    return Outcome { () throws(NumericError) in
      .number(try PearsonCorrelation(first, second).coefficient)
    }
  }

  /// Σ w x / Σ w over the rows with both, with what rounding loses carried along (Neumaier 1974).
  private func weightedMean() throws(QueryError) -> Outcome {
    var (total, weights) = (CarefulSum(), CarefulSum())
    var count = 0
    let numbers = columns.numbers
    for case (let value?, let weight?) in zip(numbers[0], numbers[1]) {
      guard weight >= 0 else {
        throw QueryError(
          "`\(call.name)`: a weight is negative; correct it, or leave its row out with FILTER")
      }
      total.add(value * weight)
      weights.add(weight)
      count += 1
    }
    guard weights.value > 0 else {
      return .undefined(
        "the weights of \(count) rows sum to 0; give at least one row a weight above 0")
    }
    let mean = total.value / weights.value
    return mean.isFinite ? .number(mean) : .undefined(NumericError.outOfRange.description)
  }
}

/// A sum that carries along what rounding loses.
struct CarefulSum {
  private var sum = 0.0
  private var lost = 0.0

  /// The sum.
  var value: Double { sum + lost }

  /// Adds a number.
  mutating func add(_ number: Double) {
    let next = sum + number
    lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }
}
