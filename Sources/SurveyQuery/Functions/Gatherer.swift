import CSurveyTable
import NumericCore

/// Gathers the rows of one group for a statistic.
protocol Gatherer: AnyObject {
  /// Adds a row.
  ///
  /// - Throws: `QueryError` where an argument has the wrong kind.
  func add(_ arguments: SQLArguments) throws(QueryError)

  /// The statistic of the rows added.
  ///
  /// - Throws: `QueryError` where a value can't belong to such data.
  func outcome() throws(QueryError) -> Outcome
}

/// Gathers one column of numbers; small whole numbers are counted.
final class ColumnGatherer: Gatherer {
  private let call: StatisticCall
  private let position: Int
  private let hasConstants: Bool
  private let window: UnsafeMutablePointer<Int>
  private var others = MeteredBuffer<Double>()

  /// Whole numbers that are counted: from −128 to 127.
  private static let low = -128
  private static let width = 256

  /// A gatherer of the numbers at a position.
  init(_ call: StatisticCall, position: Int) {
    self.call = call
    self.position = position
    hasConstants = !call.constants.isEmpty
    window = .allocate(capacity: Self.width)
    window.initialize(repeating: 0, count: Self.width)
  }

  deinit { window.deallocate() }

  func add(_ arguments: SQLArguments) throws(QueryError) {
    switch arguments.kind(position) {
    case SQLITE_INTEGER:
      let code = arguments.integer(position)
      if code >= -128, code < 128 {
        window[Int(code) - Self.low] += 1
      } else {
        try others.append(Double(code))
      }
    case SQLITE_FLOAT:
      let number = arguments.number(position)
      if number >= -128, number < 128, number == number.rounded(.towardZero) {
        window[Int(number) - Self.low] += 1
      } else {
        try others.append(number)
      }
    case SQLITE_NULL: break
    default: throw call.wrongKind(position, arguments)
    }
    if hasConstants { try call.checkConstants(arguments) }
  }

  func outcome() throws(QueryError) -> Outcome {
    try ColumnStatistic(call: call, numbers: numbers()).outcome()
  }

  private func numbers() -> ColumnNumbers {
    let counted = (0..<Self.width).filter { window[$0] > 0 }
    return others.withElements { others in
      ColumnNumbers(
        codes: counted.map { $0 + Self.low }, counts: counted.map { window[$0] }, others: others)
    }
  }
}

/// Gathers several columns of numbers, row by row.
final class RowGatherer: Gatherer {
  private let call: StatisticCall
  private let positions: Range<Int>
  private let hasConstants: Bool
  private var numbers = MeteredBuffer<Double>()

  /// A gatherer of the numbers at some positions.
  init(_ call: StatisticCall, positions: Range<Int>) {
    self.call = call
    self.positions = positions
    hasConstants = !call.constants.isEmpty
  }

  func add(_ arguments: SQLArguments) throws(QueryError) {
    let before = numbers.count
    var hasNumber = false
    for position in positions {
      switch arguments.kind(position) {
      case SQLITE_INTEGER, SQLITE_FLOAT:
        try numbers.append(arguments.number(position))
        hasNumber = true
      // SQLite turns what is not a number into NULL, so that the mark can't come from a value.
      case SQLITE_NULL: try numbers.append(.nan)
      default: throw call.wrongKind(position, arguments)
      }
    }
    // A row without any answer belongs to nobody who was shown the items.
    if !hasNumber { numbers.shorten(to: before) }
    if hasConstants { try call.checkConstants(arguments) }
  }

  func outcome() throws(QueryError) -> Outcome {
    let columns = numbers.withElements { RowColumns($0, columnCount: positions.count) }
    return try RowStatistic(call: call, columns: columns).outcome()
  }
}

/// Gathers the numbers of responses.
final class ResponseGatherer: Gatherer {
  private let call: StatisticCall
  private let position: Int
  private let target: ResponseTarget
  private let study: StudyRows
  private let numbersOfForm: Range<Int>
  private var rows = MeteredBuffer<Int32>()

  /// A gatherer of the responses at a position.
  init(_ call: StatisticCall, position: Int, _ target: ResponseTarget, _ study: StudyRows) {
    self.call = call
    self.position = position
    self.target = target
    self.study = study
    numbersOfForm = study.numbers(ofForm: target.formIndex)
  }

  func add(_ arguments: SQLArguments) throws(QueryError) {
    switch arguments.kind(position) {
    case SQLITE_INTEGER:
      let number = arguments.integer(position)
      guard number >= 0, number < study.rowCount else { throw notResponses() }
      let row = Int(number)
      if numbersOfForm.contains(row) {
        try rows.append(Int32(row - numbersOfForm.lowerBound))
      }
    case SQLITE_NULL: break
    default: throw notResponses()
    }
    try call.checkConstants(arguments)
  }

  func outcome() throws(QueryError) -> Outcome {
    let sorted = rows.withElements { Self.ascending($0) }
    for (row, next) in zip(sorted, sorted.dropFirst()) where row == next {
      throw QueryError(
        "`\(call.name)`: a response comes twice; pass the column `responses` of its table as argument \(position + 1), once for each response (a join may repeat rows)"
      )
    }
    return try ResponseStatistic(call: call, target: target, rows: sorted, study: study).outcome()
  }

  private static func ascending(_ rows: UnsafeBufferPointer<Int32>) -> [Int32] {
    let rows = Array(rows)
    return zip(rows, rows.dropFirst()).allSatisfy { $0 <= $1 } ? rows : rows.sorted()
  }

  private func notResponses() -> QueryError {
    QueryError(
      "`\(call.name)`: argument \(position + 1) is no response; pass the column `responses` of its table"
    )
  }
}
