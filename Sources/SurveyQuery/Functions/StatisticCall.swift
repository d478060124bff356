import NumericCore

/// What one use of a function in a question asks for, as its first row tells.
struct StatisticCall {
  /// The name that the question uses, for messages.
  let name: String
  /// What is computed.
  let statistic: Statistic
  /// The number itself, or an end of its interval.
  let purpose: StatisticFunction.Purpose
  /// Level of the interval, 0–1.
  let level: Double
  /// True where the reason for the absence of a number is wanted, and not the number.
  let wantsReason: Bool
  /// Where the rows' values come from.
  let source: Source
  /// How rows with missing answers of a scale are used.
  let policy: MissingDataPolicy
  /// The number beside the rows' values: a share, a highest code.
  let parameter: Double?
  /// Arguments that are the same in all rows.
  let constants: [Constant]

  /// Where the values of the rows come from.
  enum Source {
    /// From numbers among the arguments.
    case columns(Range<Int>)
    /// From the responses whose numbers are the argument at a position.
    case responses(position: Int, ResponseTarget)
  }

  /// An argument that is the same in all rows.
  enum Constant {
    /// A name.
    case text(position: Int, [UInt8])
    /// A number.
    case number(position: Int, Double)
  }

  /// The arguments in which a row differs from the first where none may.
  ///
  /// - Throws: `QueryError` naming the argument.
  func checkConstants(_ arguments: SQLArguments) throws(QueryError) {
    for constant in constants {
      switch constant {
      case .text(let position, let bytes):
        guard arguments.isText(position, bytes) else { throw change(position, "name") }
      case .number(let position, let number):
        guard arguments.isNumber(position), arguments.number(position) == number else {
          throw change(position, "number")
        }
      }
    }
  }

  private func change(_ position: Int, _ kind: String) -> QueryError {
    QueryError(
      "`\(name)`: argument \(position + 1) differs between rows; give one \(kind) for all of them")
  }

  /// The error of an argument that is no number.
  func wrongKind(_ position: Int, _ arguments: SQLArguments) -> QueryError {
    QueryError(
      "`\(name)`: argument \(position + 1) is \(arguments.words(position)); pass numbers, such as the codes of an item in its column, `MA1`, or keyed, `MA1_keyed`"
    )
  }

  /// What is answered of an outcome: nothing where there is no number, or no reason.
  func answer(_ outcome: Outcome) -> Outcome? {
    if wantsReason { return outcome.reason.map { .text($0) } }
    return outcome.reason == nil ? outcome : nil
  }
}
