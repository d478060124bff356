import NumericCore

/// The numbers of one column, without missing ones; in what order does not matter.
enum ColumnNumbers {
  /// Whole numbers, few of them distinct.
  case tally(ItemTally)
  /// Any others.
  case values([Double])

  /// Takes small whole numbers with their counts, ascending, and other numbers one by one.
  init(codes: [Int], counts: [Int], others: UnsafeBufferPointer<Double>) {
    var extra: [Int: Int] = [:]
    for number in others {
      guard let code = Int(exactly: number), extra.count <= Int(ItemCodes.missing) else {
        extra = [:]
        break
      }
      extra[code, default: 0] += 1
    }
    let isCounted = others.isEmpty || !extra.isEmpty
    let all = (Array(zip(codes, counts)) + extra.map { ($0.key, $0.value) })
      .sorted { $0.0 < $1.0 }
    if isCounted, let tally = try? ItemTally(codes: all.map(\.0), counts: all.map(\.1)) {
      self = .tally(tally)
      return
    }
    var values: [Double] = []
    values.reserveCapacity(counts.reduce(others.count, +))
    for (code, count) in zip(codes, counts) {
      values.append(contentsOf: repeatElement(Double(code), count: count))
    }
    values.append(contentsOf: others)
    self = .values(values)
  }

  /// How many there are.
  var count: Int {
    switch self {
    case .tally(let tally): tally.validCount
    case .values(let values): values.count
    }
  }

  /// As the registry takes them.
  var input: StatisticInput {
    switch self {
    case .tally(let tally): .tally(tally)
    case .values(let values): .column(values)
    }
  }

  /// A quantile of type 7.
  func quantile(_ share: Double) throws(NumericError) -> Double {
    switch self {
    case .tally(let tally): try Quantile(of: tally, share: share, type: .seven).value
    case .values(let values): try Quantile(of: values, share: share, type: .seven).value
    }
  }
}

/// A statistic of one column of numbers; rows are taken as independent.
struct ColumnStatistic {
  let call: StatisticCall
  let numbers: ColumnNumbers

  /// The statistic, or an end of its interval.
  ///
  /// - Throws: `QueryError` where a number can't be an answer.
  func outcome() throws(QueryError) -> Outcome {
    switch call.statistic {
    case .registered(let definition, let output):
      let input = definition.input == .share ? nil : numbers.input
      let share = input == nil ? try condition() : nil
      return RegisteredValue(definition, output, call) { () throws(NumericError) in
        if let input { return input }
        return .share(try Proportion(successCount: share?.part ?? 0, totalCount: share?.whole ?? 0))
      }.outcome
    case .quantile:
      guard call.purpose == .value else { return IntervalEnds.none.outcome(call.purpose) }
      return Outcome { () throws(NumericError) in
        .number(try numbers.quantile(call.parameter ?? .nan))
      }
    case .topBoxes:
      let share = try topBoxes()
      return RegisteredValue(Proportion.definition, "proportion", call) {
        () throws(NumericError) in
        .share(try Proportion(successCount: share.part, totalCount: share.whole))
      }.outcome
    case .favourable, .pearson, .spearman, .weightedMean:
      return .undefined("this statistic is not one of a single column; see explain('NAME')")
    }
  }

  private struct Share {
    let part: Int
    let whole: Int
  }

  /// How often a condition holds.
  private func condition() throws(QueryError) -> Share {
    guard case .tally(let tally) = numbers, tally.codes.allSatisfy({ $0 == 0 || $0 == 1 }) else {
      throw QueryError(
        "`\(call.name)`: the argument has other values than 0 and 1; pass a condition, such as MA1 >= 4"
      )
    }
    return Share(part: tally.count(of: 1), whole: tally.validCount)
  }

  /// How many numbers are the highest code or the one below.
  private func topBoxes() throws(QueryError) -> Share {
    let highest = call.parameter ?? 0
    guard case .tally(let tally) = numbers, tally.codes.allSatisfy({ Double($0) <= highest }) else {
      throw QueryError(
        "`\(call.name)`: there are values that are no codes up to the highest given; pass the codes of an item and the highest that it offers"
      )
    }
    let top = zip(tally.codes, tally.counts).filter { Double($0.0) >= highest - 1 }
    return Share(part: top.reduce(0) { $0 + $1.1 }, whole: tally.validCount)
  }
}

/// One output of a statistic of the registry, or an end of its interval as it comes with the value.
struct RegisteredValue {
  /// What is answered.
  let outcome: Outcome

  /// Computes it.
  init(
    _ definition: StatisticDefinition, _ output: String, _ call: StatisticCall,
    itemNames: [String]? = nil, input: () throws(NumericError) -> StatisticInput
  ) {
    let purpose = call.purpose
    do throws(NumericError) {
      let values = try definition.compute(input(), level: call.level)
      guard purpose == .value else {
        let interval = values.first { $0.name == output }?.interval
        outcome = IntervalEnds { () throws(NumericError) in interval }.outcome(purpose)
        return
      }
      let result = Outcome(values, output: output, itemNames: itemNames)
      if definition.id == "n", case .number(let count) = result {
        outcome = .count(Int(count))
      } else {
        outcome = result
      }
    } catch .tooFewValues(count: 0, required: _) where definition.id == "n" && purpose == .value {
      outcome = .count(0)
    } catch {
      outcome = .undefined(error.description)
    }
  }
}
