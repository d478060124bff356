import NumericCore

/// Several columns over the same rows, as numbers and, where they are codes, as codes.
struct RowColumns {
  /// The numbers, column by column; nil is missing.
  let numbers: [[Double?]]

  /// Takes numbers row by row; what is not a number is missing.
  init(_ cells: UnsafeBufferPointer<Double>, columnCount: Int) {
    let rowCount = cells.count / max(columnCount, 1)
    numbers = (0..<columnCount).map { column in
      (0..<rowCount).map { row in
        let number = cells[row * columnCount + column]
        return number.isNaN ? nil : number
      }
    }
  }

  /// The columns as codes; nil where a column has other than whole numbers, or too many of them.
  var codes: [ItemCodes]? {
    var result: [ItemCodes] = []
    for column in numbers {
      guard let codes = Self.codes(column) else { return nil }
      result.append(codes)
    }
    return result
  }

  private static func codes(_ column: [Double?]) -> ItemCodes? {
    var positions: [Double: UInt8] = [:]
    for case let number? in column where positions[number] == nil {
      guard number == number.rounded(), abs(number) <= Double(ItemCodes.largestCode),
        positions.count < Int(ItemCodes.missing)
      else { return nil }
      positions[number] = 0
    }
    let distinct = positions.keys.sorted()
    for (place, number) in distinct.enumerated() { positions[number] = UInt8(place) }
    let indexes = column.map { number in number.flatMap { positions[$0] } ?? ItemCodes.missing }
    return try? ItemCodes(codes: distinct.map { Int($0) }, indexes: indexes)
  }
}

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
      return correlation(columns.numbers[0], columns.numbers[1])
    case .spearman:
      guard call.purpose == .value else { return IntervalEnds.none.outcome(call.purpose) }
      let (first, second) = MidRanks.ofPairs(columns.numbers[0], columns.numbers[1])
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
        policy: call.policy
      ).outcome
    case .pair:
      return RegisteredValue(definition, output, call.purpose) {
        .pair(columns.numbers[0], columns.numbers[1])
      }.outcome
    case .raters:
      return RegisteredValue(definition, output, call.purpose) { .raters(columns.numbers) }.outcome
    default:
      throw QueryError(
        "`\(call.name)` can't be computed from columns; ask for it in a report instead")
    }
  }

  private func correlation(_ first: [Double?], _ second: [Double?]) -> Outcome {
    guard call.purpose == .value else {
      return IntervalEnds { () throws(NumericError) in
        try PearsonCorrelation(first, second)
          .fisherInterval(level: StatisticDefinition.intervalLevel)
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
    for case (let value?, let weight?) in zip(columns.numbers[0], columns.numbers[1]) {
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

/// Ranks in which equal values share the middle of theirs.
enum MidRanks {
  /// The ranks of two columns over the rows that have both values.
  static func ofPairs(
    _ first: [Double?], _ second: [Double?]
  ) -> (first: [Double?], second: [Double?]) {
    var pairs: [(Double, Double)] = []
    for case (let one?, let other?) in zip(first, second) { pairs.append((one, other)) }
    return (of(pairs.map(\.0)), of(pairs.map(\.1)))
  }

  private static func of(_ values: [Double]) -> [Double?] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double?](repeating: nil, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      let rank = Double(start + end) / 2 + 1
      for place in start...end { ranks[order[place]] = rank }
      start = end + 1
    }
    return ranks
  }
}
