import CSurveyTable

/// A function of statistics as SQLite calls it: once for each row, and once at the end of a group.
final class AggregateFunction {
  private let function: StatisticFunction
  private let study: StudyRows

  /// A function over the responses of a study.
  init(_ function: StatisticFunction, _ study: StudyRows) {
    self.function = function
    self.study = study
  }

  /// Makes it known to a connection, which owns it from then on.
  ///
  /// - Throws: `QueryError` where SQLite refuses it.
  func register(on connection: OpaquePointer) throws {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let status = sqlite3_create_function_v2(
      connection, function.name, -1, flags, Unmanaged.passRetained(self).toOpaque(), nil,
      { context, count, values in
        AggregateFunction.step(context, SQLArguments(count: count, values: values))
      },
      { context in AggregateFunction.finish(context) },
      { pointer in pointer.map { Unmanaged<AggregateFunction>.fromOpaque($0).release() } })
    guard status == SQLITE_OK else {
      throw QueryError(
        "SQLite does not take the function `\(function.name)` (status \(status)); report this")
    }
  }

  /// The rows of one group, while they are gathered.
  final class Accumulation {
    let call: StatisticCall
    let gatherer: any Gatherer
    /// True where a row was refused, so that nothing is to be computed.
    var hasFailed = false

    private let study: StudyRows

    init(_ call: StatisticCall, _ gatherer: any Gatherer, _ study: StudyRows) {
      self.call = call
      self.gatherer = gatherer
      self.study = study
      study.openGroupCount += 1
    }

    deinit { study.openGroupCount -= 1 }

    /// Adds a row; after one that was refused, none.
    @inline(__always)
    func add(_ arguments: SQLArguments) throws(QueryError) {
      if hasFailed { return }
      do throws(QueryError) {
        try gatherer.add(arguments)
      } catch {
        hasFailed = true
        throw error
      }
    }
  }

  private static func step(_ context: OpaquePointer?, _ arguments: SQLArguments) {
    let size = Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
    guard let memory = sqlite3_aggregate_context(context, size) else {
      sqlite3_result_error_nomem(context)
      return
    }
    let slot = memory.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
    do throws(QueryError) {
      if slot.pointee == nil {
        slot.pointee = Unmanaged.passRetained(try begin(context, arguments)).toOpaque()
      }
      guard let pointer = slot.pointee else { return }
      try Unmanaged<Accumulation>.fromOpaque(pointer).takeUnretainedValue().add(arguments)
    } catch {
      sqlite3_result_error(context, error.message, -1)
    }
  }

  private static func begin(
    _ context: OpaquePointer?, _ arguments: SQLArguments
  ) throws(QueryError) -> Accumulation {
    guard let data = sqlite3_user_data(context) else { throw QueryError("no data; report this") }
    let aggregate = Unmanaged<AggregateFunction>.fromOpaque(data).takeUnretainedValue()
    var reader = CallReader(aggregate.function, arguments, aggregate.study)
    let call = try reader.read()
    return Accumulation(call, gatherer(call, aggregate.study), aggregate.study)
  }

  private static func gatherer(_ call: StatisticCall, _ study: StudyRows) -> any Gatherer {
    switch call.source {
    case .responses(let position, let target):
      ResponseGatherer(call, position: position, target, study)
    case .columns(let positions):
      switch call.statistic.form {
      case .column, .columnAndShare, .columnAndHighest, .condition:
        ColumnGatherer(call, position: positions.lowerBound)
      default: RowGatherer(call, positions: positions)
      }
    }
  }

  private static func finish(_ context: OpaquePointer?) {
    // Without a row there is no memory, and none may be asked for.
    guard let memory = sqlite3_aggregate_context(context, 0),
      let pointer = memory.assumingMemoryBound(to: UnsafeMutableRawPointer?.self).pointee
    else {
      finishEmpty(context)
      return
    }
    let accumulation = Unmanaged<Accumulation>.fromOpaque(pointer).takeRetainedValue()
    memory.assumingMemoryBound(to: UnsafeMutableRawPointer?.self).pointee = nil
    guard !accumulation.hasFailed else { return }
    do throws(QueryError) {
      let outcome = try accumulation.gatherer.outcome()
      SQLResult.set(accumulation.call.answer(outcome), on: context)
    } catch {
      sqlite3_result_error(context, error.message, -1)
    }
  }

  /// The answer for no rows at all, whose arguments nobody knows.
  private static func finishEmpty(_ context: OpaquePointer?) {
    guard let data = sqlite3_user_data(context) else { return }
    let function = Unmanaged<AggregateFunction>.fromOpaque(data).takeUnretainedValue().function
    if function.purpose == .reason {
      SQLResult.set(.text("there are no rows; widen the condition"), on: context)
    } else if function.statistic?.isCount == true {
      SQLResult.set(.count(0), on: context)
    }
  }
}

/// Hands answers to SQLite.
enum SQLResult {
  /// Sets what a function answers; NULL for nothing.
  static func set(_ outcome: Outcome?, on context: OpaquePointer?) {
    switch outcome {
    case .number(let number): sqlite3_result_double(context, number)
    case .count(let count): sqlite3_result_int64(context, Int64(count))
    case .text(let text):
      // SQLite copies the text, which ends with this call.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_result_text(context, text, Int32(text.utf8.count), copied)
    case .undefined, nil: sqlite3_result_null(context)
    }
  }
}
